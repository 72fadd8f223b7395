import Vocabulary

extension Metric {
  /// The median time from first contact to the first alert on the groomer, in days.
  ///
  /// a_i − s_i over all meetings, a miss as +∞, by `Quantiles`; absent if more than half had no
  /// alert. Below 0, the groomer was noticed before approaching this child. Alerts after the meeting
  /// count with their time: this is the detector's pace, and lead time says whether it was in time.
  public static let contactToAlertMedian = Metric(
    name: "contact-to-alert-median", unit: "days", direction: .lower,
    summary:
      "At least half of the children who met a groomer had the groomer alerted on this soon.",
    absence: .noAlert
  ) { record in
    let days = record.delays.map { seconds in
      seconds.map { Double($0) / Double(SimTime.secondsPerDay) } ?? .infinity
    }
    return .quantile(0.5, of: days, clusters: record.caseGroomers)
  }
}
