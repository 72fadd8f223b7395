/// One figure that a detector is judged by, with all that is needed to list and to explain it.
///
/// A new metric is a new file under `Metrics/` and one line in `MetricCatalogue`.
public struct Metric: Sendable {
  /// How scenario files, tables and exports call it, such as `lead-median`.
  public var name: String
  /// What it is measured in, such as `days` or `share`.
  public var unit: String
  /// Which way is better.
  public var direction: Direction
  /// What it says, in one sentence for readers without a manual.
  public var summary: String
  /// What it means where a world has no value.
  public var absence = Absence.undefined
  /// Computes it from what one detector did.
  let measure: @Sendable (DetectorRecord) -> Measurement

  /// What it means that a metric has no value in a world.
  public enum Absence: Sendable {
    /// There was nothing to measure, such as a share of nothing.
    case undefined
    /// Too many of those who met had no alert: as bad as can be, where there were meetings.
    case noAlert
  }

  /// Which way of a metric is better.
  public enum Direction: String, Sendable, Codable, CaseIterable {
    /// Higher values are better.
    case higher
    /// Lower values are better.
    case lower
    /// Neither is: it describes the run.
    case neither
  }
}
