public import Vocabulary

/// Watches the events of a platform and raises alerts.
///
/// To add one, write a file in `Detectors` with a conforming struct, its settings and its entry,
/// add the entry to `DetectorCatalogue`, and a page to `Documentation/Detectors`. A detector gets every event once, in order, a batch at
/// a time, with nothing after it to look at; its alerts must not depend on where batches end. Its
/// module cannot import the truth.
public protocol Detector: Sendable {
  /// Takes in the next events, and raises alerts about them.
  ///
  /// - Parameters:
  ///   - batch: the events and what the engine has worked out about each.
  ///   - alerts: where alerts go.
  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink)

  /// Ends its work after the last event; may raise what it still owes at that event.
  ///
  /// Only a detector that works elsewhere, such as in another program, has anything to do here.
  mutating func finish(_ alerts: inout AlertSink)

  /// What went wrong in the detector while it watched, in words; the run went on without it.
  var problems: [String] { get }
}

extension Detector {
  /// Does nothing.
  public mutating func finish(_ alerts: inout AlertSink) {}

  /// Nothing went wrong.
  public var problems: [String] { [] }
}

/// Some events in order, and what the engine worked out about each at its moment.
public struct EventBatch: Sendable {
  /// The events.
  public internal(set) var events: EventLog
  /// What is known about each event; columns as long as `events`.
  public internal(set) var features: EventFeatures
  /// What adult accounts had done to under-18s at some of the events; empty unless an entry of the
  /// engine's detectors needs it.
  public internal(set) var windows = AccountRows()
}
