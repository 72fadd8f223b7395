public import Scoring

/// Many worlds of an experiment, for people and for programs: a table per point, a line per detector.
public struct SweepReport: Sendable {
  /// What stands above the tables.
  public var context: Context
  /// The points, in order.
  public var points: [ReplicatedPoint]
  /// Why worlds could not be measured, the first few; empty if all were.
  public var failures: [String]

  /// What a reader must know of the experiment.
  public struct Context: Sendable, Encodable {
    /// The scenario file.
    public var scenario: String
    /// The first and the last seed of each point.
    public var firstSeed: Int
    /// The last seed.
    public var lastSeed: Int
    /// The version of Tocsin.
    public var version: String
    /// The file of all results.
    public var results: String

    /// Makes a context.
    public init(
      scenario: String, seeds: ClosedRange<Int>, version: String, results: String
    ) {
      self.scenario = scenario
      firstSeed = seeds.lowerBound
      lastSeed = seeds.upperBound
      self.version = version
      self.results = results
    }
  }

  /// The metrics of the tables.
  public static let headline: [Metric] = [
    .preceded, atPrice, .leadMedian, .firstAlertRate, .precision(at: .oneAdultIn(1_000)),
  ]
  /// Meetings preceded at the price in the middle of the grid, 0.1.
  private static let atPrice = Metric.preceded(at: WeeklyRate.prices[1])
  /// Tables on a screen, at most; our choice.
  static let pointsListed = 20

  /// Makes a report.
  public init(context: Context, points: [ReplicatedPoint], failures: [String]) {
    self.context = context
    self.points = points
    self.failures = failures
  }

  /// The report as plain text of at most 100 columns, with a line break at its end.
  public func text() -> String {
    let listed = points.prefix(Self.pointsListed)
    let blocks = [title] + listed.map(table) + [rest, failed, notes, limits]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var title: [String] {
    let seeds =
      context.firstSeed == context.lastSeed
      ? "seed \(context.firstSeed)" : "seeds \(context.firstSeed) to \(context.lastSeed)"
    return Paragraph.lines(
      "\(context.scenario.printable): \(Numerals.counting(points.count, "point")), "
        + "\(seeds), Tocsin \(context.version.printable)")
  }

  private func table(of point: ReplicatedPoint) -> [String] {
    let settings = point.settings.map { "\($0.key.printable) = \($0.value.printable)" }
    let worlds =
      Numerals.counting(point.worlds, "world")
      + (point.failed > 0 ? ", \(Numerals.count(point.failed)) failed" : "")
    let table = TextTable(
      headers: [
        "detector", "meetings\npreceded\n%", "preceded\nat price\n0.1, %", "median\nlead\ndays",
        "flagged\nper 1,000\na week", "precision\nat 1 in 1,000\n%",
      ],
      rows: point.detectors.map { detector in
        [detector.name == Evaluation.anyDetector ? "any of them" : detector.name.printable]
          + Self.cells(of: detector, in: point)
      })
    return Paragraph.lines((settings + [worlds]).joined(separator: ", "))
      + (point.worlds > 0
        ? table.broken(leading: 1, trailing: 0).flatMap { $0.lines() } : [])
  }

  private static let writers: [@Sendable (Double) -> String] = [
    Numerals.percent, Numerals.percent, Numerals.days, Numerals.rate, Numerals.percent,
  ]

  /// The headline of a detector.
  static func cells(of detector: ReplicatedPoint.Detector, in point: ReplicatedPoint) -> [String] {
    headline.map { metric in
      detector[metric].map { cell($0, of: point, metric) } ?? Numerals.unknown
    }
  }

  /// A value of a headline metric with its interval; what is special about it in signs.
  static func cell(_ found: Replicates, of point: ReplicatedPoint, _ metric: Metric) -> String {
    guard found.worlds > 0 else { return Numerals.unknown }
    let place = headline.firstIndex { $0.name == metric.name }
    let write = place.map { writers[$0] } ?? { Numerals.significant($0) }
    func end(_ value: Double?) -> String { value.map(write) ?? Numerals.none }
    var cell = (found.told == .median ? "~" : "") + end(found.value)
    if let interval = found.interval {
      // A lead may be below 0, so that a hyphen could be taken for its sign.
      let to = found.unit == "days" ? " to " : "-"
      cell += " (\(end(interval.low))\(to)\(end(interval.high)))"
    }
    if found.withoutAlert > 0 { cell += " [\(found.withoutAlert)]" }
    if found.worlds < point.worlds { cell += " n\(found.worlds)" }
    return cell
  }

  private var rest: [String] {
    let left = points.count - Self.pointsListed
    return left > 0 ? ["... and \(Numerals.counting(left, "further point")) in the results."] : []
  }

  private var failed: [String] {
    failures.isEmpty ? [] : ["Worlds that could not be measured:"] + Paragraph.list(failures)
  }

  private var notes: [String] {
    Self.notes(on: points).flatMap { Paragraph.lines($0) }
      + ["All results: \(context.results.printable)"]
  }

  /// What the figures of points are, as far as there are such.
  static func notes(on points: [ReplicatedPoint]) -> [String] {
    let found = points.flatMap(\.detectors).flatMap(\.metrics)
    var notes: [String] = []
    if found.contains(where: { $0.metric == Self.atPrice.name && $0.worlds > 0 }) {
      notes.append(
        "At price 0.1: with the threshold that precedes most meetings at no more than 0.1 first "
          + "alerts on innocent accounts per 1,000 accounts a week, chosen with the truth of each "
          + "world known: better than any threshold set beforehand.")
    }
    if found.contains(where: { $0.source == .betweenWorlds && $0.told == .mean }) {
      notes.append(
        "Means over worlds, with 95 % intervals by Student's distribution: a world is the unit.")
    }
    if found.contains(where: { $0.source == .withinWorld && $0.worlds == 1 }) {
      notes.append(
        "Of one world, the interval tells of chance within it alone; take more --seeds to see how "
          + "worlds differ.")
    }
    if found.contains(where: { $0.source == .withinWorld && $0.worlds > 1 }) {
      notes.append(
        "Where all worlds have the same value, the interval is the widest within one of them.")
    }
    if found.contains(where: { $0.told == .median && $0.worlds > 1 }) {
      notes.append(
        "~ the median over worlds, those without an alert to take a lead from ([how many]) ranked "
          + "worst; its interval needs six worlds.")
    }
    if points.contains(where: { point in
      point.detectors.contains { $0.metrics.contains { (1..<point.worlds).contains($0.worlds) } }
    }) {
      notes.append("n: so many worlds had anything to measure; the others are left out.")
    }
    return notes
  }

  private var limits: [String] {
    ["What this cannot tell"] + Paragraph.list([Limits.invented])
  }
}
