extension Metric {
  /// The median of what part of the time from first contact to the meeting was left when the alert
  /// came.
  ///
  /// E_i = (m_i − a_i) / (m_i − s_i) over all meetings, a miss as −∞, by `Quantiles`: 1 is an alert at first
  /// contact, 0 one at the meeting; above 1 it came before first contact, below 0 after the
  /// meeting. Absent, at least half had none. A meeting in the second of first contact counts as a
  /// second later. Our measure, after the lead times of activity monitoring.
  public static let relativeEarlinessMedian = Metric(
    name: "relative-earliness-median", unit: "of the time to the meeting", direction: .higher,
    summary:
      "Half of all meetings had at least this part of the time since contact left at the alert.",
    absence: .noAlert
  ) { record in
    let parts = zip(record.leads, record.delays).map { lead, delay in
      guard let lead, let delay else { return -Double.infinity }
      return Double(lead) / Double(max(1, lead + delay))
    }
    return .quantile(0.5, of: parts, clusters: record.caseGroomers)
  }
}
