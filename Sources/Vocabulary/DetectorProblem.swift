/// What went wrong in a detector: its alerts before that stand, and the run went on without it.
public struct DetectorProblem: Sendable, Equatable, Codable {
  /// The name of the detector.
  public var detector: String
  /// What it did, in words.
  public var words: String

  /// Makes a problem.
  public init(detector: String, words: String) {
    self.detector = detector
    self.words = words
  }
}
