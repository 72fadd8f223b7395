public import Settings
import Vocabulary

/// Every adult account, as soon as anything is seen of it.
///
/// The end of the scale that nobody can be earlier than: it alerts at the first event in which an
/// account takes part, so before any contact, and of innocent accounts it spares only those of
/// which nothing is ever seen.
struct Always: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "always", group: .bound,
    about: "Every adult account, at the first event in which it takes part.",
    because: "took part in an event for the first time",
    isEnabled: { $0.always.enabled },
    // There is nothing to hold against a threshold: all scores are 1.
    setThreshold: { _, _ in }
  ) { _, view in Always(accounts: view.accounts.count) }

  /// Whether each account was seen; one per account, ascending id.
  private var isSeen: [Bool]

  init(accounts: Int) {
    isSeen = Array(repeating: false, count: accounts)
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      let facts = batch.features.facts[row]
      if facts.contains(.actorIsAdult) {
        see(batch.events.actors[row], at: row, of: batch, &alerts)
      }
      if facts.contains(.targetIsAdult) {
        see(batch.events.targets[row], at: row, of: batch, &alerts)
      }
    }
  }

  private mutating func see(
    _ account: UInt32, at row: Int, of batch: borrowing EventBatch, _ alerts: inout AlertSink
  ) {
    guard !isSeen[Int(account)] else { return }
    isSeen[Int(account)] = true
    alerts.raise(AccountID(rawValue: account), at: row, of: batch, score: 1, reasons: [])
  }
}

/// Parameters of the detector that blames everybody.
public struct AlwaysSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = false

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [.enabled(\.enabled)]
}
