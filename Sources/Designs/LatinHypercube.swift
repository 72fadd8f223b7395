import Randomness

/// Points of which, in every dimension, each of as many equal intervals as there are points holds one.
///
/// Source: McKay, Beckman and Conover 1979, "A comparison of three methods for selecting values of
/// input variables in the analysis of output from a computer code", Technometrics 21, 239-245, doi
/// 10.1080/00401706.1979.10489755: independent random orders of the intervals, and a uniform place
/// within each.
public struct LatinHypercube: Sendable {
  /// How many points there are.
  public let count: Int

  private let seed: UInt64
  /// For each dimension, the interval that each point lies in.
  private let intervals: [[UInt32]]

  /// Makes the design.
  ///
  /// - Parameters:
  ///   - dimensions: How many coordinates a point has.
  ///   - count: How many points there are, at most 2³².
  ///   - seed: What orders and places are drawn from.
  /// - Complexity: O(dimensions × count), in memory too.
  public init(dimensions: Int, count: Int, seed: UInt64) {
    self.count = count
    self.seed = seed
    intervals = (0..<dimensions).map { dimension in
      var stream = RandomStream(
        seed: seed, purpose: .latinHypercube, entity: UInt64(dimension) << 1)
      var order = Array(0..<UInt32(count))
      shuffle(&order, using: &stream)
      return order
    }
  }

  /// The point at an index.
  ///
  /// - Parameter index: From 0 to below `count`.
  /// - Returns: One coordinate per dimension, each in 0..<1.
  /// - Complexity: O(dimensions).
  public func point(at index: Int) -> [Double] {
    intervals.enumerated().map { dimension, order in
      var stream = RandomStream(
        seed: seed, purpose: .latinHypercube, entity: UInt64(dimension) << 1 | 1,
        counter: UInt32(index))
      let place = (Double(order[index]) + stream.uniform()) / Double(count)
      // The sum may round up to the bound of the interval.
      return min(place, (Double(order[index] + 1) / Double(count)).nextDown)
    }
  }
}
