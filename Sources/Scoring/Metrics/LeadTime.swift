import Vocabulary

extension Metric {
  /// The median lead time: days from the first alert on the groomer to the meeting.
  ///
  /// L_i = m_i − a_i over all meetings, a miss as −∞, by `Quantiles`: at least half of all meetings
  /// had an alert this long before. Below 0, half had theirs only after the meeting; absent, at
  /// least half had none. The interval is that of `Measurement.quantile`.
  public static let leadMedian = lead(
    0.5, name: "lead-median",
    summary: "At least half of all meetings had an alert this long before; none if half had none.")

  /// The lower quartile of lead time: three in four meetings had an alert at least this long before.
  ///
  /// See `leadMedian`; absent if a quarter or more had none.
  public static let leadLowerQuartile = lead(
    0.25, name: "lead-lower-quartile",
    summary: "At least three in four meetings had an alert this long before.")

  /// The upper quartile of lead time: one in four meetings had an alert at least this long before.
  ///
  /// See `leadMedian`; absent if three quarters or more had none.
  public static let leadUpperQuartile = lead(
    0.75, name: "lead-upper-quartile",
    summary: "At least one in four meetings had an alert this long before.")

  private static func lead(_ p: Double, name: String, summary: String) -> Metric {
    Metric(
      name: name, unit: "days", direction: .higher, summary: summary, absence: .noAlert
    ) { record in
      let days = record.leads.map { seconds in
        seconds.map { Double($0) / Double(SimTime.secondsPerDay) } ?? -.infinity
      }
      return .quantile(p, of: days, clusters: record.caseGroomers)
    }
  }
}
