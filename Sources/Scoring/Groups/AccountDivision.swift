import Population
import Vocabulary

/// By what accounts are divided, to see whom a detector serves worse.
public enum Division: String, Codable, Sendable, CaseIterable {
  /// The real age of the account's owner, in bands.
  case age
  /// The sex of the account's owner.
  case sex
  /// Where the account's owner lives.
  case region
}

/// The accounts of a world in groups.
struct AccountDivision {
  let division: Division
  /// The names of the groups.
  let names: [String]
  /// The group of each account, as a position in `names`.
  let groups: [Int]
  /// Innocent accounts in each group.
  let innocent: [Int]

  /// Where bands of age begin, in years: those that the law and most platforms draw, and above them our
  /// choice.
  static let bands: [UInt8] = [0, 13, 16, 18, 25, 35, 50, 65]

  /// Divides the accounts of a world; nil where it is not known by what.
  init?(by division: Division, of subjects: Subjects, groomers: Set<AccountID>) {
    switch division {
    case .age:
      names = Self.bands.indices.map(Self.name)
      groups = subjects.ages.map { age in (Self.bands.lastIndex { $0 <= age }) ?? 0 }
    case .sex:
      guard !subjects.sexes.isEmpty else { return nil }
      names = Sex.allCases.map(\.name)
      groups = subjects.sexes.map { Sex.allCases.firstIndex(of: $0) ?? 0 }
    case .region:
      guard !subjects.homes.isEmpty else { return nil }
      names = subjects.places
      groups = subjects.homes
    }
    self.division = division
    var innocent = Array(repeating: 0, count: names.count)
    for (account, group) in groups.enumerated() where !groomers.contains(AccountID(account)) {
      innocent[group] += 1
    }
    self.innocent = innocent
  }

  private static func name(ofBand band: Int) -> String {
    band + 1 < bands.count ? "\(bands[band])-\(bands[band + 1] - 1)" : "\(bands[band])+"
  }
}

/// What one detector did, by group.
struct GroupCounts {
  let division: Division
  /// The names of the groups.
  private(set) var names: [String]
  /// Innocent accounts in each group.
  private(set) var innocent: [Int]
  /// Those alerted on.
  private(set) var alerted: [Int]
  /// The group of each case's child, as a position in `names`.
  private(set) var cases: [Int]

  /// Counts what one detector did in a world.
  init(
    of division: AccountDivision, alerted: [AccountID: SimTime], cases: [ScoredCase],
    census: Census
  ) {
    self.division = division.division
    names = division.names
    innocent = division.innocent
    var counts = Array(repeating: 0, count: names.count)
    for account in alerted.keys where !census.groomers.contains(account) {
      counts[division.groups[account.index]] += 1
    }
    self.alerted = counts
    self.cases = cases.map { division.groups[$0.child.index] }
  }

  /// The counts of several worlds together, groups of one name as one; of the divisions that all have.
  static func pooling(_ worlds: [[GroupCounts]]) -> [GroupCounts] {
    guard let first = worlds.first else { return [] }
    return first.compactMap { counts in
      var pooled = counts
      for world in worlds.dropFirst() {
        guard let other = world.first(where: { $0.division == counts.division }) else { return nil }
        pooled.add(other)
      }
      return pooled
    }
  }

  private mutating func add(_ other: GroupCounts) {
    var known = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    let positions = other.names.map { name in
      if let position = known[name] { return position }
      known[name] = names.count
      names.append(name)
      innocent.append(0)
      alerted.append(0)
      return names.count - 1
    }
    for (group, position) in positions.enumerated() {
      innocent[position] += other.innocent[group]
      alerted[position] += other.alerted[group]
    }
    cases += other.cases.map { positions[$0] }
  }
}
