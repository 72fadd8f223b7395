import Parallelism
import Synchronization
public import Vocabulary

/// Replays events through detectors: features once, detectors side by side.
///
/// It works as a pipeline: while detectors see some events, the features of the next are worked out.
public struct Engine {
  private var watermark: Watermark
  private let tracker: TrackerLane
  private let lanes: [Lane]
  /// Batches whose features are known and which no detector has seen yet.
  private var ready: [EventBatch] = []
  private let batchRows: Int
  private let threads: Int

  /// The tracker of features, used by one thread at a time.
  private final class TrackerLane: Sendable {
    let state: Mutex<FeatureTracker>

    init(_ tracker: FeatureTracker) {
      state = Mutex(tracker)
    }

    func features(of batches: [EventBatch]) -> [EventBatch] {
      state.withLock { tracker in
        batches.map { batch in
          var batch = batch
          tracker.advance(over: &batch)
          return batch
        }
      }
    }
  }

  /// One detector and where its alerts go, used by one thread at a time.
  private final class Lane: Sendable {
    let state: Mutex<State>

    struct State: Sendable {
      var detector: any Detector
      var sink: AlertSink
    }

    init(detector: any Detector, sink: AlertSink) {
      state = Mutex(State(detector: detector, sink: sink))
    }

    func observe(_ batches: [EventBatch]) {
      state.withLock { state in
        for batch in batches { state.detector.observe(batch, &state.sink) }
      }
    }

    func finish() {
      state.withLock { $0.detector.finish(&$0.sink) }
    }
  }

  /// Makes an engine that is about to see the first event.
  ///
  /// - Parameters:
  ///   - view: what the platform knows at the start.
  ///   - detectors: which detectors run, in the order in which their alerts are listed.
  ///   - settings: their parameters.
  ///   - keeping: which alerts are kept; as the settings have it if nothing is said. With `rising`,
  ///     every detector runs at its most permissive threshold.
  ///   - batchRows: events a detector is handed at a time; changes no alert.
  ///   - threads: how many threads may work; changes no alert.
  public init(
    view: PlatformView, detectors: [DetectorCatalogue.Entry], settings: DetectionSettings,
    keeping: AlertSink.Keeping? = nil, batchRows: Int = 4_096, threads: Int
  ) {
    precondition(batchRows > 0, "a batch holds at least one event")
    watermark = Watermark(settings: settings.watermark)
    let needs = detectors.reduce(into: Set<SharedFeature>()) { $0.formUnion($1.needs) }
    tracker = TrackerLane(FeatureTracker(view: view, needs: needs))
    let keeping = keeping ?? .quiet(days: settings.quietDays)
    lanes = detectors.map { entry in
      var settings = settings
      if keeping == .rising { entry.setThreshold(&settings, 0) }
      return Lane(
        detector: entry.make(settings, view),
        sink: AlertSink(detector: entry.name, keeping: keeping))
    }
    self.batchRows = batchRows
    self.threads = threads
  }

  /// Takes in the next events of the run, as they arrive.
  public mutating func observe(_ arrivals: borrowing EventLog) {
    var batches: [EventBatch] = []
    watermark.advance(over: arrivals) { [batchRows] events in
      Self.cut(events, every: batchRows, into: &batches)
    }
    advance(taking: batches)
  }

  /// Cuts events into batches.
  private static func cut(
    _ events: borrowing EventLog, every batchRows: Int, into batches: inout [EventBatch]
  ) {
    for start in stride(from: 0, to: events.count, by: batchRows) {
      var batch = EventBatch(events: EventLog(), features: EventFeatures())
      // A batch of its own: what comes later is not there to be looked at.
      batch.events.append(events, rows: start..<min(start + batchRows, events.count))
      batches.append(batch)
    }
  }

  /// Shows the detectors what is ready, and makes the next batches ready.
  private mutating func advance(taking batches: [EventBatch]) {
    let (ready, tracker, lanes) = (ready, tracker, lanes)
    let results = parallelMap(count: lanes.count + 1, threads: threads) { index in
      guard index > 0 else { return tracker.features(of: batches) }
      lanes[index - 1].observe(ready)
      return []
    }
    self.ready = results[0]
  }

  /// Ends the run: the alerts on all events taken in, by time, then by the event that caused them,
  /// then in the order of the detectors.
  public mutating func alerts() -> [Alert] {
    advance(taking: [])
    for lane in lanes { lane.finish() }
    return lanes.flatMap { lane in lane.state.withLock { $0.sink.alerts } }
      .enumerated()
      .sorted { left, right in
        (left.element.time, left.element.cause, left.offset)
          < (right.element.time, right.element.cause, right.offset)
      }
      .map(\.element)
  }

  /// What went wrong in detectors, by name: the rest of the run went on without them.
  public var problems: [(detector: String, words: String)] {
    lanes.flatMap { lane in
      lane.state.withLock { state in
        state.detector.problems.map { (state.sink.detector, $0) }
      }
    }
  }
}
