/// Where the default of a key comes from.
public enum Source: Sendable, Equatable {
  /// A published figure: author, year and place in the work, and how far it was verified.
  case published(String, Mark)

  /// Our own choice, with the reason for it.
  case assumption(String)

  /// A figure without a good source, with the reason and the range that a sweep should cover.
  case sweep(String, over: ClosedRange<Double>)

  /// How far a published figure was verified.
  public enum Mark: String, Sendable, CaseIterable {
    /// Read in the primary source, or on its own page or abstract.
    case found = "FOUND"
    /// Read in a secondary report of the source.
    case foundSecondary = "FOUND2"
    /// Computed from figures that were found.
    case derived = "DERIVED"
    /// Recalled from the paper with high confidence.
    case memoryHigh = "MEMORY-H"
    /// Recalled from the paper with medium confidence.
    case memoryMedium = "MEMORY-M"
    /// Recalled from the paper with low confidence.
    case memoryLow = "MEMORY-L"
  }
}

extension Source: CustomStringConvertible {
  /// The source in one line.
  public var description: String {
    switch self {
    case .published(let citation, let mark): "\(citation) [\(mark.rawValue)]"
    case .assumption(let reason): "assumption: \(reason)"
    case .sweep(let reason, let range):
      "sweep \(NumberText.text(range.lowerBound)) to \(NumberText.text(range.upperBound)): "
        + reason
    }
  }
}
