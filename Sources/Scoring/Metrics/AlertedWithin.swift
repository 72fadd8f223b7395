extension Metric {
  /// The share of children in sustained contact whose groomer was alerted on within so many days of
  /// first contact, and before any meeting.
  ///
  /// The incidence of alerts by Aalen and Johansen, with meetings and breaking off as competing events
  /// (`CompetingIncidence`), at that day; over all sustained contacts, so that nobody is judged by what
  /// only became of them later. Undefined where the run is too short to tell.
  public static func alertedWithin(days: Int) -> Metric {
    Metric(
      name: "alerted-within-\(days)d", unit: "share", direction: .higher,
      summary:
        "Children in contact whose groomer was alerted on in \(days) days, before any meeting."
    ) { record in
      let alerts = Incidence(
        of: ScoredContact.Outcome.alert.rawValue,
        in: SurvivalTimes(record.contacts, \.timeToFirst))
      guard let share = alerts.estimate(at: Double(days)) else { return Measurement() }
      return Measurement(
        value: share.value, interval: Interval(low: share.low, high: share.high))
    }
  }
}
