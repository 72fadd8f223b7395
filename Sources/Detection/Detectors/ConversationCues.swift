import RealModule
public import Settings
public import Vocabulary

/// Conversations of an adult with a young person whose cues look like grooming.
///
/// A sequential test for each pair, and one for each adult over all its talk with young people (Wald
/// 1945, doi 10.1214/aoms/1177731118): each run of messages by the adult adds the logarithm of how
/// much likelier its cues are under grooming than in ordinary talk, cue by cue as if independent. A
/// sum starts again at zero whenever it falls below (which makes it Page's cumulative sum), as a
/// conversation may turn later. An alert when one reaches the logarithm of the runs of ordinary talk
/// wanted between two false alarms, a bound for such sums (Lorden 1971, doi
/// 10.1214/aoms/1177693055). The likelihoods are what the detector believes; the default beliefs are
/// near the default scenario's rates, so that its results there are those of a well-fitted detector.
struct ConversationCues: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "conversation-cues", group: .pattern,
    about: "Cues in an adult's conversation with an under-18 that look like grooming.",
    because:
      "wrote to under-18s with cues of {different-cues} kinds, together {log-likelihood-ratio} "
      + "likelier under grooming than in ordinary talk",
    isEnabled: { $0.conversationCues.enabled },
    // A hair below, so that rounding the logarithm of it cannot make the limit stricter.
    setThreshold: { $0.conversationCues.runsBetweenFalseAlarms = max(1, Double.exp($1 - 1e-12)) }
  ) { settings, _ in ConversationCues(settings: settings.conversationCues) }

  private let limit: Double
  private let weights: CueWeights
  private var threads: [UInt64: Evidence] = [:]
  private var suspects: [UInt32: Evidence] = [:]

  /// What has been gathered in a thread, or on a suspect.
  private struct Evidence {
    var sum = 0.0
    var cues = CueSet()
    var events: [Int] = []

    /// Adds a run of messages; an innocent conversation is forgotten.
    ///
    /// - Returns: nothing if it is, so that memory holds only what is under suspicion.
    func adding(_ weight: Double, _ cues: CueSet, _ event: Int) -> Evidence? {
      guard sum + weight > 0 else { return nil }
      var evidence = self
      evidence.sum += weight
      guard !cues.isEmpty else { return evidence }
      evidence.cues.formUnion(cues)
      if evidence.events.count == 8 { evidence.events.removeFirst() }
      evidence.events.append(event)
      return evidence
    }
  }

  init(settings: ConversationCuesSettings) {
    limit = Double.log(settings.runsBetweenFalseAlarms)
    weights = CueWeights(grooming: settings.groomingRates, ordinary: settings.ordinaryRates)
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      guard batch.events.kinds[row] == EventKind.message.rawValue,
        batch.features.facts[row].contains(.adultToMinor)
      else { continue }
      let (adult, child) = (batch.events.actors[row], batch.events.targets[row])
      let pair = UInt64(adult) << 32 | UInt64(child)
      let cues = CueSet(rawValue: batch.events.details[row])
      let weight = weights.weight(of: cues)
      let event = batch.events.number(of: row)
      let thread = (threads[pair] ?? Evidence()).adding(weight, cues, event)
      let suspect = (suspects[adult] ?? Evidence()).adding(weight, cues, event)
      threads[pair] = thread
      suspects[adult] = suspect
      let isThread = (thread?.sum ?? 0) >= (suspect?.sum ?? 0)
      guard let evidence = isThread ? thread : suspect, evidence.sum >= limit else { continue }
      // What led to an alert is not counted towards the next.
      if !alerts.isRising {
        threads[pair] = nil
        suspects[adult] = nil
      }
      alerts.raise(
        AccountID(rawValue: adult), child: AccountID(rawValue: child), at: row, of: batch,
        score: evidence.sum,
        reasons: [
          Alert.Reason(
            name: "log-likelihood-ratio", value: evidence.sum, unit: "nats",
            events: evidence.events),
          Alert.Reason(
            name: "different-cues", value: Double(evidence.cues.cues.count), unit: "cues"),
        ])
    }
  }
}

/// Parameters of the detector of cues in conversations.
public struct ConversationCuesSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = true
  /// Runs of ordinary talk between two false alarms, which set the limit.
  public var runsBetweenFalseAlarms = 10_000.0
  /// How likely the classifier reports each cue in a run by a groomer, as the detector believes.
  public var groomingRates = CueWeights.believedGroomingRates
  /// How likely it reports each cue in an ordinary run.
  public var ordinaryRates = CueWeights.believedOrdinaryRates

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "runs-between-false-alarms", \.runsBetweenFalseAlarms, unit: "runs", in: 1.0...1e12,
      source: .assumption("our choice; sweep it to trade lead time for false alarms"),
      about: "Runs of ordinary talk wanted between two false alarms, at least."),
    .table(
      "grooming-rates", \.groomingRates, unit: "probability", in: 0...1,
      source: .assumption(
        "near the default campaigns, as a platform would fit them to reviewed cases"),
      about: "How likely each cue is reported in a run by a groomer, as the detector believes."),
    .table(
      "ordinary-rates", \.ordinaryRates, unit: "probability", in: 0...1,
      source: .assumption(
        "near the default talk, as a platform would fit them to ordinary conversations"),
      about: "How likely each cue is reported in an ordinary run, as the detector believes."),
  ]
}
