public import Graphs

/// Friendships between accounts, each once, ascending by (lower, higher).
///
/// Compressed by the lower account: those of account `a` with higher ones are the rows
/// `starts[a]..<starts[a + 1]`. Five bytes a friendship, so that a million accounts with their 58
/// million friendships take 300 MB.
public struct Friendships: Sendable, Equatable {
  /// Where each account's friendships with higher accounts start; one more value than accounts.
  public private(set) var starts: [Int] = [0]
  /// The higher account id of each friendship.
  public private(set) var higher: [UInt32] = []
  /// What made each friendship.
  public private(set) var ties: [Tie] = []

  /// Makes a list to which the friendships of so many accounts will be added.
  public init(reservingAccounts accounts: Int, friendships: Int) {
    starts.reserveCapacity(accounts + 1)
    higher.reserveCapacity(friendships)
    ties.reserveCapacity(friendships)
  }

  /// Makes the friendships of accounts from a list of pairs.
  ///
  /// - Parameters:
  ///   - accountCount: how many accounts there are.
  ///   - pairs: each friendship once, ascending by (lower, higher).
  /// - Precondition: the pairs are ascending and of different accounts below `accountCount`.
  public init(
    accountCount: Int, pairs: some Sequence<(lower: UInt32, higher: UInt32, tie: Tie)>
  ) {
    for pair in pairs {
      precondition(
        pair.lower < pair.higher && pair.higher < accountCount, "not a pair of accounts")
      while starts.count <= pair.lower { starts.append(higher.count) }
      if let last = higher.last, starts[starts.count - 1] < higher.count {
        precondition(last < pair.higher, "friendships must be ascending")
      }
      higher.append(pair.higher)
      ties.append(pair.tie)
    }
    while starts.count <= accountCount { starts.append(higher.count) }
  }

  /// How many friendships there are.
  public var count: Int { higher.count }

  /// How many accounts there are.
  public var accountCount: Int { starts.count - 1 }

  /// The rows of an account's friendships with higher accounts.
  public func rows(ofLower account: Int) -> Range<Int> { starts[account]..<starts[account + 1] }

  /// Calls a function with each friendship, in order.
  public func forEach<Failure: Error>(
    _ body: (_ lower: Int, _ higher: Int, _ tie: Tie) throws(Failure) -> Void
  ) throws(Failure) {
    for lower in 0..<accountCount {
      for row in rows(ofLower: lower) { try body(lower, Int(higher[row]), ties[row]) }
    }
  }

  /// Adds the friendships of the accounts that follow those there are.
  ///
  /// - Parameters:
  ///   - counts: how many friendships with higher accounts each next account has.
  ///   - higher: the higher accounts, account by account, ascending within each.
  ///   - ties: what made each.
  mutating func append(counts: [Int32], higher: [UInt32], ties: [Tie]) {
    var end = self.higher.count
    for count in counts {
      end += Int(count)
      starts.append(end)
    }
    self.higher += higher
    self.ties += ties
    precondition(end == self.higher.count && end == self.ties.count, "counts do not add up")
  }

  /// The friendships as a graph over accounts.
  ///
  /// - Complexity: linear in accounts and friendships.
  public func adjacency() -> Adjacency { Adjacency(starts: starts, higher: higher) }

  /// What made a friendship.
  ///
  /// Raw values are what files hold.
  public enum Tie: UInt8, CaseIterable, Sendable {
    /// Family or household.
    case family = 0
    /// The same school.
    case school = 1
    /// The same club.
    case club = 2
    /// The same workplace.
    case work = 3
    /// Living near each other.
    case nearby = 4
    /// Online only, anywhere.
    case online = 5

    /// The tie as tables and exports write it.
    public var name: String {
      switch self {
      case .family: "family"
      case .school: "school"
      case .club: "club"
      case .work: "work"
      case .nearby: "nearby"
      case .online: "online"
      }
    }
  }
}
