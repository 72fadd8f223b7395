public import Settings

/// Nobody: the end of the scale that costs nothing and finds nothing.
struct Never: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "never", group: .bound, about: "Nobody, whatever happens.",
    isEnabled: { $0.never.enabled },
    setThreshold: { _, _ in }
  ) { _, _ in Never() }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {}
}

/// Parameters of the detector that blames nobody.
public struct NeverSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = false

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [.enabled(\.enabled)]
}
