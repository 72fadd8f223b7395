public import Settings
import Vocabulary

/// Adults who write to several under-18s with whom they are not connected.
///
/// The rule that several platforms announced as a restriction: an adult may not write to a young
/// person who is not connected to it. Here it blocks nothing and counts: the different under-18s
/// written to in a sliding window who are no friends, or who had no friend in common with the
/// adult when one of the two asked or followed the other. Friendships from before the run count as
/// connections.
struct MessagesToMinors: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "messages-to-minors", group: .policy,
    about: "Messages of an adult to several under-18s with whom it is not connected.",
    because:
      "wrote to {unconnected-minors} under-18s who were no friends, or had had no friend in common",
    isEnabled: { $0.messagesToMinors.enabled },
    setThreshold: { $0.messagesToMinors.minimumMinors = max(1, Int($1.rounded(.up))) }
  ) { settings, _ in MessagesToMinors(settings: settings.messagesToMinors) }

  private let settings: MessagesToMinorsSettings
  /// The under-18s with whom each adult had no friend in common when one asked or followed the other.
  private var strangers = RecentOthers(days: .infinity)
  private var minors: RecentOthers

  init(settings: MessagesToMinorsSettings) {
    self.settings = settings
    minors = RecentOthers(days: settings.windowDays)
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      let facts = batch.features.facts[row]
      let (actor, target) = (batch.events.actors[row], batch.events.targets[row])
      switch batch.events.kinds[row] {
      case EventKind.request.rawValue, EventKind.follow.rawValue:
        guard batch.features.mutualFriends[row] == 0 else { continue }
        if facts.contains(.adultToMinor) {
          strangers.note(target, of: actor, at: row, of: batch)
        } else if facts.contains(.minorToAdult) {
          strangers.note(actor, of: target, at: row, of: batch)
        }
      case EventKind.message.rawValue:
        guard facts.contains(.adultToMinor),
          !facts.contains(.areFriends) || strangers.has(target, of: actor)
        else { continue }
        let recent = minors.note(target, of: actor, at: row, of: batch)
        guard recent.count >= settings.minimumMinors else { continue }
        alerts.raise(
          AccountID(rawValue: actor), at: row, of: batch, score: Double(recent.count),
          reasons: [recent.reason(named: "unconnected-minors")])
      default: continue
      }
    }
  }
}

/// Parameters of the detector of messages to unconnected under-18s.
public struct MessagesToMinorsSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = false
  /// Length of the sliding window, in days.
  public var windowDays = 7.0
  /// Different under-18s written to that raise an alert.
  public var minimumMinors = 3

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "window-days", \.windowDays, unit: "days", in: 0.1...365.0,
      source: .assumption("our choice"), about: "Length of the sliding window."),
    .number(
      "minimum-minors", \.minimumMinors, unit: "accounts", in: 1...SlidingWindowLimit.values,
      source: .assumption("our choice; sweep it to trade lead time for false alarms"),
      about: "Different unconnected under-18s written to that raise an alert."),
  ]
}
