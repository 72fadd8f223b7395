/// Two sets of points, and for each key the first set with that key's coordinates from the second.
///
/// Source: Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola 2010, "Variance based sensitivity
/// analysis of model output", Computer Physics Communications 181, 259-270, doi
/// 10.1016/j.cpc.2009.09.018: the sets A and B are the halves of a Sobol sequence of twice as many
/// dimensions, and A with a column of B (A_B) is radial from A.
public struct SaltelliDesign: Sendable {
  /// How many keys there can be at most.
  public static let dimensionLimit = SobolSequence.dimensionLimit / 2

  /// How many keys there are.
  public let dimensions: Int

  /// How many rows A has, a power of two where evenness counts.
  public let rows: Int

  private let sequence: SobolSequence

  /// Makes the design.
  ///
  /// - Parameters:
  ///   - dimensions: How many keys there are, up to `dimensionLimit`.
  ///   - rows: How many rows A and B have.
  ///   - seed: What the digital shift is drawn from; without one, there is no shift.
  public init(dimensions: Int, rows: Int, shiftedBy seed: UInt64?) {
    self.dimensions = dimensions
    self.rows = rows
    sequence = SobolSequence(dimensions: 2 * dimensions, shiftedBy: seed)
  }

  /// How many points there are: for each row that of A, one for each key, and that of B.
  public var count: Int { rows * (dimensions + 2) }

  /// The point at an index: of each row, that of A, those with a coordinate of B key by key, that of B.
  ///
  /// - Parameter index: From 0 to below `count`.
  /// - Returns: One coordinate per key, in 0..<1.
  public func point(at index: Int) -> [Double] {
    let (row, place) = index.quotientAndRemainder(dividingBy: dimensions + 2)
    let both = sequence.point(at: row)
    if place == dimensions + 1 { return Array(both[dimensions...]) }
    var point = Array(both[..<dimensions])
    if place > 0 { point[place - 1] = both[dimensions + place - 1] }
    return point
  }
}
