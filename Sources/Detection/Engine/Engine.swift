import Parallelism
import Synchronization
public import Vocabulary

/// Replays events through detectors: features once, detectors side by side.
public struct Engine {
  private var tracker: FeatureTracker
  private let lanes: [Lane]
  private let batchRows: Int
  private let threads: Int

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
  }

  /// Makes an engine that is about to see the first event.
  ///
  /// - Parameters:
  ///   - view: what the platform knows at the start.
  ///   - detectors: which detectors run, in the order in which their alerts are listed.
  ///   - settings: their parameters.
  ///   - batchRows: events a detector is handed at a time; changes no alert.
  ///   - threads: how many threads may work; changes no alert.
  public init(
    view: PlatformView, detectors: [DetectorCatalogue.Entry], settings: DetectionSettings,
    batchRows: Int = 4_096, threads: Int
  ) {
    precondition(batchRows > 0, "a batch holds at least one event")
    tracker = FeatureTracker(view: view)
    lanes = detectors.map { entry in
      Lane(
        detector: entry.make(settings, view.accounts),
        sink: AlertSink(detector: entry.name, quietDays: settings.quietDays))
    }
    self.batchRows = batchRows
    self.threads = threads
  }

  /// Takes in the next events of the run.
  public mutating func observe(_ events: borrowing EventLog) {
    var batches: [EventBatch] = []
    for start in stride(from: 0, to: events.count, by: batchRows) {
      var batch = EventBatch(
        events: EventLog(firstID: events.firstID + start), features: EventFeatures())
      // A batch of its own: what comes later is not there to be looked at.
      batch.events.append(events, rows: start..<min(start + batchRows, events.count))
      tracker.advance(over: &batch)
      batches.append(batch)
    }
    let (ready, lanes) = (batches, lanes)
    _ = parallelMap(count: lanes.count, threads: threads) { lanes[$0].observe(ready) }
  }

  /// The alerts so far: by the event that caused them, then in the order of the detectors.
  public var alerts: [Alert] {
    lanes.enumerated().flatMap { order, lane in
      lane.state.withLock { $0.sink.alerts.map { (order, $0) } }
    }
    .sorted { ($0.1.cause, $0.0) < ($1.1.cause, $1.0) }
    .map(\.1)
  }
}
