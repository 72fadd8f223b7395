import Vocabulary

extension Metric {
  /// The median delay beyond knowable: days from when a groomer was knowable to the first alert.
  ///
  /// a_i − u_i over the meetings that have both: what the detector lost, and not what nobody could
  /// have known. Below 0, it alerted on other evidence than the oracle's, or by luck. Absent where
  /// no meeting has both, or where nobody worked out what was knowable.
  public static let knowableToAlertMedian = knowable(
    0.5, name: "knowable-to-alert-median",
    summary: "Half of those alerted on who were knowable were so within so many days of that.")

  /// The lower quartile of the same; see `knowableToAlertMedian`.
  public static let knowableToAlertLowerQuartile = knowable(
    0.25, name: "knowable-to-alert-lower-quartile",
    summary: "A quarter of those alerted on who were knowable were so within so many days of that.")

  /// The upper quartile of the same; see `knowableToAlertMedian`.
  public static let knowableToAlertUpperQuartile = knowable(
    0.75, name: "knowable-to-alert-upper-quartile",
    summary: "Three quarters of those alerted on who were knowable were so within so many days.")

  private static func knowable(_ p: Double, name: String, summary: String) -> Metric {
    Metric(name: name, unit: "days", direction: .lower, summary: summary) { record in
      let both = zip(record.delaysBeyondKnowable, record.caseGroomers).compactMap {
        seconds, groomer in
        seconds.map { (days: Double($0) / Double(SimTime.secondsPerDay), groomer: groomer) }
      }
      return .quantile(p, of: both.map(\.days), clusters: both.map(\.groomer))
    }
  }
}
