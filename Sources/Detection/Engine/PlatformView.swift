public import Graphs
public import Vocabulary

/// What a platform knows when a replay starts: declared accounts and friendships, no truth.
public struct PlatformView: Sendable {
  /// What accounts say of themselves.
  public let accounts: DeclaredAccounts
  /// Who is whose friend when the run starts.
  public let friendships: Adjacency
  /// The calendar, the places and the platforms that accounts refer to.
  public let surroundings: Surroundings

  /// Makes the view.
  ///
  /// - Precondition: both are of the same accounts.
  public init(
    accounts: DeclaredAccounts, friendships: Adjacency, surroundings: Surroundings = Surroundings()
  ) {
    precondition(
      accounts.count == friendships.vertexCount,
      "\(accounts.count) accounts and friendships of \(friendships.vertexCount) do not fit")
    self.accounts = accounts
    self.friendships = friendships
    self.surroundings = surroundings
  }
}
