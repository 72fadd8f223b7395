/// What was checked of a file and what is wrong with it, for people.
public struct CheckReport: Sendable {
  /// The file.
  public var path: String
  /// The checks, in the order they were made.
  public var checks: [Check]

  /// One check.
  public struct Check: Sendable {
    /// Its name.
    public var name: String
    /// What it makes sure of.
    public var about: String
    /// How many there were of what was gone through.
    public var extent: [(name: String, count: Int)]
    /// Why it could not be made; nothing if it was.
    public var notMade: String?
    /// What is wrong and where, a line each: perhaps not all.
    public var findings: [String]
    /// How many findings there are in all.
    public var findingCount: Int

    /// Makes a line of the report.
    public init(
      name: String, about: String, extent: [(name: String, count: Int)], notMade: String?,
      findings: [String], findingCount: Int
    ) {
      self.name = name
      self.about = about
      self.extent = extent
      self.notMade = notMade
      self.findings = findings
      self.findingCount = findingCount
    }

    fileprivate var cells: [String] {
      let counts = extent.map {
        "\(Numerals.count($0.count)) \($0.name)\($0.count == 1 ? "" : "s")"
      }
      let verdict =
        findingCount > 0
        ? "\(Numerals.count(findingCount)) WRONG" : notMade == nil ? "passes" : "not checked"
      return [name, about, notMade ?? counts.joined(separator: ", "), verdict]
    }
  }

  /// Makes a report.
  public init(path: String, checks: [Check]) {
    self.path = path
    self.checks = checks
  }

  /// The report as plain text, with a line break at its end.
  public func text() -> String {
    let damaged = checks.filter { $0.findingCount > 0 }
    let title =
      damaged.isEmpty
      ? "\(path): sound" : "\(path): DAMAGED; run the scenario again or restore a copy"
    let table = TextTable(
      headers: ["check", "what it makes sure of", "gone through", "verdict"],
      rows: checks.map(\.cells), wordColumns: [0, 1, 2, 3], elasticColumn: 1)
    let findings = damaged.flatMap { check in
      ["", "What is wrong: \(check.name)"] + check.findings.map { "  " + $0.printable }
        + (check.findings.count < check.findingCount
          ? ["  and \(Numerals.count(check.findingCount - check.findings.count)) more"] : [])
    }
    return ([title, ""] + table.lines() + findings).joined(separator: "\n") + "\n"
  }
}
