import Scoring
import Vocabulary

/// What an evaluation says of its detectors, written for a page: every value with its interval.
struct MetricCells {
  let evaluation: Evaluation

  /// The detectors, and all of them together where there are several, with what they are called.
  var detectors: [(name: String, title: String)] {
    let named = evaluation.detectors.filter { $0 != Evaluation.anyDetector }
    let each = named.map { (name: $0, title: $0) }
    return named.count == 1
      ? each : each + [(name: Evaluation.anyDetector, title: "any of them")]
  }

  /// A metric of a detector.
  func row(_ metric: Metric, _ detector: String) -> MetricRow? {
    evaluation.row(metric, for: detector)
  }

  /// A share in percent with its interval, such as `56 (23-84)`.
  func percent(_ metric: Metric, _ detector: String) -> String {
    Self.percent(row(metric, detector))
  }

  /// A share in percent with its interval; of a precision without a false alarm its lower end alone.
  static func percent(_ row: MetricRow?) -> String {
    guard let row, let value = row.value else { return Numerals.unknown }
    if row.isPrecisionWithoutFalseAlarm, let low = row.low { return ">" + Numerals.percent(low) }
    let range = row.low == nil ? "" : " (\(Numerals.percentRange(row.low, row.high)))"
    return Numerals.percent(value) + range
  }

  /// A duration in days with its interval.
  func days(_ metric: Metric, _ detector: String) -> String {
    guard let row = row(metric, detector) else { return Numerals.unknown }
    let value = row.value.map(Numerals.days) ?? Numerals.none
    let range = Numerals.daysRange(row.low, row.high)
    return range == Numerals.none ? value : "\(value) (\(range))"
  }

  /// A rate with its interval.
  func rate(_ metric: Metric, _ detector: String) -> String {
    guard let row = row(metric, detector), let value = row.value else { return Numerals.unknown }
    let range = row.low == nil ? "" : " (\(Numerals.rateRange(row.low, row.high)))"
    return Numerals.rate(value) + range
  }

  /// A count.
  func count(_ metric: Metric, _ detector: String) -> String {
    row(metric, detector)?.count.map(Numerals.count) ?? Numerals.unknown
  }
}
