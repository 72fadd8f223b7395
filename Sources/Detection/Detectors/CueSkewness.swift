public import Settings
import Vocabulary

/// Adults among whose messages to under-18s a few stand out for their cues.
///
/// In the manner of the aggregator of Sentinel, the open-source detector of rare text: each
/// observation has a score that is 0 unless it is likelier under the rare class, and an account's is
/// (mean - median) / standard deviation of its recent ones, if there are enough. It looks at the
/// pattern and not at the amount: however much somebody writes, what counts is that the few stand
/// out. Sentinel scores text by its likeness to examples; here a run of messages is scored by its
/// cues, with the beliefs of `conversation-cues` at their defaults.
struct CueSkewness: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "cue-skewness", group: .peer,
    about: "A few runs of an adult's messages to under-18s that stand out for their cues.",
    because:
      "wrote {standing-out} of its last {runs} runs of messages to under-18s with cues likelier under "
      + "grooming, which skews their scores by {skewness}",
    isEnabled: { $0.cueSkewness.enabled },
    setThreshold: { $0.cueSkewness.limit = max(0, $1) }
  ) { settings, _ in CueSkewness(settings: settings.cueSkewness) }

  private let settings: CueSkewnessSettings
  private let weights = CueWeights.believed
  private var writers: [UInt32: [Run]] = [:]

  /// A run of messages.
  private struct Run {
    let score: Double
    let event: Int
  }

  init(settings: CueSkewnessSettings) {
    self.settings = settings
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      guard batch.events.kinds[row] == EventKind.message.rawValue,
        batch.features.facts[row].contains(.adultToMinor)
      else { continue }
      let adult = batch.events.actors[row]
      let score = max(0, weights.weight(of: CueSet(rawValue: batch.events.details[row])))
      var runs = writers.removeValue(forKey: adult) ?? []
      if runs.count >= settings.recentRuns {
        runs.removeFirst(runs.count - settings.recentRuns + 1)
      }
      runs.append(Run(score: score, event: batch.events.number(of: row)))
      writers[adult] = runs
      judge(runs, of: AccountID(rawValue: adult), at: row, of: batch, &alerts)
    }
  }

  private func judge(
    _ runs: [Run], of suspect: AccountID, at row: Int, of batch: borrowing EventBatch,
    _ alerts: inout AlertSink
  ) {
    // Without a run that stands out there is nothing to cite.
    guard runs.count >= settings.minimumRuns, runs.contains(where: { $0.score > 0 }),
      alerts.wants(suspect, at: row, of: batch)
    else { return }
    let skewness = max(0, MedianSkewness.of(runs.map(\.score)))
    guard skewness >= settings.limit else { return }
    let standingOut = runs.filter { $0.score > 0 }
    alerts.raise(
      suspect, at: row, of: batch, score: skewness,
      reasons: [
        Alert.Reason(
          name: "standing-out", value: Double(standingOut.count), unit: "runs",
          events: standingOut.suffix(8).map(\.event)),
        Alert.Reason(name: "runs", value: Double(runs.count), unit: "runs"),
        Alert.Reason(name: "skewness", value: skewness, unit: "standard deviations"),
      ])
  }
}

/// Parameters of the detector of runs that stand out for their cues.
public struct CueSkewnessSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = false
  /// Runs below which nothing is said.
  public var minimumRuns = 10
  /// How many runs count as recent.
  public var recentRuns = 50
  /// The skewness from which there is an alert.
  public var limit = 0.8

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "minimum-runs", \.minimumRuns, unit: "runs of messages", in: 1...SlidingWindowLimit.values,
      source: .published("Sentinel, score_formulae.py: min_size_of_scores = 10", .found),
      about: "Runs of messages to under-18s below which nothing is said."),
    .number(
      "recent-runs", \.recentRuns, unit: "runs of messages", in: 1...SlidingWindowLimit.values,
      source: .assumption("our choice: Sentinel leaves open how far back recent goes"),
      about: "How many runs count as recent; the last of them are looked at."),
    .number(
      "limit", \.limit, unit: "standard deviations", in: 0.0...1.0,
      source: .assumption(
        "our choice: two in five runs stand out alike, as one in five does in ordinary talk; sweep "
          + "it to trade lead time for false alarms"),
      about: "The skewness from which there is an alert; it is never above 1."),
  ]
}
