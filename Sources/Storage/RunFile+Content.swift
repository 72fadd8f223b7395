extension RunFile {
  /// What every SQLite database begins with (https://www.sqlite.org/fileformat.html, 1.3.1).
  private static let databaseStart = Array("SQLite format 3\0".utf8)

  /// Whether a file begins as a database does: it is to be opened as a run's, not as a scenario.
  ///
  /// The name of the file does not matter. A file that cannot be read is none.
  public static func isDatabase(at path: String) -> Bool {
    (try? FileSystem.head(of: path, bytes: databaseStart.count)) == databaseStart
  }
}
