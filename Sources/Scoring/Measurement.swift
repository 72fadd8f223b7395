/// A metric's value in one run, before it is written into a row.
///
/// Infinite values and bounds are for ranking only: `MetricRow` writes them as absent.
struct Measurement {
  /// The value; nil if it is undefined, such as a share of nothing.
  var value: Double?
  /// A 95 % interval, where one is given.
  var interval: Interval?
  /// How many were counted, where the metric is a count or a share.
  var count: Int?
  /// Out of how many, where the metric is a share.
  var total: Int?

  /// A count.
  static func count(_ count: Int) -> Measurement {
    Measurement(value: Double(count), count: count)
  }

  /// A share with the interval for independent trials; undefined if `total` is 0.
  static func share(_ count: Int, of total: Int) -> Measurement {
    guard total > 0 else { return Measurement(count: count, total: total) }
    let share = Double(count) / Double(total)
    return Measurement(
      value: share, interval: .wilson(share: share, trials: Double(total)), count: count,
      total: total)
  }
}
