import Randomness

/// Points that fill the unit cube evenly, however many are taken: a digital sequence in base 2.
///
/// Any 2ᵐ points that follow each other from a multiple of 2ᵐ are a net: of the intervals into which
/// a coordinate is cut by halves, each holds its share of them exactly. So take a power of two of them
/// where averages are wanted. The order is Antonov and Saleev's (1979, doi
/// 10.1016/0041-5553(79)90085-5), by Gray code; direction numbers are those of Joe and Kuo 2008, see
/// `DirectionNumbers`. Without a shift it is `scipy.stats.qmc.Sobol(scramble=False)`.
///
/// A digital shift (Owen 2003, doi 10.1145/945511.945518) changes every coordinate by exclusive or
/// with random bits: the points are then uniform, still evenly spread, and none lies on the corner.
public struct SobolSequence: Sendable {
  /// How many dimensions there can be at most.
  public static let dimensionLimit = DirectionNumbers.dimensionCount

  /// How many points there are: 2³².
  public static let count = 1 << DirectionNumbers.bits

  /// What is added to each dimension, as multiples of 2⁻³².
  private let shifts: [UInt32]

  /// Makes the sequence.
  ///
  /// - Parameters:
  ///   - dimensions: How many coordinates a point has, from 0 to `dimensionLimit`.
  ///   - seed: What the digital shift is drawn from; without one, there is no shift.
  public init(dimensions: Int, shiftedBy seed: UInt64? = nil) {
    precondition(
      (0...Self.dimensionLimit).contains(dimensions),
      "a Sobol sequence has up to \(Self.dimensionLimit) dimensions, found \(dimensions)")
    shifts = (0..<dimensions).map { dimension in
      guard let seed else { return 0 }
      return RandomStream.word(seed: seed, purpose: .sobolShift, entity: UInt64(dimension))
    }
  }

  /// The point at an index.
  ///
  /// - Parameter index: From 0 to below `count`.
  /// - Returns: One coordinate per dimension, each in 0..<1.
  /// - Complexity: O(dimensions), with up to 32 steps for each.
  public func point(at index: Int) -> [Double] {
    let grayCode = UInt32(index) ^ UInt32(index) >> 1
    return shifts.indices.map { dimension in
      var bits = shifts[dimension]
      var rest = grayCode
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        bits ^= DirectionNumbers.all[dimension * DirectionNumbers.bits + bit]
        rest &= rest - 1
      }
      return Double(bits) * 0x1p-32
    }
  }
}
