public import Settings
import Vocabulary

/// Adults who ask, follow or write to strangers more than a fixed limit allows in 24 hours.
///
/// Platforms have such limits against spam; here they slow nobody down. What is held against the
/// threshold is the largest share of a limit that is used up in the 24 hours up to an event: of
/// requests, of follows, and of runs of messages to under-18s who are no friends.
struct RateLimits: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "rate-limits", group: .policy,
    about: "More requests, follows or messages to strangers in a day than a fixed limit allows.",
    because:
      "made {requests} requests and {follows} follows and wrote {messages} runs of messages to "
      + "under-18s who were no friends in 24 hours: {share-of-limit} of what is allowed of one",
    isEnabled: { $0.rateLimits.enabled },
    setThreshold: { $0.rateLimits.shareOfLimit = max(0, $1) }
  ) { settings, _ in RateLimits(settings: settings.rateLimits) }

  private let settings: RateLimitsSettings
  private var acts: [UInt32: Acts] = [:]

  /// The numbers of an account's events of each kind in 24 hours.
  private struct Acts {
    var requests = SlidingWindow<Int>(days: 1)
    var follows = SlidingWindow<Int>(days: 1)
    var messages = SlidingWindow<Int>(days: 1)
  }

  init(settings: RateLimitsSettings) {
    self.settings = settings
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      let facts = batch.features.facts[row]
      guard facts.contains(.actorIsAdult) else { continue }
      let (actor, time) = (batch.events.actors[row], batch.events.times[row])
      let number = batch.events.number(of: row)
      switch batch.events.kinds[row] {
      case EventKind.request.rawValue:
        acts[actor, default: Acts()].requests.append(number, at: time)
      case EventKind.follow.rawValue:
        acts[actor, default: Acts()].follows.append(number, at: time)
      case EventKind.message.rawValue
      where facts.contains(.targetIsMinor) && !facts.contains(.areFriends):
        acts[actor, default: Acts()].messages.append(number, at: time)
      default: continue
      }
      judge(actor, at: row, of: batch, &alerts)
    }
  }

  private func judge(
    _ actor: UInt32, at row: Int, of batch: borrowing EventBatch, _ alerts: inout AlertSink
  ) {
    let suspect = AccountID(rawValue: actor)
    guard alerts.wants(suspect, at: row, of: batch), let acts = acts[actor] else { return }
    let time = batch.events.times[row]
    let (requests, follows) = (acts.requests.count(at: time), acts.follows.count(at: time))
    let messages = acts.messages.count(at: time)
    let share = max(
      Double(requests) / Double(settings.requestsPerDay),
      Double(follows) / Double(settings.followsPerDay),
      Double(messages) / Double(settings.messagesPerDay))
    guard share >= settings.shareOfLimit else { return }
    alerts.raise(
      suspect, at: row, of: batch, score: share,
      reasons: [
        Alert.Reason(name: "share-of-limit", value: share, unit: "share"),
        reason("requests", acts.requests, requests),
        reason("follows", acts.follows, follows),
        reason("messages", acts.messages, messages),
      ])
  }

  private func reason(
    _ name: String, _ events: SlidingWindow<Int>, _ count: Int
  ) -> Alert.Reason {
    Alert.Reason(
      name: name, value: Double(count), unit: "events",
      events: Array(events.values.suffix(min(count, 8))))
  }
}

/// Parameters of the detector of fixed limits.
public struct RateLimitsSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = false
  /// Requests allowed in 24 hours.
  public var requestsPerDay = 10
  /// Follows allowed in 24 hours.
  public var followsPerDay = 20
  /// Runs of messages to under-18s who are no friends allowed in 24 hours.
  public var messagesPerDay = 5
  /// The share of a limit from which there is an alert.
  public var shareOfLimit = 1.0

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "requests-per-day", \.requestsPerDay, unit: "requests", in: 1...SlidingWindowLimit.values,
      source: .assumption(
        "our choice, as no platform publishes its own"),
      about: "Friend requests allowed in 24 hours."),
    .number(
      "follows-per-day", \.followsPerDay, unit: "follows", in: 1...SlidingWindowLimit.values,
      source: .assumption("our choice: following is lighter than asking"),
      about: "Follows allowed in 24 hours."),
    .number(
      "messages-per-day", \.messagesPerDay, unit: "runs of messages",
      in: 1...SlidingWindowLimit.values, source: .assumption("our choice"),
      about: "Runs of messages to under-18s who are no friends allowed in 24 hours."),
    .number(
      "share-of-limit", \.shareOfLimit, unit: "share", in: 0.0...1_000.0,
      source: .assumption("1 is the limits as they stand; sweep it to move all three at once"),
      about: "The share of a limit from which there is an alert."),
  ]
}
