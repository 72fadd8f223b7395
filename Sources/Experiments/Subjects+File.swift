import Population
public import Scoring
public import Storage

extension Subjects {
  /// Reads the accounts of a file.
  ///
  /// - Throws: `StorageError`, among them `blind` where the file has no truth.
  public init(of file: RunFile) throws(StorageError) {
    try self.init(
      roles: file.roles(), ages: file.ages(), owners: file.owners(), sexes: file.sexes(),
      homes: file.homes(), places: file.places().map(\.name))
  }
}
