public import Scoring

/// Two files of results side by side, world by world, for people and for programs.
public struct ReplicatedComparisonReport: Sendable {
  /// What came out.
  public var comparison: ReplicatedComparison
  /// The files.
  public var context: Context

  /// What a reader must know of the two files.
  public struct Context: Sendable, Encodable {
    /// The first file.
    public var before: String
    /// The second.
    public var after: String
    /// How many points the pairs are of.
    public var points: Int
    /// Worlds of the first file without one in the second.
    public var onlyBefore: Int
    /// Those of the second without one in the first.
    public var onlyAfter: Int
    /// Worlds that both files have and that could not be measured on a side or both.
    public var failed: Int

    /// Makes a context.
    public init(
      before: String, after: String, points: Int, onlyBefore: Int, onlyAfter: Int, failed: Int
    ) {
      self.before = before
      self.after = after
      self.points = points
      self.onlyBefore = onlyBefore
      self.onlyAfter = onlyAfter
      self.failed = failed
    }
  }

  /// Makes a report.
  public init(comparison: ReplicatedComparison, context: Context) {
    self.comparison = comparison
    self.context = context
  }

  private static let rows: [(metric: Metric, title: String, write: @Sendable (Double) -> String)] =
    [
      (.preceded, "preceded, %", percent), (.leadMedian, "median lead, days", Numerals.days),
      (.firstAlertRate, "flagged per 1,000 a week", Numerals.signed),
      (.precision(at: .oneAdultIn(1_000)), "precision at 1 in 1,000, %", percent),
    ]

  /// The report as plain text of at most 100 columns, with a line break at its end.
  public func text() -> String {
    [title, table, notes, ["What this cannot tell"] + Paragraph.list([Limits.invented])]
      .map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var title: [String] {
    let points = context.points > 1 ? " of \(Numerals.counting(context.points, "point"))" : ""
    let left = [
      (context.onlyBefore, "of the first alone"), (context.onlyAfter, "of the second alone"),
      (context.failed, "that failed on a side"),
    ]
    .filter { $0.0 > 0 }.map { "\(Numerals.count($0.0)) \($0.1)" }
    return Paragraph.lines(
      "\(Numerals.counting(comparison.worldCount, "world"))\(points) on both sides"
        + (left.isEmpty ? "" : "; left out: \(left.joined(separator: ", "))"))
      + ["  before  \(context.before.printable)", "  after   \(context.after.printable)"]
  }

  private var table: [String] {
    let found = comparison.differences(of: Self.rows.map(\.metric))
    var detector = ""
    let rows = found.map { row in
      let line = Self.rows.first { $0.metric.name == row.metric }
      let write = line?.write ?? { "\($0)" }
      func plus(_ value: Double) -> String {
        line?.metric.unit == "share"
          ? Numerals.percentDifference(value) : (value > 0 ? "+" : "") + write(value)
      }
      let isNew = row.detector != detector
      let isMedian = row.told == .median
      func told(_ value: Double?) -> String {
        value.map { (isMedian ? "~" : "") + write($0) }
          ?? (isMedian ? Numerals.none : Numerals.unknown)
      }
      let ends = [row.low, row.high].map { $0.map(plus) ?? Numerals.none }
      let hasInterval = row.low != nil || row.high != nil || row.change != nil
      let interval: String = hasInterval ? ends.joined(separator: " to ") : ""
      let chance: String = row.pHolm.map(Numerals.chance) ?? ""
      detector = row.detector
      return [
        isNew ? (detector == Evaluation.anyDetector ? "any of them" : detector.printable) : "",
        line?.title ?? row.metric, told(row.before), told(row.after),
        (row.difference.map { (isMedian ? "~" : "") + plus($0) } ?? Numerals.unknown)
          + Self.mark(row),
        interval, chance,
        Numerals.count(row.worlds)
          + (row.withoutAlert > 0 ? " [\(Numerals.count(row.withoutAlert))]" : ""),
      ]
    }
    return TextTable(
      headers: ["detector", "", "before", "after", "difference", "95 % interval", "p", "worlds"],
      rows: rows, wordColumns: [0, 1], elasticColumn: 0, wrapsElasticColumn: true
    ).lines()
  }

  private static func mark(_ row: ReplicatedComparison.Difference) -> String {
    guard let change = row.change, row.better != .neither else { return "  " }
    return (change == .more) == (row.better == .higher) ? " +" : " !"
  }

  private static let percent: @Sendable (Double) -> String = { share in
    (share < 0 ? "-" : "") + Numerals.percent(share.magnitude)
  }

  private var notes: [String] {
    Paragraph.lines(
      "Means over the worlds that have a value on both sides, paired by point and seed, with "
        + "Student's 95 % interval of the mean difference, after less before. + better, ! worse, "
        + "where the interval leaves out 0. p is of Student's paired test, after Holm's correction for "
        + "all lines. Where too few alerts came for a median lead in some worlds ([how many]), these are "
        + "ranked worst: ~ is a median over worlds, its interval that of order statistics, of six worlds "
        + "or more, its p that of the sign test. Worlds with nothing to measure are left out, so look at "
        + "how many there are. The JSON has every metric.")
  }

  /// The report as JSON with a line break at its end: every metric of every detector in both files.
  ///
  /// - Throws: `EncodingError` if a value is not finite, which no result holds.
  public func json() throws -> String {
    try JSONText.text(
      of: Document(files: context, worlds: comparison.worldCount, metrics: comparison.differences())
    )
  }

  /// The layout of the JSON.
  private struct Document: Encodable {
    var schemaVersion = 1
    var files: Context
    var worlds: Int
    var metrics: [ReplicatedComparison.Difference]
  }
}
