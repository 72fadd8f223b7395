/// Every combination of the values of each dimension; the last dimension changes fastest.
public struct FullGrid: Sendable {
  /// The coordinates of each dimension, in 0...1.
  private let levels: [[Double]]

  /// How many points there are: the product of how many values each dimension has.
  public let count: Int

  /// Makes the grid; nil if there are more points than a number can hold.
  ///
  /// - Parameter levels: The coordinates of each dimension, in 0...1.
  public init?(levels: [[Double]]) {
    self.levels = levels
    var count = 1
    for dimension in levels {
      let (product, overflow) = count.multipliedReportingOverflow(by: dimension.count)
      if overflow { return nil }
      count = product
    }
    self.count = count
  }

  /// The point at an index.
  ///
  /// - Parameter index: From 0 to below `count`.
  /// - Returns: One coordinate per dimension, each in 0...1.
  /// - Complexity: O(dimensions).
  public func point(at index: Int) -> [Double] {
    var rest = index
    var point = levels.map { _ in 0.0 }
    for dimension in levels.indices.reversed() {
      let (quotient, place) = rest.quotientAndRemainder(dividingBy: levels[dimension].count)
      point[dimension] = levels[dimension][place]
      rest = quotient
    }
    return point
  }
}
