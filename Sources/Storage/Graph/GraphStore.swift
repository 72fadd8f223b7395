public import Graphs
public import Vocabulary

/// The network in a file, asked about as of any moment.
///
/// Friends are read from the file when they are asked for, through the two indexes of `friendship`,
/// and kept for the next question up to a limit, so that memory is bounded on a file of any size.
/// What is asked of the whole graph is answered by an `Adjacency` in memory (`graph(at:)`).
///
/// A friendship stands from its `since` on, until just before its `until`. An account that is
/// asked about must be one of the run.
public final class GraphStore {
  let file: RunFile
  private let accounts: Int
  /// The friendships of accounts that were asked about lately, whenever they stood.
  private var cache: [AccountID: [Friendship]] = [:]
  private var cachedFriendships = 0
  /// Friendships that are kept, of 12 bytes each: our choice, a few dozen megabytes.
  private let cacheLimit: Int

  /// A friendship of an account.
  public struct Friendship: Sendable, Equatable {
    /// The other account.
    public var friend: AccountID
    /// When it began; before the start, `SimTime.before`.
    public var since: SimTime
    /// When it ended; nil if it stood at the end of the run.
    public var until: SimTime?

    /// Whether it stands at a time.
    public func stands(at time: SimTime) -> Bool {
      since <= time && until.map { time < $0 } ?? true
    }
  }

  /// Opens the network of a run; nothing is read yet.
  public convenience init(_ file: RunFile) {
    self.init(file, cacheLimit: 2_000_000)
  }

  init(_ file: RunFile, cacheLimit: Int) {
    self.file = file
    self.cacheLimit = cacheLimit
    accounts = file.accountCount
  }

  /// The friendships of an account that stand at a time, by ascending friend.
  ///
  /// - Throws: `noAccount`; `StorageError` of reading.
  /// - Complexity: linear in the friendships that the account ever had, and two searches of the
  ///   file unless it was asked about lately.
  public func friendships(
    of account: AccountID, at time: SimTime
  ) throws(StorageError) -> [Friendship] {
    try history(of: account).filter { $0.stands(at: time) }
  }

  /// The friends of an account at a time, ascending.
  ///
  /// - Throws: `noAccount`; `StorageError` of reading.
  /// - Complexity: that of `friendships(of:at:)`.
  public func neighbours(of account: AccountID, at time: SimTime) throws(StorageError)
    -> [AccountID]
  {
    try friendships(of: account, at: time).map(\.friend)
  }

  /// How many friends an account has at a time.
  ///
  /// - Throws: `noAccount`; `StorageError` of reading.
  /// - Complexity: that of `friendships(of:at:)`.
  public func degree(of account: AccountID, at time: SimTime) throws(StorageError) -> Int {
    try friendships(of: account, at: time).count
  }

  /// The friends that two accounts have in common at a time, ascending.
  ///
  /// - Throws: `noAccount`; `StorageError` of reading.
  /// - Complexity: that of `friendships(of:at:)` for each. Of many pairs, `graph(at:)` is faster.
  public func mutualFriends(
    _ a: AccountID, _ b: AccountID, at time: SimTime
  ) throws(StorageError) -> [AccountID] {
    let others = Set(try neighbours(of: b, at: time))
    return try neighbours(of: a, at: time).filter(others.contains)
  }

  /// The whole graph as of a time, in memory: for components and for mutual friends of many pairs.
  ///
  /// - Throws: `StorageError` of reading.
  /// - Complexity: a pass over the friendships; 8 bytes a friendship (4 a side) and as much again
  ///   while it is built, and 8 bytes an account.
  public func graph(at time: SimTime) throws(StorageError) -> Adjacency {
    let (starts, higher) = try file.read {
      try $0.friendships(at: time.rawValue, accounts: accounts)
    }
    return Adjacency(starts: starts, higher: higher)
  }

  /// The parts of the network at a time that no friendship leads between.
  ///
  /// - Throws: `StorageError` of reading.
  /// - Complexity: that of `graph(at:)`.
  public func components(at time: SimTime) throws(StorageError) -> ConnectedComponents {
    ConnectedComponents(of: try graph(at: time))
  }

  /// Makes sure that the run has an account.
  func expect(_ account: AccountID) throws(StorageError) {
    guard account.index < accounts else {
      throw .noAccount(path: file.path, account: account.index, accounts: accounts)
    }
  }

  /// The friendships that an account ever had, by ascending friend, then by time.
  private func history(of account: AccountID) throws(StorageError) -> [Friendship] {
    if let known = cache[account] { return known }
    try expect(account)
    let read = try file.read { try $0.friendships(of: account, accounts: accounts) }
    if cachedFriendships + read.count > cacheLimit {
      cache.removeAll(keepingCapacity: true)
      cachedFriendships = 0
    }
    cache[account] = read
    cachedFriendships += read.count
    return read
  }
}
