/// What the engine works out for detectors that ask for it, once for all of them.
public enum SharedFeature: Sendable {
  /// What adult accounts did to under-18s over sliding windows: `EventBatch.windows`.
  case windows
}
