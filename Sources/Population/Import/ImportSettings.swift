public import Settings

/// A world laid on a graph that is given.
public struct ImportSettings: SettingsSection {
  /// The file of friendships; none where the model draws them.
  public var friendships: InputFile?
  /// The file of accounts and what is known of their owners; none if nothing is.
  public var accounts: InputFile?

  /// Makes the default: nothing is imported.
  public init() {}

  /// One row per file.
  public static let keys: [Key<Self>] = [
    .file(
      "friendships", \.friendships,
      source: .assumption("lines of account,friend or account,friend,tie; or a plain edge list"),
      about: "Friendships to take instead of drawing them: a CSV file or a list of edges."),
    .file(
      "accounts", \.accounts,
      source: .assumption("a column named account, and any that is known of its owner; see README"),
      about: "What is known of the accounts: a CSV file; what it does not say is laid."),
  ]

  /// Accounts alone are no graph.
  public static let checks: [Check<Self>] = [
    Check(
      "accounts", "friendships",
      rule: "accounts need the file of the friendships between them as well"
    ) { $0.accounts == nil || $0.friendships != nil }
  ]
}
