import RealModule

/// How many friends accounts have: the published Facebook curve, scaled to the world's size.
///
/// Sources: knots, percentile to degree, from LDBC SNB Datagen's table of Facebook degrees
/// (FOUND in its code; that it was read off Ugander, Karrer, Backstrom and Marlow 2011,
/// arXiv 1111.4503, Fig. 1, is MEMORY-H); the mean for a network of N accounts, from the same
/// code: N to the power of 0.512 - 0.028 log10 N.
public struct DegreeCurve {
  /// Percentile and degree of the curve for the whole of Facebook.
  static let knots: [(percentile: Double, degree: Double)] = [
    (0, 1), (1, 1), (5, 3.5), (10, 10), (20, 25), (25, 33), (30, 42), (40, 66), (50, 99),
    (60, 139), (70, 204), (75, 236), (80, 283), (90, 447), (95, 674), (97, 781), (98, 863),
    (99, 1_029), (100, 5_000),
  ]

  /// What the knots are multiplied by.
  private let factor: Double

  /// Makes the curve for a number of accounts.
  ///
  /// - Parameters:
  ///   - accounts: the size of the world.
  ///   - scale: what the published mean for that size is multiplied by; 1 leaves it.
  public init(accounts: Int, scale: Double = 1) {
    factor = Self.meanDegree(accounts: accounts) * scale / Self.knotsMean
  }

  /// The published mean degree of a network of a size: N to the power of 0.512 - 0.028 log10 N.
  public static func meanDegree(accounts: Int) -> Double {
    let size = Double(max(accounts, 2))
    return Double.pow(size, 0.512 - 0.028 * Double.log10(size))
  }

  /// The mean of the curve through the knots, degrees uniform between them.
  static let knotsMean = zip(knots, knots.dropFirst()).reduce(0) { sum, pair in
    sum + (pair.1.percentile - pair.0.percentile) / 100 * (pair.0.degree + pair.1.degree) / 2
  }

  /// The degree, as a real number, below which a share of accounts lies.
  func degree(atQuantile quantile: Double) -> Double {
    let percentile = min(max(quantile, 0), 1) * 100
    for (low, high) in zip(Self.knots, Self.knots.dropFirst()) where percentile <= high.percentile {
      let share = (percentile - low.percentile) / (high.percentile - low.percentile)
      return factor * (low.degree + share * (high.degree - low.degree))
    }
    return factor * Self.knots[Self.knots.count - 1].degree
  }

  /// The share of accounts with a degree, as a real number, of so many or more.
  public func share(from degree: Double) -> Double {
    let published = degree / factor
    guard published > Self.knots[0].degree else { return 1 }
    for (low, high) in zip(Self.knots, Self.knots.dropFirst()) where published < high.degree {
      let share = (published - low.degree) / (high.degree - low.degree)
      return 1 - (low.percentile + share * (high.percentile - low.percentile)) / 100
    }
    return 0
  }
}
