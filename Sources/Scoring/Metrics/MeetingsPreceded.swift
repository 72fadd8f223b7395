import Vocabulary

extension Metric {
  /// The share of meetings with an alert on the groomer at some time before: lead > 0.
  ///
  /// #{L_i > 0} / #{cases}, with L_i the time from first alert to meeting; a miss and an alert after
  /// the meeting count in the denominator. An alert in the very second of the meeting is not early:
  /// nobody could act on it. Early-warning recall; the interval is that of `ClusteredTrials`.
  public static let preceded = Metric(
    name: "preceded", unit: "share", direction: .higher,
    summary: "Meetings with an alert on the groomer at any time before."
  ) { record in
    shareOfMeetings(in: record) { $0 > 0 }
  }

  /// The share of meetings with an alert on the groomer at least so many days before.
  ///
  /// #{L_i ≥ d days} / #{cases}, to the second; see `preceded`.
  public static func precededByDays(_ days: Int) -> Metric {
    let least = days * Int(SimTime.secondsPerDay)
    return Metric(
      name: "preceded-\(days)d", unit: "share", direction: .higher,
      summary: "Meetings with an alert on the groomer at least \(days) days before."
    ) { record in
      shareOfMeetings(in: record) { $0 >= least }
    }
  }

  private static func shareOfMeetings(
    in record: DetectorRecord, whereLead isEnough: (Int) -> Bool
  ) -> Measurement {
    ClusteredTrials(
      outcomes: record.leads.map { $0.map(isEnough) ?? false }, clusters: record.caseGroomers
    ).measurement
  }
}
