import Randomness
import RealModule
import Vocabulary

/// The pools in which accounts look for friends by focus and distance, and the picks from them.
struct TieLayers: Sendable {
  private let seed: UInt64
  private let sameYearShare: Double
  private let ages: [UInt8]
  private let stubs: [Friendships.Tie: [UInt8]]
  private let groups: [Friendships.Tie: [Int32]]
  private let pools: [Friendships.Tie: StubPool]
  /// The logarithm of how many friends each account wants.
  private let logWanted: [Float]
  /// The first entry of each account in the nearby pool.
  private let nearbyEntry: [Int]

  /// School years of one school: ages 4 to 19 in a row of 16 groups.
  private static let yearsPerSchool: Int32 = 16

  /// Bands of age within which people befriend neighbours and strangers.
  private static let bandStarts: [UInt8] = [0, 11, 14, 18, 25, 35, 50, 65]

  /// The layers in the order in which an account draws from them.
  private static let order: [Friendships.Tie] = [.family, .school, .club, .work, .nearby, .online]

  init(
    settings: PopulationSettings, seed: UInt64, persons: Persons, owners: [UInt32],
    homeOrder: [UInt32], wanted: [Float]
  ) {
    self.seed = seed
    sameYearShare = settings.friendships.sameYearShare
    ages = owners.map { persons.ages[Int($0)] }
    logWanted = wanted.map { Float.log(max($0, 1)) }
    var rankOfPerson = [UInt32](repeating: 0, count: persons.count)
    for (rank, person) in homeOrder.enumerated() { rankOfPerson[Int(person)] = UInt32(rank) }
    let groups = Self.groups(seed: seed, persons: persons, owners: owners, homeRank: rankOfPerson)
    let stubs = Self.stubs(
      settings: settings.friendships, seed: seed, ages: ages, groups: groups, wanted: wanted)
    let homeRank = owners.map { rankOfPerson[Int($0)] }
    var pools: [Friendships.Tie: StubPool] = [:]
    var nearbyEntry = [Int](repeating: 0, count: owners.count)
    for tie in Self.order {
      guard let group = groups[tie], let stub = stubs[tie] else { continue }
      let members = owners.indices.filter { group[$0] >= 0 && stub[$0] > 0 }
        .sorted { (group[$0], homeRank[$0], $0) < (group[$1], homeRank[$1], $1) }
      if tie == .nearby {
        var entry = 0
        for account in members {
          nearbyEntry[account] = entry
          entry += Int(stub[account])
        }
      }
      pools[tie] = StubPool(
        groupCount: 1 + Int(group.max() ?? 0),
        members: members.lazy.map { (Int(group[$0]), UInt32($0), Int(stub[$0])) })
    }
    self.groups = groups
    self.stubs = stubs
    self.pools = pools
    self.nearbyEntry = nearbyEntry
  }

  /// Picks the friends an account looks for, and appends them packed.
  func pick(for account: Int, into edges: inout [UInt64]) {
    for tie in Self.order {
      guard let pool = pools[tie], let stub = stubs[tie]?[account], stub > 0,
        let group = groups[tie]?[account], group >= 0
      else { continue }
      var stream = RandomStream(
        seed: seed, purpose: .ties, entity: UInt64(account), counter: UInt32(tie.rawValue))
      for _ in 0..<stub {
        let one = candidate(for: account, tie, pool, group: Int(group), using: &stream)
        let other = candidate(for: account, tie, pool, group: Int(group), using: &stream)
        if let friend = moreAlike(account, one, other) {
          edges.append(EdgeList.pack(UInt32(account), friend, tie))
        }
      }
    }
  }

  private func candidate(
    for account: Int, _ tie: Friendships.Tie, _ pool: StubPool, group: Int,
    using stream: inout RandomStream
  ) -> UInt32? {
    let friend =
      switch tie {
      case .school: schoolFriend(pool, group: group, using: &stream)
      case .nearby: nearbyFriend(of: account, pool, group: group, using: &stream)
      case .family, .club, .work, .online: anyMember(pool, group: group, using: &stream)
      }
    return friend == UInt32(account) ? nil : friend
  }

  /// Of two candidates the one who wants about as many friends as the account.
  ///
  /// People befriend those as sociable as themselves: degrees are assortative (Ugander, Karrer,
  /// Backstrom and Marlow 2011, arXiv 1111.4503).
  private func moreAlike(_ account: Int, _ one: UInt32?, _ other: UInt32?) -> UInt32? {
    guard let one else { return other }
    guard let other else { return one }
    let level = logWanted[account]
    return abs(logWanted[Int(other)] - level) < abs(logWanted[Int(one)] - level) ? other : one
  }

  private func anyMember(
    _ pool: StubPool, group: Int, using stream: inout RandomStream
  ) -> UInt32? {
    let range = pool.range(of: group)
    guard !range.isEmpty else { return nil }
    return pool.account(at: range.lowerBound + stream.below(range.count))
  }

  /// A schoolmate, most likely of the same year.
  private func schoolFriend(
    _ pool: StubPool, group: Int, using stream: inout RandomStream
  ) -> UInt32? {
    let years = Int(Self.yearsPerSchool)
    let school = group / years * years
    let draw = stream.uniform()
    let near = sameYearShare + (1 - sameYearShare) * 0.7
    let year =
      if draw < sameYearShare {
        group
      } else if draw < near {
        group + (stream.chance(0.5) ? 1 : -1)
      } else {
        school + stream.below(years)
      }
    guard year >= school, year < school + years, year < pool.groupCount else { return nil }
    return anyMember(pool, group: year, using: &stream)
  }

  /// A neighbour of about the same age, with probability by the inverse rank of distance.
  private func nearbyFriend(
    of account: Int, _ pool: StubPool, group: Int, using stream: inout RandomStream
  ) -> UInt32? {
    let range = pool.range(of: group)
    guard range.count > 1 else { return nil }
    let steps = Double.exp(stream.uniform() * Double.log(Double(range.count)))
    let step = Int(steps.rounded(.down))
    let entry = nearbyEntry[account]
    // A step beyond an end of the pool is taken the other way.
    let forward = stream.chance(0.5)
    let ahead = entry + step
    let behind = entry - step
    let target =
      if forward {
        ahead < range.upperBound ? ahead : behind
      } else {
        behind >= range.lowerBound ? behind : ahead
      }
    guard range.contains(target) else { return nil }
    return pool.account(at: target)
  }

  /// The group of each account in each layer; -1 where it has none.
  private static func groups(
    seed: UInt64, persons: Persons, owners: [UInt32], homeRank: [UInt32]
  ) -> [Friendships.Tie: [Int32]] {
    let kin = kinOfHouseholds(seed: seed, persons: persons, homeRank: homeRank)
    func column(_ group: (Int) -> Int32) -> [Int32] { owners.map { group(Int($0)) } }
    func band(_ age: UInt8) -> Int32 {
      Int32(bandStarts.count(where: { $0 <= age }) - 1)
    }
    return [
      .family: column { kin[Int(persons.households[$0])] },
      .school: column { person in
        let age = Int32(persons.ages[person])
        guard age < 20, persons.schools[person] >= 0 else { return -1 }
        return persons.schools[person] * yearsPerSchool + max(age - 4, 0)
      },
      .club: column { persons.ages[$0] < 18 ? persons.clubs[$0] : -1 },
      .work: column { persons.ages[$0] >= 18 ? persons.workplaces[$0] : -1 },
      .nearby: column { band(persons.ages[$0]) },
      .online: column { band(persons.ages[$0]) },
    ]
  }

  /// Kin: households of one extended family, a few at a time, mostly not far from each other.
  private static func kinOfHouseholds(
    seed: UInt64, persons: Persons, homeRank: [UInt32]
  ) -> [Int32] {
    let count = 1 + Int(persons.households.max() ?? 0)
    var keys = [Double](repeating: 0, count: count)
    let spread = Normal(mean: 0, standardDeviation: 0.05 * Double(persons.count))
    for person in 0..<persons.count {
      let household = Int(persons.households[person])
      guard keys[household] == 0 else { continue }
      var stream = RandomStream(seed: seed, purpose: .kin, entity: UInt64(household))
      keys[household] = Double(homeRank[person]) + spread.sample(using: &stream)
    }
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var kin = [Int32](repeating: 0, count: count)
    for (rank, household) in order.enumerated() {
      kin[household] = Int32(rank / householdsPerKin)
    }
    return kin
  }

  /// Households in an extended family: our choice, for 2 to 10 child ties of relatives
  /// (calibration section 5).
  private static let householdsPerKin = 4

  /// How many friends each account looks for in each layer: half of those it wants, as the other
  /// half looks for it.
  ///
  /// What it cannot look for in a focus it does not have, it looks for nearby.
  private static func stubs(
    settings: FriendshipSettings, seed: UInt64, ages: [UInt8],
    groups: [Friendships.Tie: [Int32]], wanted: [Float]
  ) -> [Friendships.Tie: [UInt8]] {
    let child: [Friendships.Tie: Double] = [
      .school: settings.childTies.school, .family: settings.childTies.family,
      .club: settings.childTies.club, .nearby: settings.childTies.nearby,
      .online: settings.childTies.online,
    ]
    let adult: [Friendships.Tie: Double] = [
      .nearby: settings.adultTies.nearby, .work: settings.adultTies.work,
      .family: settings.adultTies.family, .online: settings.adultTies.online,
    ]
    var stubs: [Friendships.Tie: [UInt8]] = [:]
    var columns = order.map { _ in [UInt8](repeating: 0, count: ages.count) }
    for account in ages.indices {
      var stream = RandomStream(seed: seed, purpose: .stubs, entity: UInt64(account))
      let half = Double(wanted[account]) * (1 - settings.closureShare) / 2
      // Just over the line, half of one's friends are still from school.
      let childShare = ages[account] < 18 ? 1.0 : (ages[account] < 20 ? 0.5 : 0)
      var homeless = 0.0
      for (layer, tie) in order.enumerated() {
        let share = childShare * (child[tie] ?? 0) + (1 - childShare) * (adult[tie] ?? 0)
        let hasGroup = (groups[tie]?[account] ?? -1) >= 0
        if !hasGroup { homeless += share }
        let here = hasGroup ? share + (tie == .nearby ? homeless : 0) : 0
        let count = half * here
        let whole = count.rounded(.down)
        columns[layer][account] = UInt8(min(whole + (stream.chance(count - whole) ? 1 : 0), 255))
      }
    }
    for (layer, tie) in order.enumerated() { stubs[tie] = columns[layer] }
    return stubs
  }
}
