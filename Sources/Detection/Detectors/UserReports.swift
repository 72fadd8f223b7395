public import Settings
import Vocabulary

/// Adults whom several accounts report.
///
/// What a platform has without any detector: its users' own reports. For each adult account, the
/// different accounts that reported it in a sliding window.
struct UserReports: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "user-reports", group: .policy,
    about: "Reports of an adult by several users.",
    because: "was reported by {reporters} users",
    isEnabled: { $0.userReports.enabled },
    setThreshold: { $0.userReports.minimumReporters = max(1, Int($1.rounded(.up))) }
  ) { settings, _ in UserReports(settings: settings.userReports) }

  private let settings: UserReportsSettings
  private var reporters: RecentOthers

  init(settings: UserReportsSettings) {
    self.settings = settings
    reporters = RecentOthers(days: settings.windowDays)
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      let facts = batch.features.facts[row]
      guard batch.events.kinds[row] == EventKind.report.rawValue, facts.contains(.targetIsAdult),
        settings.adultsCount || facts.contains(.actorIsMinor)
      else { continue }
      let suspect = batch.events.targets[row]
      let recent = reporters.note(batch.events.actors[row], of: suspect, at: row, of: batch)
      guard recent.count >= settings.minimumReporters else { continue }
      alerts.raise(
        AccountID(rawValue: suspect), at: row, of: batch, score: Double(recent.count),
        reasons: [recent.reason(named: "reporters")])
    }
  }
}

/// Parameters of the detector of users' reports.
public struct UserReportsSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = false
  /// Length of the sliding window, in days.
  public var windowDays = 28.0
  /// Different reporters that raise an alert.
  public var minimumReporters = 2
  /// Whether reports count that are not made by under-18s.
  public var adultsCount = false

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "window-days", \.windowDays, unit: "days", in: 0.1...365.0,
      source: .assumption("our choice"), about: "Length of the sliding window."),
    .number(
      "minimum-reporters", \.minimumReporters, unit: "accounts", in: 1...SlidingWindowLimit.values,
      source: .assumption("our choice; sweep it to trade lead time for false alarms"),
      about: "Different reporters that raise an alert."),
    .flag(
      "adults-count", \.adultsCount,
      source: .assumption("our choice: the question is what under-18s report"),
      about: "Whether reports count that are not made by accounts of under-18s."),
  ]
}
