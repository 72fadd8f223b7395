import Randomness

/// Random ways through a grid, each of which changes every key once, one key at a step.
///
/// Source: Morris 1991, "Factorial sampling plans for preliminary computational experiments",
/// Technometrics 33, 161-174, doi 10.1080/00401706.1991.10484804. There are `levels` coordinates from 0
/// to 1 in each dimension, and a step is p / (2 (p - 1)) of p levels up or down, which makes every
/// level equally probable. Keys change in a random order from a random start.
public struct MorrisDesign: Sendable {
  /// How many coordinates each dimension takes: 0, 1/3, 2/3 and 1, as in most uses.
  public static let levels = 4

  /// How far a step goes: 2/3.
  public static let step = Double(levels) / Double(2 * (levels - 1))

  /// How many keys there are.
  public let dimensions: Int

  /// How many ways there are.
  public let trajectories: Int

  private let seed: UInt64

  /// Makes the design.
  public init(dimensions: Int, trajectories: Int, seed: UInt64) {
    self.dimensions = dimensions
    self.trajectories = trajectories
    self.seed = seed
  }

  /// How many points there are: for each way, its start and one per key.
  public var count: Int { trajectories * (dimensions + 1) }

  /// The point at an index; those of a way follow each other.
  ///
  /// - Parameter index: From 0 to below `count`.
  /// - Returns: One coordinate per dimension, in 0...1.
  /// - Complexity: O(dimensions).
  public func point(at index: Int) -> [Double] {
    let (trajectory, steps) = index.quotientAndRemainder(dividingBy: dimensions + 1)
    var stream = RandomStream(
      seed: seed, purpose: .morrisTrajectories, entity: UInt64(trajectory))
    var order = Array(0..<dimensions)
    shuffle(&order, using: &stream)
    var point = (0..<dimensions).map { _ in 0 }
    let jump = Self.levels / 2
    var goesUp = point.map { _ in false }
    for dimension in 0..<dimensions {
      goesUp[dimension] = stream.below(2) == 1
      point[dimension] = stream.below(jump) + (goesUp[dimension] ? 0 : jump)
    }
    for dimension in order.prefix(steps) { point[dimension] += goesUp[dimension] ? jump : -jump }
    return point.map { Double($0) / Double(Self.levels - 1) }
  }
}
