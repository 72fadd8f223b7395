/// Reads friendships: a table with the columns `account`, `friend` and perhaps `tie`, or a plain
/// list of edges as graphs are widely published.
///
/// A plain list has two ids on each line, with white space or a comma between. Lines that start
/// with `#` or `%` are comments. A friendship may stand once or in both directions.
public enum FriendshipsFile {
  /// Reads the friendships of a file's bytes.
  ///
  /// Without accounts, those that the ids name are numbered: whole numbers by value, before other
  /// ids in the order of their bytes.
  ///
  /// - Parameters:
  ///   - bytes: the contents of the file, in UTF-8.
  ///   - path: how messages name the file.
  ///   - accounts: the accounts, if a file lists them, and how messages name that file.
  /// - Returns: the graph, with at least one friendship.
  /// - Throws: `ImportError` with the first ten lines that cannot be used.
  public static func parse(
    _ bytes: [UInt8], path: String, accounts: (list: ImportedAccounts, path: String)? = nil
  ) throws(ImportError) -> ImportedGraph {
    var reader = TableReader(bytes, comments: "#%")
    var faults = ImportFaults(path: path)
    var table = EdgeTable(accounts: accounts)
    while !faults.areEnough, let line = reader.next() {
      do throws(ImportError.Problem) {
        try table.read(line)
      } catch {
        faults.report(error, line: line.number)
      }
    }
    if faults.isEmpty { table.reportFoundAtTheEnd(lineCount: reader.lineCount, &faults) }
    guard faults.isEmpty else { throw faults.error }
    return table.graph()
  }
}
