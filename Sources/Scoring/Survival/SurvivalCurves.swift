public import Activity
public import Vocabulary

/// How fast each detector was, over all sustained contacts of a run: the curves a report draws.
///
/// It follows from its arguments alone, so the same run gives the same bytes when encoded with sorted
/// keys.
public struct SurvivalCurves: Codable, Sendable, Equatable {
  /// Time to alert: one curve per detector in the order given, then that of `Evaluation.anyDetector`.
  public var curves: [SurvivalCurve]
  /// What happened first: alert, meeting or breaking off, for the same detectors.
  public var incidences: [CompetingIncidence]

  /// The most points that a curve has.
  public static let pointLimit = 200

  /// Works out the curves of one replay.
  ///
  /// - Parameters:
  ///   - truth: Who groomed whom, when they met, and when the run ended.
  ///   - alerts: Every alert of every detector, in any order.
  ///   - detectors: Names of all detectors that were replayed, also of those that stayed silent.
  ///   - subjects: The accounts.
  /// - Throws: `ScoringError` when the arguments do not belong together.
  /// - Complexity: O(accounts + alerts + detectors · contacts · (log contacts + points)).
  public init(
    truth: GroundTruth, alerts: [Alert], detectors: [String], subjects: Subjects
  ) throws(ScoringError) {
    let census = try Census(truth: truth, subjects: subjects)
    let replay = try Replay(alerts: alerts, detectors: detectors, accounts: subjects.count)
    let names = detectors + [Evaluation.anyDetector]
    let contacts = replay.raised.map { census.contacts(alertedOn: $0) }
    curves = zip(names, contacts).map { SurvivalCurve(detector: $0, contacts: $1) }
    incidences = zip(names, contacts).map { CompetingIncidence(detector: $0, contacts: $1) }
  }
}
