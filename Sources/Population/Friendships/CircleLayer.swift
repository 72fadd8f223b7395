import Randomness
import RealModule

/// One kind of tie: the circles of people within which it comes about, and which circles each
/// turns to.
///
/// Friends of one kind know each other, so people do not pick friends one by one: they belong to a
/// circle (a class, a team, a few neighbours of an age), and all of a circle turn to the same other
/// circles. That is what makes triangles, as many in a large world as in a small one.
struct CircleLayer: Sendable {
  /// What these ties are.
  let tie: Friendships.Tie
  /// The circle of each member; -1 for those who have none.
  private(set) var circleOf: [Int32]
  /// Members, circle by circle.
  private(set) var order: [UInt32]
  /// Where each circle starts in `order`; one more value than circles.
  private(set) var starts: [Int]
  /// How many circles make a window, one after the other.
  private let circlesOfWindow: Int
  /// The group (school, workplace, band of ages) that each circle is part of.
  private(set) var groups: [Int32]
  /// The circles of the group that each circle is part of.
  private(set) var groupRanges: [Range<Int>] = []
  /// Circles that each circle turns to, `turns` for each, the most likely first or in any order;
  /// empty if it keeps to itself.
  var others: [UInt32] = []
  /// How many other circles each circle turns to at most.
  static let turns = 48

  /// How many friends each member looks for.
  private(set) var stubs: [UInt16] = []
  /// The sum of `stubs` before each position of `order`, and of all.
  private var cumulative: [UInt32] = []
  /// Members of a circle, on average.
  private(set) var meanSize = 0.0

  /// Cuts members into circles.
  ///
  /// - Parameters:
  ///   - tie: what the ties of this layer are.
  ///   - memberCount: how many members there are in the world.
  ///   - order: those who are in a group, group by group.
  ///   - group: the group of each of them, ascending.
  ///   - cut: how groups are cut; nil leaves them whole.
  init(
    tie: Friendships.Tie, memberCount: Int, order: [UInt32], group: [Int32], cut: CircleCut?
  ) {
    self.tie = tie
    self.order = order
    circlesOfWindow = cut?.circlesOfWindow ?? 1
    circleOf = [Int32](repeating: -1, count: memberCount)
    starts = []
    groups = []
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, group[end] == group[first] { end += 1 }
      let ranges = cut.map { $0.circles(of: first..<end, in: &self.order) } ?? [first..<end]
      for range in ranges {
        for position in range { circleOf[Int(self.order[position])] = Int32(starts.count) }
        starts.append(range.lowerBound)
        groups.append(group[first])
      }
      first = end
    }
    starts.append(order.count)
    meanSize = groups.isEmpty ? 0 : Double(order.count) / Double(groups.count)
    groupRanges = Self.ranges(of: groups)
  }

  /// The run of equal values that each value is part of.
  private static func ranges(of groups: [Int32]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(groups.count)
    while ranges.count < groups.count {
      let first = ranges.count
      let end = groups[first...].firstIndex { $0 != groups[first] } ?? groups.count
      ranges += repeatElement(first..<end, count: end - first)
    }
    return ranges
  }

  /// Makes circles part of larger groups: those of which they can turn to each other.
  ///
  /// - Parameter groups: the group of each circle, ascending.
  mutating func regroup(_ groups: [Int32]) {
    precondition(groups.count == circleCount, "each circle is part of a group")
    self.groups = groups
    groupRanges = Self.ranges(of: groups)
  }

  /// How many circles there are.
  var circleCount: Int { groups.count }

  /// The members of a circle.
  func members(of circle: Int) -> ArraySlice<UInt32> { order[starts[circle]..<starts[circle + 1]] }

  /// How many members the group of a member has.
  func groupSize(of member: Int) -> Int {
    let range = groupRanges[Int(circleOf[member])]
    return starts[range.upperBound] - starts[range.lowerBound]
  }

  /// How many members the circle of a member has; 0 if it has none.
  func circleSize(of member: Int) -> Int {
    let circle = Int(circleOf[member])
    return circle < 0 ? 0 : starts[circle + 1] - starts[circle]
  }

  /// Sets how many friends each member looks for, which weighs how often others find it too.
  mutating func look(for stubs: [UInt16]) {
    self.stubs = stubs
    cumulative = [0]
    cumulative.reserveCapacity(order.count + 1)
    var sum: UInt32 = 0
    for member in order {
      sum += UInt32(stubs[Int(member)])
      cumulative.append(sum)
    }
  }

  /// A member of a circle, with probability in proportion to how many friends it looks for.
  ///
  /// - Parameters:
  ///   - circle: which circle.
  ///   - draw: 32 uniform bits.
  /// - Returns: nothing if nobody of the circle looks for friends.
  func member(of circle: Int, draw: UInt32) -> UInt32? {
    var low = starts[circle]
    var high = starts[circle + 1]
    let first = cumulative[low]
    let total = cumulative[high] - first
    guard total > 0 else { return nil }
    let wanted = first + UInt32(truncatingIfNeeded: (UInt64(draw) * UInt64(total)) >> 32)
    // The last position whose sum before it is not beyond the wanted one.
    while high - low > 1 {
      let middle = (low + high) / 2
      if cumulative[middle] <= wanted { low = middle } else { high = middle }
    }
    return order[low]
  }

  /// The circle of a random window whose members are as old and as sociable as those of a member's.
  ///
  /// - Parameters:
  ///   - member: who has a circle.
  ///   - draw: 32 uniform bits.
  /// - Returns: a circle of the same group.
  func likeCircle(of member: Int, draw: UInt32) -> Int {
    let circle = Int(circleOf[member])
    let group = groupRanges[circle]
    let windows = group.count / circlesOfWindow
    guard windows > 0 else {
      return group.lowerBound + Int((UInt64(draw) * UInt64(group.count)) >> 32)
    }
    let window = Int((UInt64(draw) * UInt64(windows)) >> 32)
    return group.lowerBound + window * circlesOfWindow
      + (circle - group.lowerBound) % circlesOfWindow
  }
}
