/// Where the default of a key comes from.
public enum Source: Sendable, Equatable {
  /// A published figure: author, year and place in the work, and how far it was verified.
  case published(String, Mark)

  /// Our own choice, with the reason for it.
  case assumption(String)

  /// A figure without a good source, with the reason and the range that a sweep should cover.
  case sweep(String, over: ClosedRange<Double>)

  /// Figures without a good source, with the reason; a sweep should cover each divided by a factor up
  /// to each times that factor.
  case scaling(String, by: Double)

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

/// What a sweep of a key without a good source should cover.
public struct SweepRange: Sendable, Equatable, Encodable {
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double
  /// Whether steps over the range multiply instead of adding.
  ///
  /// So where the range is a factor either way, of the default or of 1, and where it lies above 0 and
  /// spans a factor of ten or more.
  public let multiplies: Bool
}

extension Source {
  /// What a sweep should cover, of a figure without a good source; nil of any other, and of a factor
  /// where the figure is 0 or none.
  ///
  /// - Parameters:
  ///   - standard: The default.
  ///   - most: What the key accepts at most.
  /// - Returns: The range; nil if there is none.
  func sweep(around standard: Double?, atMost most: Double?) -> SweepRange? {
    switch self {
    case .published, .assumption: return nil
    case .sweep(_, let range):
      let (low, high) = (range.lowerBound, range.upperBound)
      return SweepRange(
        low: low, high: high,
        multiplies: low > 0 && (high >= 10 * low || abs(low * high - 1) < 0.05))
    case .scaling(_, let factor):
      guard let standard, standard > 0 else { return nil }
      let millionths = { (value: Double) in (value * 1e6).rounded() / 1e6 }
      let low = millionths(standard / factor)
      let high = min(millionths(standard * factor), most ?? .infinity)
      return low < high && low > 0 ? SweepRange(low: low, high: high, multiplies: true) : nil
    }
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
    case .scaling(let reason, let factor):
      "sweep default / \(NumberText.text(factor)) to default x \(NumberText.text(factor)): "
        + reason
    }
  }
}
