public import Graphs
public import Vocabulary

/// What a platform knows when a replay starts: declared accounts and friendships, no truth.
public struct PlatformView: Sendable {
  /// What accounts say of themselves.
  public let accounts: DeclaredAccounts
  /// Who is whose friend when the run starts.
  public let friendships: Adjacency

  /// Makes the view.
  ///
  /// - Precondition: both are of the same accounts.
  public init(accounts: DeclaredAccounts, friendships: Adjacency) {
    precondition(
      accounts.count == friendships.vertexCount,
      "\(accounts.count) accounts and friendships of \(friendships.vertexCount) do not fit")
    self.accounts = accounts
    self.friendships = friendships
  }
}
