import RealModule

/// The area under the ROC curve of one number that tells two groups apart, ties counting half.
///
/// The probability that a positive has a higher value than a negative: Mann and Whitney's U over the
/// number of pairs (Hanley and McNeil 1982, Radiology 143, 29-36).
struct RankAUC: Sendable, Equatable {
  /// How many positives there are.
  let positives: Int
  /// How many negatives there are.
  let negatives: Int
  /// The area: 0.5 where the number says nothing.
  let area: Double
  /// The standard error of the area, for any distribution; nil with fewer than two in a group.
  ///
  /// DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44, 837-845, equation 5 for one curve.
  let standardError: Double?
  /// The standard error that the area has where both groups are of one distribution, with the
  /// correction for ties (Lehmann 1975, Nonparametrics, appendix, formula A.23, recalled; it is held
  /// against scipy in the tests).
  let nullStandardError: Double

  /// Compares two groups.
  ///
  /// - Parameters:
  ///   - positives: the values of one, ascending; not empty.
  ///   - negatives: the values of the other, ascending; not empty.
  /// - Complexity: linear.
  init(_ positives: [Float], against negatives: [Float]) {
    precondition(!positives.isEmpty && !negatives.isEmpty, "an area needs two groups")
    let (n, m) = (Double(positives.count), Double(negatives.count))
    // Of each value, the share of the other group on its wrong side: sums, and sums of squares.
    var (sum, squares, otherSquares, ties) = (0.0, 0.0, 0.0, 0.0)
    var (i, j) = (0, 0)
    while i < positives.count || j < negatives.count {
      let value =
        j == negatives.count || (i < positives.count && positives[i] < negatives[j])
        ? positives[i] : negatives[j]
      let (firstI, firstJ) = (i, j)
      while i < positives.count, positives[i] == value { i += 1 }
      while j < negatives.count, negatives[j] == value { j += 1 }
      let (p, q) = (Double(i - firstI), Double(j - firstJ))
      let below = (Double(firstJ) + q / 2) / m
      let above = (Double(positives.count - i) + p / 2) / n
      sum += p * below
      squares += p * below * below
      otherSquares += q * above * above
      ties += (p + q) * (p + q) * (p + q) - (p + q)
    }
    self.positives = positives.count
    self.negatives = negatives.count
    area = sum / n
    let variance =
      (squares / n - area * area) / (n - 1) + (otherSquares / m - area * area) / (m - 1)
    standardError = n > 1 && m > 1 ? Double.sqrt(max(variance, 0)) : nil
    let all = n + m
    nullStandardError = Double.sqrt(max(all + 1 - ties / (all * (all - 1)), 0) / (12 * n * m))
  }

  /// The area of the number or of its opposite, whichever is larger.
  var symmetrised: Double { max(area, 1 - area) }
}
