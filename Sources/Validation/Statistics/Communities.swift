import Population

/// Who goes together: accounts whose owners share a school year, a workplace or a household.
///
/// What a world gives one of them, such as many friends, it may give all, so that they say less
/// than as many strangers would. Everybody is in one community: a school year (school and age,
/// under 20), else a workplace (a teacher's is the school), else a household.
struct Communities {
  /// The community of each vertex.
  let labels: [UInt32]
  /// How many there are.
  let count: Int

  /// How definitions say that a standard error takes communities into account.
  static let takenTogether =
    "those of one school year, workplace or household taken together."

  /// Finds the communities of persons.
  ///
  /// - Parameters:
  ///   - owners: the person behind each vertex.
  ///   - persons: everybody.
  init(of owners: [UInt32], among persons: Persons) {
    let keys = owners.map { Self.key(of: Int($0), persons) }
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var labels = [UInt32](repeating: 0, count: keys.count)
    var count = 0
    for (position, vertex) in order.enumerated() {
      if position == 0 || keys[order[position - 1]] != keys[vertex] { count += 1 }
      labels[vertex] = UInt32(count - 1)
    }
    self.labels = labels
    self.count = count
  }

  private static func key(of person: Int, _ persons: Persons) -> UInt64 {
    if persons.schools[person] >= 0, persons.ages[person] < 20 {
      return 1 << 60 | UInt64(persons.schools[person]) << 8 | UInt64(persons.ages[person])
    }
    if persons.workplaces[person] >= 0 { return 2 << 60 | UInt64(persons.workplaces[person]) }
    if persons.households[person] >= 0 { return 3 << 60 | UInt64(persons.households[person]) }
    return 4 << 60 | UInt64(person)
  }
}

extension ValidationSample {
  /// A ratio of two totals over vertices, those of one community taken together.
  ///
  /// - Parameter values: what a vertex adds to the upper and to the lower total.
  /// - Returns: the ratio; nil over a total of 0.
  func communityRatio(_ values: (_ vertex: Int) -> (top: Double, bottom: Double)) -> Estimate? {
    var ratio = ClusteredRatio(clusters: communities.count)
    for vertex in 0..<accountCount {
      let (top, bottom) = values(vertex)
      ratio.add(top, over: bottom, in: Int(communities.labels[vertex]))
    }
    return ratio.estimate
  }

  /// The vertices of each random group of communities.
  var randomGroups: [[Int]] {
    var groups = [[Int]](repeating: [], count: RandomGroups.count)
    for (vertex, community) in communities.labels.enumerated() {
      groups[RandomGroups.group(ofCommunity: Int(community))].append(vertex)
    }
    return groups
  }

  /// The mean over no friendship yet, those of one community taken together.
  var meanOverTies: DyadicMean {
    DyadicMean(labels: communities.labels, count: communities.count)
  }
}
