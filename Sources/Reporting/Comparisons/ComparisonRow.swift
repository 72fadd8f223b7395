import Scoring
import Vocabulary

/// A line of the table of a comparison: a metric, and how it is written.
struct ComparisonRow {
  let title: String
  let metric: Metric
  let write: (Double) -> String

  /// The lines, in order; the JSON has every metric.
  static var all: [ComparisonRow] {
    [
      percent("meetings with an alert before, %", .preceded),
      percent("  by 7 days or more, %", .precededByDays(7)),
      percent("  by 30 days or more, %", .precededByDays(30)),
      ComparisonRow(title: "median lead, days", metric: .leadMedian, write: Numerals.days),
      percent("groomers flagged, %", .groomersAlerted),
      ComparisonRow(title: "accounts flagged", metric: .accountsAlerted) {
        Numerals.count(Int($0))
      },
      ComparisonRow(
        title: "flagged per 1,000 accounts a week", metric: .firstAlertRate, write: Numerals.signed),
      ComparisonRow(
        title: "alerts per 1,000 accounts a week", metric: .alertRate, write: Numerals.signed),
      percent("innocent adults flagged, %", .falseAlarmsAdults),
      percent("precision here, %", .precision),
      percent("precision at 1 in 1,000, %", .precision(at: .oneAdultIn(1_000))),
    ]
  }

  /// The line's cells.
  func cells(_ figure: Comparison.Figure) -> [String] {
    [
      title, cell(figure.inUse), cell(figure.candidate),
      figure.difference.map { plus($0) + mark(figure) } ?? Numerals.unknown,
      figure.interval.map { "\(plus($0.low)) to \(plus($0.high))" } ?? "",
    ]
  }

  /// A value; the lower end of a precision where no false alarm was seen, for "100" would promise too
  /// much.
  private func cell(_ row: MetricRow) -> String {
    if row.isPrecisionWithoutFalseAlarm, let low = row.low { return ">" + write(low) }
    return row.value.map(write) ?? Numerals.unknown
  }

  private func plus(_ difference: Double) -> String {
    metric.unit == "share"
      ? Numerals.percentDifference(difference) : (difference > 0 ? "+" : "") + write(difference)
  }

  /// Whether it is clearly better or worse.
  private func mark(_ figure: Comparison.Figure) -> String {
    guard let interval = figure.interval, interval.isClear, figure.direction != .neither else {
      return "  "
    }
    return (interval.value > 0) == (figure.direction == .higher) ? " +" : " !"
  }

  private static func percent(_ title: String, _ metric: Metric) -> ComparisonRow {
    ComparisonRow(title: title, metric: metric) { share in
      (share < 0 ? "-" : "") + Numerals.percent(share.magnitude)
    }
  }
}

extension Numerals {
  /// A rate that may be below 0.
  static func signed(_ value: Double) -> String {
    (value < 0 ? "-" : "") + rate(value.magnitude)
  }

  /// A difference of shares in percent points with its sign, which is never a bound such as ">99.99".
  static func percentDifference(_ difference: Double) -> String {
    let points = difference.magnitude * 100
    let text = points < 0.01 || points > 99.99 ? fixed(points, decimals: 0) : percent(points / 100)
    return (text == "0" ? "" : difference < 0 ? "-" : "+") + text
  }

  /// A p-value: two digits that count, and no less than 0.0001.
  static func chance(_ p: Double) -> String {
    p < 0.0001 ? "below 0.0001" : p > 0.995 ? "1" : significant(p, digits: 2)
  }

  /// A count with what is counted, such as `1 day` or `1,000 days`.
  static func counting(_ value: Int, _ noun: String) -> String {
    "\(count(value)) \(noun)\(value == 1 ? "" : "s")"
  }
}
