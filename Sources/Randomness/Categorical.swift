/// The distribution over 0..<n in which each index has a weight of its own.
///
/// A draw takes one number from the stream and two reads, however many weights there are. An index
/// of weight 0 never comes up. Apart from rounding in the table, each probability is exact to
/// n / 2⁶⁴.
///
/// Sources: Walker (1977), "An efficient method for generating discrete random variables with
/// general distributions", doi 10.1145/355744.355749; Vose (1991), "A linear algorithm for
/// generating random numbers with a given distribution", doi 10.1109/32.92917.
public struct Categorical: Distribution {
  /// One per index, ascending.
  private let columns: [Column]

  /// A column of the alias table: the index itself below the threshold, the alias from there up.
  private struct Column {
    /// The index's own share of the column, in units of 2⁻⁶⁴.
    var threshold: UInt64
    var alias: Int
  }

  /// The number of indices.
  public var count: Int { columns.count }

  /// Makes the distribution in which each index comes up in proportion to its weight.
  ///
  /// - Parameter weights: One per index, ascending; they need not add up to 1.
  /// - Precondition: No weight is negative; their sum is positive and finite.
  /// - Complexity: O(n).
  public init(weights: [Double]) {
    let sum = weights.reduce(0, +)
    precondition(
      sum > 0 && sum.isFinite && weights.allSatisfy { $0 >= 0 },
      "weights must not be negative and their sum must be positive and finite, found \(weights)")
    // Dividing first keeps tiny and huge sums within range.
    var shares = weights.map { $0 / sum * Double(weights.count) }
    var small = shares.indices.filter { shares[$0] < 1 }
    var large = shares.indices.filter { shares[$0] >= 1 }
    // Rounding may leave columns without a partner; what they lack goes to the heaviest index.
    let heaviest = shares.indices.reduce(0) { shares[$1] > shares[$0] ? $1 : $0 }
    var columns = [Column](
      repeating: Column(threshold: .max, alias: heaviest), count: weights.count)
    while let poor = small.popLast() {
      columns[poor].threshold = UInt64(shares[poor] * 0x1p64)
      guard let rich = large.last else { continue }
      columns[poor].alias = rich
      shares[rich] -= 1 - shares[poor]
      if shares[rich] < 1 {
        large.removeLast()
        small.append(rich)
      }
    }
    for rich in large { columns[rich].alias = rich }
    self.columns = columns
  }

  /// Draws an index.
  ///
  /// - Parameter stream: The stream the randomness is taken from.
  /// - Returns: An index in 0..<count.
  /// - Complexity: O(1).
  public func sample(using stream: inout RandomStream) -> Int {
    // The product's high half is a uniform column, its low half a uniform height within it.
    let product = stream.next().multipliedFullWidth(by: UInt64(columns.count))
    let index = Int(product.high)
    let column = columns[index]
    return product.low < column.threshold ? index : column.alias
  }
}
