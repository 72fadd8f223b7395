public import Settings
import Vocabulary

/// Adults whose requests, follows and messages to under-18s come in bursts that nothing before led to
/// expect.
///
/// MIDAS-R (Bhatia, Hooi, Yoon, Shin and Faloutsos, AAAI 2020, arXiv 1911.04464): how much of an
/// edge, of its source and of its destination there is in the current tick is held against the mean
/// of all ticks by a chi-squared statistic, and the largest of the three is the score. Counts lie in
/// sketches of a fixed size; those of the current tick fade and are not cleared. Edges are acts of
/// adults to under-18s, and the adult is the suspect whichever of the three is largest.
struct MidasR: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "midas-r", group: .peer,
    about: "Bursts of requests, follows and messages of an adult to under-18s (MIDAS-R).",
    because:
      "acted on under-18s {recent-acts} times lately, older times counting less, of {acts} in all: a "
      + "burst of it, of the child or of the two of {chi-squared}",
    isEnabled: { $0.midasR.enabled },
    setThreshold: { $0.midasR.limit = max(0, $1) }
  ) { settings, _ in MidasR(settings: settings.midasR) }

  private let settings: MidasRSettings
  private let tickSeconds: Double
  private var tick = 1.0
  private var edges: Burst
  private var sources: Burst
  private var destinations: Burst

  /// The counts of one sort of thing.
  private struct Burst {
    var current: CountMinSketch
    var total: CountMinSketch

    /// Counts a thing once more, and tells how surprising that is at a tick.
    mutating func count(_ key: UInt64, tick: Double) -> (
      current: Double, total: Double, score: Double
    ) {
      let (current, total) = (current.add(key), total.add(key))
      guard tick > 1 else { return (current, total, 0) }
      let above = current - total / tick
      return (current, total, above * above * tick * tick / (total * (tick - 1)))
    }
  }

  init(settings: MidasRSettings) {
    self.settings = settings
    tickSeconds = settings.tickHours * 3_600
    let sketch = CountMinSketch(rows: settings.rows, buckets: settings.buckets)
    edges = Burst(current: sketch, total: sketch)
    sources = edges
    destinations = edges
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      guard batch.features.facts[row].contains(.adultToMinor) else { continue }
      switch batch.events.kinds[row] {
      case EventKind.request.rawValue, EventKind.follow.rawValue, EventKind.message.rawValue: break
      default: continue
      }
      let (adult, child) = (batch.events.actors[row], batch.events.targets[row])
      moveOn(to: batch.events.times[row])
      let edge = edges.count(UInt64(adult) << 32 | UInt64(child), tick: tick)
      let source = sources.count(UInt64(adult), tick: tick)
      let destination = destinations.count(UInt64(child), tick: tick)
      let score = max(edge.score, source.score, destination.score)
      // Something must have been seen before to be surprised at.
      guard tick > 1, score >= settings.limit else { continue }
      alerts.raise(
        AccountID(rawValue: adult), child: AccountID(rawValue: child), at: row, of: batch,
        score: score,
        reasons: [
          Alert.Reason(
            name: "chi-squared", value: score, unit: "", events: [batch.events.number(of: row)]),
          Alert.Reason(name: "recent-acts", value: source.current, unit: "acts"),
          Alert.Reason(name: "acts", value: source.total, unit: "acts"),
        ])
    }
  }

  /// Fades what is current if a tick has ended: once, however many have, as the authors' code does.
  private mutating func moveOn(to time: Int32) {
    let now = (Double(time) / tickSeconds).rounded(.down) + 1
    guard now > tick else { return }
    tick = now
    edges.current.scale(by: settings.decay)
    sources.current.scale(by: settings.decay)
    destinations.current.scale(by: settings.decay)
  }
}

/// Parameters of MIDAS-R.
public struct MidasRSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = false
  /// Length of a tick, in hours.
  public var tickHours = 24.0
  /// What is left of a count from one tick to the next.
  public var decay = 0.5
  /// Rows of each sketch.
  public var rows = 2
  /// Buckets of each row.
  public var buckets = 16_384
  /// The score from which there is an alert.
  public var limit = 150.0

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "tick-hours", \.tickHours, unit: "hours", in: 0.1...720.0,
      source: .assumption("our choice: a day, as nights make a burst of every morning"),
      about: "Length of a tick, by which time is counted."),
    .number(
      "decay", \.decay, unit: "share", in: 0...1,
      source: .published("the authors' code: factor = 0.5", .found),
      about: "What is left of a count from one tick to the next."),
    .number(
      "rows", \.rows, unit: "rows", in: 1...64,
      source: .published("the authors' examples: 2 rows", .found), about: "Rows of each sketch."),
    .number(
      "buckets", \.buckets, unit: "buckets", in: 1...16_777_216,
      source: .assumption("our choice: the authors' 1,024 are few for as many accounts"),
      about: "Buckets of each row of a sketch; some times the accounts that are active."),
    .number(
      "limit", \.limit, unit: "chi-squared", in: 0.0...1e12,
      source: .assumption("our choice; sweep it to trade lead time for false alarms"),
      about: "The score from which there is an alert."),
  ]
}
