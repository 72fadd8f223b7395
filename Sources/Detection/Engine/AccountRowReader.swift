public import Vocabulary

/// Works out the rows of features of a run without any detector, as the engine does with one.
public struct AccountRowReader: Sendable {
  private var watermark: Watermark
  private var tracker: FeatureTracker

  /// Makes a reader that is about to see the first event.
  ///
  /// - Parameters:
  ///   - view: what the platform knows at the start.
  ///   - settings: how late, doubled and disordered events are dealt with.
  public init(view: PlatformView, settings: DetectionSettings) {
    watermark = Watermark(settings: settings.watermark)
    tracker = FeatureTracker(view: view, needs: [.windows])
  }

  /// Takes in the next events of the run, as they arrive.
  ///
  /// - Parameters:
  ///   - arrivals: the events.
  ///   - body: given each row of features with the time of its event and its account.
  public mutating func read(
    _ arrivals: borrowing EventLog,
    _ body: (SimTime, AccountID, _ values: ArraySlice<Float>) -> Void
  ) {
    var batch = EventBatch(events: EventLog(), features: EventFeatures())
    watermark.advance(over: arrivals) { batch.events.append($0, rows: 0..<$0.count) }
    tracker.advance(over: &batch)
    for index in 0..<batch.windows.count {
      body(
        SimTime(rawValue: batch.events.times[batch.windows.rows[index]]),
        batch.windows.accounts[index], batch.windows.values(of: index))
    }
  }
}
