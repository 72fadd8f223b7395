public import Vocabulary

/// Works out the rows of features of a run without any detector, as the engine does with one.
public struct AccountRowReader: Sendable {
  private var tracker: FeatureTracker

  /// Makes a reader that is about to see the first event.
  ///
  /// - Parameter view: what the platform knows at the start.
  public init(view: PlatformView) {
    tracker = FeatureTracker(view: view, needs: [.windows])
  }

  /// Takes in the next events of the run.
  ///
  /// - Returns: the rows of features at them.
  public mutating func rows(of events: borrowing EventLog) -> AccountRows {
    var batch = EventBatch(events: EventLog(), features: EventFeatures())
    batch.events.append(events, rows: 0..<events.count)
    tracker.advance(over: &batch)
    return batch.windows
  }
}
