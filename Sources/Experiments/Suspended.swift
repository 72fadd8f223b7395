/// A run was ended early, and the days so far are kept to go on from.
public struct Suspended: Error, CustomStringConvertible {
  /// What ended it: `Interrupted` or a `StorageError`.
  public let cause: any Error
  /// The output, beside which the days are kept.
  let path: String
  /// How many days are kept.
  let days: Int
  /// How many there are in all.
  let dayCount: Int

  /// What happened, and how to go on.
  public var description: String {
    (cause is Interrupted ? "interrupted" : "\(cause)")
      + "; \(days) of \(dayCount) days are kept beside \(path): the same command with --resume goes on "
      + "from there"
  }
}
