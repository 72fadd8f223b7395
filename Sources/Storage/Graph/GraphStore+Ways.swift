import Graphs
public import Vocabulary

/// Ways through the network, read from the file as they are followed.
extension GraphStore {
  /// An account that was reached, with how many friendships lead to it.
  public struct Reached: Sendable, Equatable {
    /// The account.
    public var account: AccountID
    /// How many friendships the shortest way to it has.
    public var hops: Int
  }

  /// The accounts that no more than so many friendships lead to, nearest first, then ascending.
  ///
  /// - Parameters:
  ///   - origin: where ways begin; it is not among those reached.
  ///   - limit: how many friendships a way may have.
  ///   - time: as of when.
  /// - Returns: each account once.
  /// - Throws: `noAccount`; `StorageError` of reading.
  /// - Complexity: that of `friendships(of:at:)` for each account nearer than the limit; memory
  ///   goes with the accounts reached.
  public func reached(
    from origin: AccountID, within limit: Int, at time: SimTime
  ) throws(StorageError) -> [Reached] {
    try expect(origin)
    return try GraphSearch.reached(from: origin.index, within: limit) {
      (vertex, tell) throws(StorageError) in
      for friend in try neighbours(of: AccountID(vertex), at: time) { tell(friend.index) }
    }.map { Reached(account: AccountID($0.vertex), hops: $0.hops) }
  }

  /// A shortest way between two accounts at a time, both included; nil if there is none.
  ///
  /// Of several, always the same one. An account leads to itself.
  ///
  /// - Throws: `noAccount`; `StorageError` of reading.
  /// - Complexity: searches from both ends, the smaller side first; that of `friendships(of:at:)`
  ///   for each account met, and memory that goes with them.
  public func shortestPath(
    from a: AccountID, to b: AccountID, at time: SimTime
  ) throws(StorageError) -> [AccountID]? {
    try expect(a)
    try expect(b)
    return try GraphSearch.shortestPath(from: a.index, to: b.index) {
      (vertex, tell) throws(StorageError) in
      for friend in try neighbours(of: AccountID(vertex), at: time) { tell(friend.index) }
    }?.map { AccountID($0) }
  }

  /// An account, those around it, and all friendships among them.
  public struct EgoNetwork: Sendable, Equatable {
    /// The accounts, first the one in the middle at 0 hops, then as `reached(from:within:at:)`.
    public var accounts: [Reached]
    /// The friendships among them, ascending by (lower, higher).
    public var friendships: [Edge]
  }

  /// A friendship, as an edge of the network.
  public struct Edge: Sendable, Equatable {
    /// The account of the two with the lower number.
    public var lower: AccountID
    /// The other.
    public var higher: AccountID
    /// When it began; before the start, `SimTime.before`.
    public var since: SimTime
  }

  /// The network around an account at a time.
  ///
  /// - Parameters:
  ///   - account: who is in the middle.
  ///   - hops: how many friendships may lead to those around.
  ///   - time: as of when.
  /// - Returns: the accounts and every friendship among them.
  /// - Throws: `noAccount`; `StorageError` of reading.
  /// - Complexity: that of `friendships(of:at:)` for each account; memory goes with what is returned.
  public func egoNetwork(
    of account: AccountID, hops: Int, at time: SimTime
  ) throws(StorageError) -> EgoNetwork {
    let around = try reached(from: account, within: hops, at: time)
    let all = [Reached(account: account, hops: 0)] + around
    let members = Set(all.map(\.account))
    var edges: [Edge] = []
    for one in members.sorted() {
      for friendship in try friendships(of: one, at: time)
      where friendship.friend > one && members.contains(friendship.friend) {
        edges.append(Edge(lower: one, higher: friendship.friend, since: friendship.since))
      }
    }
    return EgoNetwork(accounts: all, friendships: edges)
  }
}
