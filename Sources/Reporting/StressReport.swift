public import Scoring
public import Vocabulary

/// What a suite of scenarios does to detectors, for people and for programs.
public struct StressReport: Sendable {
  /// What came out.
  public var matrix: StressMatrix
  /// The version of Tocsin that made the worlds.
  public var version: String
  /// What went wrong in detectors.
  public var problems: [DetectorProblem]

  /// Makes a report.
  public init(matrix: StressMatrix, version: String, problems: [DetectorProblem] = []) {
    self.problems = problems
    self.matrix = matrix
    self.version = version
  }

  /// The report as plain text of at most 100 columns, with a line break at its end.
  public func text() -> String {
    let failed = ProblemText.lines(problems)
    let blocks = [title] + tables + (failed.isEmpty ? [] : [failed]) + [notes, limits]
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var title: [String] {
    let seeds = matrix.seeds.map(String.init).joined(separator: ", ")
    return Paragraph.lines(
      "Meetings preceded by an alert on the groomer, in percent, at a price of at most "
        + "\(budget) first alerts on innocent accounts per 1,000 accounts a week. "
        + "Seed\(matrix.seeds.count == 1 ? "" : "s") \(seeds), Tocsin \(version.printable).")
  }

  private var tables: [[String]] {
    TextTable(
      headers: ["scenario", "meetings"] + matrix.detectors.map { Self.header($0.printable) },
      rows: matrix.scenarios.indices.flatMap(rows(of:))
    ).broken(leading: 2, trailing: 0).map { $0.lines() }
  }

  /// A line with the shares and, but for the reference, one with what is lost against it.
  private func rows(of index: Int) -> [[String]] {
    let scenario = matrix.scenarios[index]
    let shares =
      [scenario.name.printable, scenario.results.first.map { Numerals.count($0.meetings) } ?? ""]
      + scenario.results.map { Self.percent($0.share) }
    guard index > 0 else { return [shares] }
    return [shares, ["  lost", ""] + matrix.losses(in: index).map(Self.points)]
  }

  private var notes: [String] {
    Paragraph.lines(
      "With 95 % intervals. 'lost' is by how many points a share is below that in "
        + "\(matrix.scenarios[0].name.printable); * where the interval does not hold 0. Each detector has, in "
        + "each scenario, the lowest threshold that keeps within the price, chosen with the truth "
        + "known: the best that any choice could give. The thresholds, and how many alerts were "
        + "right, are in the JSON output.")
  }

  private var limits: [String] {
    ["What this cannot tell"] + Paragraph.list(Self.limits)
  }

  /// What a matrix cannot tell, a sentence or two each.
  static let limits = [
    "Every world is invented, and every scenario changes one thing by an amount that is our "
      + "choice: a loss says which signal a detector rests on, not how much a real platform would "
      + "lose.",
    "Groomers are far more common than anywhere: the price is counted on innocent accounts only, "
      + "so that shares stand at any prevalence, but how many alerts are right does not.",
  ]

  private var budget: String { Self.number(matrix.budget) }

  /// A number without zeros at its end.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e6 ? Numerals.count(Int(value)) : "\(value)"
  }

  /// The words of a name, one below the other.
  private static func header(_ name: String) -> String {
    name.split(separator: "-").joined(separator: "\n")
  }

  private static func percent(_ share: Estimate?) -> String {
    guard let share else { return Numerals.unknown }
    func whole(_ share: Double) -> String { Numerals.fixed(share * 100, decimals: 0) }
    return "\(whole(share.value)) (\(whole(share.low)) to \(whole(share.high)))"
  }

  private static func points(_ loss: Estimate?) -> String {
    guard let loss else { return Numerals.unknown }
    func whole(_ share: Double) -> String { Numerals.fixed(share * 100, decimals: 0) }
    let mark = loss.low > 0 || loss.high < 0 ? "*" : ""
    return "\(whole(loss.value))\(mark) (\(whole(loss.low)) to \(whole(loss.high)))"
  }
}
