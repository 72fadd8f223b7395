import Settings
public import Vocabulary

/// What results must be for a change to go through, such as
/// `share_alerted_7d >= 0.6, alerts_per_1000_week <= 2`.
///
/// Conditions have commas between; all must hold. Each is a metric of the catalogue, a comparison
/// (`>=`, `>`, `<=` or `<`) and a number, which may be written as `60 %`.
public struct Gate: Sendable, Equatable {
  /// The conditions, in order; at least one.
  public let conditions: [Condition]

  /// What one metric must be.
  public struct Condition: Sendable, Equatable {
    /// The metric, as the catalogue names it.
    public var metric: String
    /// How it must compare to the bound.
    public var comparison: Comparison
    /// The bound, in the metric's unit.
    public var bound: Double
    /// The condition as it was written.
    public var text: String
  }

  /// How a value may have to compare to a bound.
  public enum Comparison: String, Sendable, Codable, CaseIterable {
    /// At least.
    case atLeast = ">="
    /// At most.
    case atMost = "<="
    /// More.
    case above = ">"
    /// Less.
    case below = "<"

    /// Whether a value compares so.
    func holds(_ value: Double, _ bound: Double) -> Bool {
      switch self {
      case .atLeast: value >= bound
      case .atMost: value <= bound
      case .above: value > bound
      case .below: value < bound
      }
    }
  }

  /// What became of a condition.
  public struct Outcome: Sendable, Equatable, Codable {
    /// The condition as it was written.
    public var condition: String
    /// The metric, as the catalogue names it.
    public var metric: String
    /// What was found; nil if it is undefined, such as a share of no meetings.
    ///
    /// Of a precision at another prevalence, its lower end where no false alarm was seen: 100 %
    /// would promise too much.
    public var found: Double?
    /// Whether the condition holds; what is undefined holds no condition.
    public var holds: Bool
  }

  /// Reads a gate.
  ///
  /// - Throws: `GateError` for anything that is not a condition.
  public init(_ text: String) throws(GateError) {
    var conditions: [Condition] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      conditions.append(try Condition(String(part)))
    }
    self.conditions = conditions
  }

  /// Holds results against the gate.
  ///
  /// - Parameter rows: every metric of the catalogue, for one detector.
  /// - Returns: an outcome per condition, in order.
  public func outcomes(for rows: [MetricRow]) -> [Outcome] {
    conditions.map { condition in
      let row = rows.first { $0.name == condition.metric }
      let found = row?.isPrecisionWithoutFalseAlarm == true ? row?.low : row?.value
      return Outcome(
        condition: condition.text, metric: condition.metric, found: found,
        holds: found.map { condition.comparison.holds($0, condition.bound) } ?? false)
    }
  }

  /// The metrics that a gate may name, each with its unit, as it is written there.
  ///
  /// Those of the catalogue with `_` for `-`; `preceded` is written `share_alerted`, `weekly` `week`.
  /// Not those over all thresholds, as all detectors together, which a gate judges, have none.
  public static let metrics: [(name: String, unit: String)] = judged.map {
    (Gate.name(of: $0), $0.unit)
  }

  static let judged: [Metric] = MetricCatalogue.all.filter { metric in
    !MetricCatalogue.overThresholds.contains { $0.name == metric.name }
  }

  static func name(of metric: Metric) -> String {
    var words = metric.name.split(separator: "-").map(String.init)
    if words.first == "preceded" { words.replaceSubrange(0..<1, with: ["share", "alerted"]) }
    if words.last == "weekly" { words[words.count - 1] = "week" }
    return words.joined(separator: "_")
  }
}

extension Gate.Condition {
  fileprivate init(_ part: String) throws(GateError) {
    let text = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // The longer signs first: ">" is the beginning of ">=".
    let found = Gate.Comparison.allCases.sorted { $0.rawValue.count > $1.rawValue.count }
      .compactMap { sign in text.firstRange(of: sign.rawValue).map { (sign, $0) } }.first
    guard let (sign, range) = found else { throw .noComparison(text) }
    let name = text[..<range.lowerBound].filter { !$0.isWhitespace }
    let written = text[range.upperBound...].filter { !$0.isWhitespace }
    let metric = Gate.judged.first {
      [$0.name, Gate.name(of: $0)].contains(name)
        || Gate.name(of: $0) == name.replacing("-", with: "_")
    }
    guard let metric else { throw .unknownMetric(name) }
    let isPercent = written.hasSuffix("%")
    guard let number = Double(isPercent ? String(written.dropLast()) : written), number.isFinite
    else { throw .noNumber(written, metric: name) }
    guard !isPercent || metric.unit == "share" else {
      throw .noShare(metric: name, unit: metric.unit)
    }
    let bound = isPercent ? number / 100 : number
    guard metric.unit != "share" || (0...1).contains(bound) else {
      throw .beyondShare(written, metric: name)
    }
    self.init(metric: metric.name, comparison: sign, bound: bound, text: text)
  }
}

/// A gate that cannot be understood.
public enum GateError: Error, Equatable, CustomStringConvertible {
  /// A part without a comparison.
  case noComparison(String)
  /// A name that is no metric's.
  case unknownMetric(String)
  /// What stands behind the comparison is no number.
  case noNumber(String, metric: String)
  /// A percentage of what is no share.
  case noShare(metric: String, unit: String)
  /// A share below 0 or above 1.
  case beyondShare(String, metric: String)

  /// What was found, what was expected, and what to do.
  public var description: String {
    switch self {
    case .noComparison(let text):
      "found \"\(text)\", expected a metric, a comparison and a number such as "
        + "share_alerted_7d >= 0.6, with commas between several"
    case .unknownMetric(let name):
      "found \"\(name)\", expected a metric; "
        + (NearestName(to: name).among(Gate.metrics.map(\.name)).map { "did you mean \($0)?" }
          ?? "`tocsin compare --help` lists them")
    case .noNumber(let text, let metric):
      "\(metric): found \"\(text)\" behind the comparison, expected a number such as 0.6 or 60 %"
    case .noShare(let metric, let unit):
      "\(metric): found a percentage, expected a number of \(unit)"
    case .beyondShare(let text, let metric):
      "\(metric): found \(text), expected a share from 0 to 1; "
        + (Double(text).map { (1...100).contains($0) } == true
          ? "did you mean \(text) %?" : "write it as 0.6 or as 60 %")
    }
  }
}
