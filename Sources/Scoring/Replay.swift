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
    /// The probability stated by the first alert on each account, the highest of those of one second.
    ///
    /// Only looked up and counted.
    private(set) var stated: [AccountID: Double] = [:]
    /// Whether every alert states a probability, and all are of one detector.
    var statesProbabilities: Bool {
      alerts > 0 && sources.count == 1 && areAllStated
    }
    private var areAllStated = true
    /// What of each alert decides when it is reviewed.
    private var scored: [ScoredAlert] = []
    /// Of which detectors alerts came, of the first two.
    private var sources: Set<String> = []

    /// All alerts with their scores; nil where they are of several detectors, whose scores mean
    /// different things.
    var ranked: [ScoredAlert]? { sources.count > 1 ? nil : scored }

    /// How many alerts are on accounts of which something is true.
    func count(where isCounted: (AccountID) -> Bool) -> Int {
      scored.count { isCounted($0.suspect) }
    }

    /// Counts an alert.
    mutating func add(_ alert: Alert) {
      alerts += 1
      scored.append(ScoredAlert(time: alert.time, suspect: alert.suspect, score: alert.score))
      if sources.count < 2 { sources.insert(alert.detector) }
      state(alert.probability, of: alert)
      first[alert.suspect] = min(first[alert.suspect] ?? alert.time, alert.time)
    }

    /// Keeps what an alert states, if none before it was raised on its suspect.
    private mutating func state(_ probability: Double?, of alert: Alert) {
      guard let probability else {
        areAllStated = false
        return
      }
      let before = first[alert.suspect]
      guard before.map({ alert.time <= $0 }) ?? true else { return }
      let rival = before == alert.time ? stated[alert.suspect] : nil
      stated[alert.suspect] = max(rival ?? probability, probability)
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
