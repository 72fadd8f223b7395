import GRDB
import Vocabulary

/// Reads friendships as the graph store asks for them.
extension Database {
  /// The friendships that an account ever had, by ascending friend, then by time.
  func friendships(of account: AccountID, accounts: Int) throws -> [GraphStore.Friendship] {
    var friendships: [GraphStore.Friendship] = []
    // Lower friends come first, then higher ones: ascending, with nothing to sort.
    for (own, other) in [("higher", "lower"), ("lower", "higher")] {
      try visit(
        """
        SELECT \(other), since, until FROM friendship WHERE \(own) = ? ORDER BY \(other), since
        """, from: account.index
      ) { row in
        let next = GraphStore.Friendship(
          friend: AccountID(rawValue: try row.position(0, below: accounts)),
          since: SimTime(rawValue: try row.value(1)),
          until: try row.optional(2).map(SimTime.init(rawValue:)))
        if let last = friendships.last, last.friend == next.friend, last.stands(at: next.since) {
          let pair = (min(account, next.friend).rawValue, max(account, next.friend).rawValue)
          throw corruption("accounts \(pair.0) and \(pair.1) become friends while they are")
        }
        friendships.append(next)
      }
    }
    return friendships
  }

  /// The friendships that stand at a time, by the lower of the two.
  func friendships(
    at time: Int32, accounts: Int
  ) throws -> (starts: [Int], higher: [UInt32]) {
    try friendships(
      where: "since <= \(time) AND coalesce(until > \(time), true)", accounts: accounts)
  }
}
