import Vocabulary

/// The alerts of one replay, sorted by detector: what each raised, then what any of them did.
struct Replay {
  /// One per detector in the order given, then one for all of them together.
  var raised: [Raised]

  /// What one detector raised.
  struct Raised {
    /// How many alerts, repeats included.
    var alerts = 0
    /// The first alert on each account that had one.
    ///
    /// Only looked up and counted, so that its order reaches no result.
    var first: [AccountID: SimTime] = [:]

    /// Counts an alert.
    mutating func add(_ alert: Alert) {
      alerts += 1
      first[alert.suspect] = min(first[alert.suspect] ?? alert.time, alert.time)
    }
  }

  /// Sorts alerts by detector.
  ///
  /// - Throws: `ScoringError` for a name used twice, an unknown detector, or an unknown account.
  init(alerts: [Alert], detectors: [String], accounts: Int) throws(ScoringError) {
    var positions: [String: Int] = [:]
    for (position, name) in detectors.enumerated() {
      guard name != Evaluation.anyDetector, positions[name] == nil else {
        throw .nameTaken(name)
      }
      positions[name] = position
    }
    raised = Array(repeating: Raised(), count: detectors.count + 1)
    for alert in alerts {
      guard let position = positions[alert.detector] else {
        throw .unknownDetector(alert.detector, known: detectors)
      }
      guard alert.suspect.rawValue < UInt32(accounts) else {
        throw .unknownAccount(
          alert.suspect, named: "An alert of '\(alert.detector)'", accounts: accounts)
      }
      raised[position].add(alert)
      raised[detectors.count].add(alert)
    }
  }
}
