public import Settings
import Vocabulary

/// Adults whom a young person blocked or reported lately.
///
/// The rule that Meta published on 21 November 2022 for Facebook and Instagram: accounts of adults
/// that may have recently been blocked or reported by a young person count as suspicious, and are
/// kept from being recommended to young people. For each adult account, the different under-18s who
/// blocked or reported it in a sliding window. How many and how recently was not published.
struct RecentlyBlocked: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "recently-blocked", group: .peer,
    about: "Blocks and reports of an adult by under-18s (Meta's published rule).",
    because: "was blocked or reported by {minors} under-18s",
    isEnabled: { $0.recentlyBlocked.enabled },
    setThreshold: { $0.recentlyBlocked.minimumMinors = max(1, Int($1.rounded(.up))) }
  ) { settings, _ in RecentlyBlocked(settings: settings.recentlyBlocked) }

  private let settings: RecentlyBlockedSettings
  private var minors: RecentOthers

  init(settings: RecentlyBlockedSettings) {
    self.settings = settings
    minors = RecentOthers(days: settings.windowDays)
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      let kind = batch.events.kinds[row]
      guard kind == EventKind.block.rawValue || kind == EventKind.report.rawValue,
        batch.features.facts[row].contains(.minorToAdult)
      else { continue }
      let suspect = batch.events.targets[row]
      let recent = minors.note(batch.events.actors[row], of: suspect, at: row, of: batch)
      guard recent.count >= settings.minimumMinors else { continue }
      alerts.raise(
        AccountID(rawValue: suspect), at: row, of: batch, score: Double(recent.count),
        reasons: [recent.reason(named: "minors")])
    }
  }
}

/// Parameters of the detector of accounts that under-18s blocked or reported.
public struct RecentlyBlockedSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = false
  /// Length of the sliding window, in days.
  public var windowDays = 28.0
  /// Different under-18s that raise an alert.
  public var minimumMinors = 1

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "window-days", \.windowDays, unit: "days", in: 0.1...365.0,
      source: .assumption("our choice: how recent is recent was not published"),
      about: "Length of the sliding window."),
    .number(
      "minimum-minors", \.minimumMinors, unit: "accounts", in: 1...SlidingWindowLimit.values,
      source: .published(
        "Meta, 21 November 2022: by a young person, so one is enough", .foundSecondary),
      about: "Different under-18s who blocked or reported that raise an alert."),
  ]
}
