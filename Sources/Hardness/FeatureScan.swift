import Population
import Randomness

/// What one feature tells apart.
struct FeatureScan: Sendable {
  /// Each profile against all innocent adults.
  let againstAdults: [RankAUC]
  /// Each profile against each hard negative, profile by profile.
  let againstRoles: [[RankAUC]]
  /// What the feature reaches by chance: of each profile, one area a draw.
  let chance: [[Double]]
  /// The bin of each account, for trees.
  let bins: [UInt8]

  init(_ feature: Feature, of conducts: [Conduct], in cohorts: Cohorts, standIns: StandIns) {
    let values = conducts.map { Float(feature.value($0)) }
    let order = RankOrder(of: values)
    var profiles = [[Float]](repeating: [], count: cohorts.profiles.count)
    var innocents: [Float] = []
    innocents.reserveCapacity(cohorts.innocents.count)
    var roles = [[Float]](repeating: [], count: cohorts.hardNegatives.count)
    // From one order of all, the order within each group.
    for account in order.accounts {
      let value = values[Int(account)]
      switch cohorts.kinds[Int(account)] {
      case .groomer(let positions):
        for position in positions { profiles[position].append(value) }
      case .innocent(let hardNegative):
        innocents.append(value)
        if let hardNegative { roles[hardNegative].append(value) }
      }
    }
    againstAdults = profiles.map { RankAUC($0, against: innocents) }
    againstRoles = profiles.map { profile in roles.map { RankAUC(profile, against: $0) } }
    chance = standIns.areas(order.midranks)
    let cuts = QuantileCuts(profiles[0], innocents)
    bins = values.map(cuts.bin)
  }
}

/// Accounts in the order of a value, and their ranks.
struct RankOrder {
  /// The accounts, ascending by value, then by number.
  let accounts: [UInt32]
  /// The rank of each account from 1, ties having their mean.
  let midranks: [Double]

  init(of values: [Float]) {
    // A float's bits, with the sign turned, are in the order of the floats.
    let keys = values.enumerated().map { account, value in
      let bits = (value + 0).bitPattern
      let ordered = bits >> 31 == 0 ? bits | 0x8000_0000 : ~bits
      return UInt64(ordered) << 32 | UInt64(account)
    }.sorted()
    accounts = keys.map { UInt32(truncatingIfNeeded: $0) }
    var midranks = [Double](repeating: 0, count: values.count)
    var first = 0
    for end in 1...max(keys.count, 1) {
      guard end >= keys.count || keys[end] >> 32 != keys[first] >> 32 else { continue }
      for place in first..<min(end, keys.count) {
        midranks[Int(accounts[place])] = Double(first + 1 + end) / 2
      }
      first = end
    }
    self.midranks = midranks
  }
}

/// Accounts picked at random to stand in for groomers: what the best of many features reaches by
/// chance.
struct StandIns: Sendable {
  /// How often accounts are picked: our choice; the 95th percentile then is the eleventh from the top.
  static let draws = 200

  /// How many groomers each profile has, ascending in no particular order.
  private let counts: [Int]
  /// How many accounts there are.
  private let accounts: Int
  /// The accounts of each draw, in random order; the first so many stand in for a profile.
  private let picked: [[UInt32]]

  /// Picks accounts.
  ///
  /// - Parameters:
  ///   - counts: how many groomers each profile has.
  ///   - accounts: how many accounts there are to pick from.
  ///   - group: tells groups of accounts apart, each of which has draws of its own.
  ///   - seed: the seed of the run.
  init(for counts: [Int], among accounts: Int, group: UInt64, seed: UInt64) {
    self.counts = counts
    self.accounts = accounts
    let most = counts.max() ?? 0
    picked = (0..<Self.draws).map { draw in
      var stream = RandomStream(
        seed: seed, purpose: .standIns, entity: group, counter: UInt32(draw))
      var picked = stream.distinct(most, below: accounts).map { UInt32($0) }
      shuffle(&picked, using: &stream)
      return picked
    }
  }

  /// The symmetrised area of each draw, for each profile.
  func areas(_ midranks: [Double]) -> [[Double]] {
    counts.map { count in
      picked.map { picked in
        var ranks = 0.0
        for account in picked.prefix(count) { ranks += midranks[Int(account)] }
        let (n, m) = (Double(count), Double(accounts - count))
        let area = (ranks - n * (n + 1) / 2) / (n * m)
        return max(area, 1 - area)
      }
    }
  }

  /// What the best of some features stays below in 95 of 100 draws.
  ///
  /// - Parameter areas: of each feature, one area a draw.
  /// - Returns: an area of 0.5 or more.
  static func percentile95(ofBest areas: [[Double]]) -> Double {
    let best = (0..<draws).map { draw in areas.map { $0[draw] }.max() ?? 0.5 }.sorted()
    return best[draws * 95 / 100 - 1]
  }
}
