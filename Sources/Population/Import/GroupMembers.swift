/// The members of each of some groups, ascending.
struct GroupMembers {
  private let starts: [Int]
  private let members: [UInt32]

  /// Lists members by group.
  ///
  /// - Parameters:
  ///   - groups: the group of each.
  ///   - count: how many groups there are.
  init(of groups: [UInt32], count: Int) {
    var starts = [Int](repeating: 0, count: count + 1)
    for own in groups { starts[Int(own) + 1] += 1 }
    for own in 0..<count { starts[own + 1] += starts[own] }
    var next = starts
    var members = [UInt32](repeating: 0, count: groups.count)
    for (vertex, own) in groups.enumerated() {
      members[next[Int(own)]] = UInt32(vertex)
      next[Int(own)] += 1
    }
    self.starts = starts
    self.members = members
  }

  /// The members of a group.
  subscript(group: Int) -> ArraySlice<UInt32> {
    members[starts[group]..<starts[group + 1]]
  }
}
