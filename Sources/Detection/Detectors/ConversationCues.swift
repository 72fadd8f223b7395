import RealModule
public import Settings
public import Vocabulary

/// Conversations of an adult with a young person whose cues look like grooming.
///
/// A sequential test for each pair, and one for each adult over all its talk with young people (Wald 1945, doi 10.1214/aoms/1177731118): each run of messages
/// by the adult adds the logarithm of how much likelier its cues are under grooming than in
/// ordinary talk, cue by cue as if independent. The sum starts again at zero whenever it falls
/// below (which makes it Page's cumulative sum), as a conversation may turn later. An alert when it
/// reaches the logarithm of the runs of ordinary talk wanted between two false alarms, a bound for
/// such sums (Lorden 1971, doi 10.1214/aoms/1177693055). The likelihoods are what the detector
/// believes; the default beliefs are near the default scenario's rates, so that its results there
/// are those of a well-fitted detector.
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
  /// The weight of a run that has none of the cues.
  private let without: Double
  /// What each cue adds to that where it is there, by its bit.
  private let weights: [Double]
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
    var without = 0.0
    var weights = [Double](repeating: 0, count: 16)
    for cue in Cue.allCases {
      let grooming = Self.inside(settings.groomingRates[cue])
      let ordinary = Self.inside(settings.ordinaryRates[cue])
      let absent = Double.log((1 - grooming) / (1 - ordinary))
      without += Self.onGrid(absent)
      weights[cue.bit] = Self.onGrid(Double.log(grooming / ordinary) - absent)
    }
    self.without = without
    self.weights = weights
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      guard batch.events.kinds[row] == EventKind.message.rawValue,
        batch.features.facts[row].contains(.adultToMinor)
      else { continue }
      let (adult, child) = (batch.events.actors[row], batch.events.targets[row])
      let pair = UInt64(adult) << 32 | UInt64(child)
      let cues = CueSet(rawValue: batch.events.details[row])
      let weight = weight(of: cues)
      let event = batch.events.number(of: row)
      let thread = (threads[pair] ?? Evidence()).adding(weight, cues, event)
      let suspect = (suspects[adult] ?? Evidence()).adding(weight, cues, event)
      threads[pair] = thread
      suspects[adult] = suspect
      guard let evidence = [thread, suspect].compactMap({ $0 }).max(by: { $0.sum < $1.sum }),
        evidence.sum >= limit
      else { continue }
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

  private func weight(of cues: CueSet) -> Double {
    var sum = without
    var bits = cues.rawValue
    while bits != 0 {
      sum += weights[bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    return sum
  }

  /// The nearest multiple of 2⁻³²: sums of such are exact, so that the same cues in another order give
  /// the same score.
  private static func onGrid(_ weight: Double) -> Double { (weight * 0x1p32).rounded() * 0x1p-32 }

  /// A probability that leaves a cue neither impossible nor certain.
  private static func inside(_ probability: Double) -> Double {
    min(max(probability, 1e-6), 1 - 1e-6)
  }
}

/// Parameters of the detector of cues in conversations.
public struct ConversationCuesSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = true
  /// Runs of ordinary talk between two false alarms, which set the limit.
  public var runsBetweenFalseAlarms = 10_000.0
  /// How likely the classifier reports each cue in a run by a groomer, as the detector believes.
  public var groomingRates = Table<Cue>(
    [
      .asksAge: 0.12, .asksWhereabouts: 0.10, .asksWhoIsNear: 0.08, .flatters: 0.20,
      .offersGift: 0.04, .asksSecrecy: 0.08, .movesPlatform: 0.08, .proposesMeeting: 0.05,
    ], others: 0)
  /// How likely it reports each cue in an ordinary run.
  public var ordinaryRates = Table<Cue>(
    [
      .asksAge: 0.02, .asksWhereabouts: 0.03, .asksWhoIsNear: 0.015, .flatters: 0.06,
      .offersGift: 0.008, .asksSecrecy: 0.01, .movesPlatform: 0.02, .proposesMeeting: 0.04,
    ], others: 0)

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
