public import Settings
import Vocabulary

/// Adults who ask or follow many young people with no mutual friend and no geographic link.
///
/// For each adult account, the requests and follows of a sliding window. An alert when the young
/// people among them who share no friend with it and live far away or nowhere declared reach a
/// number, and are at least a share of all it reached out to. The signal is the one the NSPCC named
/// in January 2018.
struct UnconnectedOutreach: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "unconnected-outreach", group: .pattern,
    about: "Requests and follows to many under-18s with no mutual friend and no geographic link.",
    because:
      "asked or followed {unconnected-minors} under-18s far away or of no known place with no friend "
      + "in common, {share-of-outreach} of all whom it reached out to",
    isEnabled: { $0.unconnectedOutreach.enabled },
    setThreshold: { $0.unconnectedOutreach.minimumMinors = max(1, Int($1.rounded(.up))) }
  ) { settings, _ in UnconnectedOutreach(settings: settings.unconnectedOutreach) }

  private let settings: UnconnectedOutreachSettings
  private var outreach: [UInt32: SlidingWindow<Contact>] = [:]

  private struct Contact {
    var target: UInt32
    var event: Int
    var isUnconnectedMinor: Bool
  }

  init(settings: UnconnectedOutreachSettings) {
    self.settings = settings
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      let kind = batch.events.kinds[row]
      guard kind == EventKind.request.rawValue || kind == EventKind.follow.rawValue,
        batch.features.facts[row].contains(.actorIsAdult)
      else { continue }
      let contact = Contact(
        target: batch.events.targets[row], event: batch.events.number(of: row),
        isUnconnectedMinor: isUnconnectedMinor(row, of: batch))
      let actor = batch.events.actors[row]
      outreach[actor, default: SlidingWindow(days: settings.windowDays)]
        .append(contact, at: batch.events.times[row])
      if contact.isUnconnectedMinor { judge(actor, at: row, of: batch, &alerts) }
    }
  }

  private func isUnconnectedMinor(_ row: Int, of batch: borrowing EventBatch) -> Bool {
    guard batch.features.facts[row].contains(.targetIsMinor),
      batch.features.mutualFriends[row] == 0
    else { return false }
    let distance = batch.features.distancesKilometres[row]
    return distance.isNaN || Double(distance) >= settings.farKilometres
  }

  private func judge(
    _ actor: UInt32, at row: Int, of batch: borrowing EventBatch, _ alerts: inout AlertSink
  ) {
    let suspect = AccountID(rawValue: actor)
    guard alerts.wants(suspect, at: row, of: batch), let recent = outreach[actor]?.values else {
      return
    }
    let unconnected = recent.filter(\.isUnconnectedMinor)
    let minors = Set(unconnected.map(\.target)).count
    let share = Double(minors) / Double(Set(recent.map(\.target)).count)
    guard minors >= settings.minimumMinors, share >= settings.minimumShare else { return }
    alerts.raise(
      suspect, at: row, of: batch, score: Double(minors),
      reasons: [
        Alert.Reason(
          name: "unconnected-minors", value: Double(minors), unit: "accounts",
          events: unconnected.suffix(8).map(\.event)),
        Alert.Reason(name: "share-of-outreach", value: share, unit: "share"),
      ])
  }
}

/// Parameters of the detector of outreach to unconnected young people.
public struct UnconnectedOutreachSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = true
  /// Length of the sliding window, in days.
  public var windowDays = 28.0
  /// Unconnected young people in the window that raise an alert.
  public var minimumMinors = 4
  /// Least share they must be of all reached out to.
  public var minimumShare = 0.5
  /// From how far there is no geographic link, in kilometres.
  public var farKilometres = 15.0

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
      about: "Unconnected young people in the window that raise an alert."),
    .number(
      "minimum-share", \.minimumShare, unit: "share", in: 0...1, source: .assumption("our choice"),
      about: "Least share they must be of all reached out to."),
    .number(
      "far-kilometres", \.farKilometres, unit: "km", in: 0.0...1_000.0,
      source: .assumption("our choice: beyond the next town"),
      about: "From how far there is no geographic link; an undeclared place has none."),
  ]
}
