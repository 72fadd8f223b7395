import Population

/// Reads a folder of CSV files as `tocsin export --format csv` writes it, or as graph databases
/// import them: the columns `:ID`, `:START_ID` and `:END_ID` hold accounts.
enum GraphFolderReader {
  /// The files of a folder that are read.
  static let accounts = "account.csv"
  static let friendships = "friendship.csv"

  /// Reads both files.
  ///
  /// - Throws: `Interrupted`; `ImportError` where one cannot be read. What is wrong with their lines
  ///   is among the faults of what is returned.
  static func read(into intake: GraphIntake, _ watch: Watch) throws -> GraphIntake {
    var intake = intake
    try read(intake.accountsPath, &intake, \.accountFaults, watch, needs: [":ID"]) {
      intake, columns, line in
      let names = columns.filter { !$0.hasPrefix(":") }
      intake.declare(attributes: names, line: line)
    } row: { intake, values, line in
      intake.addAccount(values[":ID"] ?? "", values, line: line)
    }
    let ends = [":START_ID", ":END_ID"]
    try read(intake.friendshipsPath, &intake, \.friendshipFaults, watch, needs: ends) { _, _, _ in
    } row: { intake, values, line in
      let type = values[":TYPE"] ?? values["type"]
      var values = values
      values["type"] = type
      intake.addEdge((values[ends[0]] ?? "", values[ends[1]] ?? ""), values, line: line)
    }
    return intake
  }

  private static func read(
    _ path: String, _ intake: inout GraphIntake,
    _ faults: WritableKeyPath<GraphIntake, ImportFaults>, _ watch: Watch, needs needed: [String],
    header: (inout GraphIntake, [String], Int) -> Void,
    row: (inout GraphIntake, [String: String], Int) -> Void
  ) throws {
    var reader = TableReader(try Import.bytes(of: path))
    var columns: [String] = []
    while !intake.isHopeless, let line = reader.next() {
      do throws(TableFault) {
        let values = try line.values()
        if columns.isEmpty {
          columns = values.map(Self.name)
          for name in needed where !columns.contains(name) {
            intake[keyPath: faults].report(
              .noColumn(name, found: line.text), line: line.number)
          }
          guard intake[keyPath: faults].isEmpty else { return }
          header(&intake, columns, line.number)
        } else if values.count == columns.count {
          let pairs = zip(columns, values).filter { !$0.1.isEmpty }
          row(&intake, Dictionary(pairs) { first, _ in first }, line.number)
        } else {
          intake[keyPath: faults].report(
            .values(found: values.count, columns: columns), line: line.number)
        }
      } catch {
        intake[keyPath: faults].report(.line(error), line: line.number)
      }
      guard line.number % 1_024 != 0 || watch.mayGoOn(.reading, detail: path) else {
        throw Interrupted()
      }
    }
    if columns.isEmpty { intake[keyPath: faults].report(.noHeader, line: 1) }
  }

  /// The name in a header such as `declared_age:long`, `userId:ID(Account)` or `:TYPE`.
  private static func name(_ header: String) -> String {
    let parts = header.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return header }
    let type = String(parts[1].prefix { $0 != "(" })
    let isRole = ["ID", "START_ID", "END_ID", "LABEL", "TYPE"].contains(type)
    return isRole ? ":" + type : String(parts[0])
  }
}
