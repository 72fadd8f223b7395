/// What happened first to children in sustained contact, by days since first contact: an alert of one
/// detector on the groomer, a meeting, or breaking off.
///
/// By Aalen and Johansen over all sustained contacts. A meeting is no end of observation but an end
/// of the chance to be in time: to censor at it would make the detector look better. Alerts before first
/// contact count as at 0 days, those from the second of the meeting on not at all. What had not
/// happened by the end of the run is censored. Intervals are as in `SurvivalCurve`.
public struct CompetingIncidence: Codable, Sendable, Equatable {
  /// The detector, or `Evaluation.anyDetector`.
  public var detector: String
  /// Sustained contacts.
  public var contacts: Int
  /// Persons who groom, with a sustained contact.
  public var groomers: Int
  /// The longest that any contact was observed, in days: the curves end there.
  public var followUpDays: Double
  /// The shares at 0 days and where any of them changes.
  ///
  /// Ascending by time, thinned to at most `SurvivalCurves.pointLimit`. They stay as they are until the
  /// next point.
  public var points: [Point]

  /// The shares from a day on; together with `waiting` they are 1.
  public struct Point: Codable, Sendable, Equatable {
    /// Days since first contact.
    public var days: Double
    /// Contacts under observation, and nothing yet, just before.
    public var atRisk: Int
    /// The share alerted on while the contact went on, and before any meeting.
    public var alerted: Estimate
    /// The share who met, with no alert before.
    public var met: Estimate
    /// The share whose contact broke off, with no alert before.
    public var brokenOff: Estimate
    /// The share to whom nothing of this has happened yet.
    public var waiting: Double
  }

  /// Estimates the curves of one detector.
  init(detector: String, contacts: [ScoredContact]) {
    let rows = SurvivalTimes(contacts, \.timeToFirst)
    let any = Incidence(of: nil, in: rows)
    let causes = ScoredContact.Outcome.allCases.map { Incidence(of: $0.rawValue, in: rows) }
    self.detector = detector
    self.contacts = rows.count
    groomers = rows.clusterCount
    followUpDays = rows.times.last ?? 0
    points = any.pointTimes().compactMap { days in
      let shares = causes.compactMap { $0.estimate(at: days) }
      guard shares.count == causes.count else { return nil }
      return Point(
        days: days, atRisk: any.atRisk(at: days), alerted: shares[0], met: shares[1],
        brokenOff: shares[2], waiting: any.step(at: days).map { any.survival[$0] } ?? 1)
    }
  }
}
