/// How the points of an experiment are laid out over the keys that it varies.
public enum Design: String, CaseIterable, Sendable {
  /// Every combination of the values of all keys.
  case grid
  /// A Latin hypercube: every key takes as many values as there are points, evenly spread.
  case latin
  /// A Sobol sequence with a digital shift: evenly spread also in several keys together.
  case sobol

  /// The points of the design over some keys.
  ///
  /// - Parameters:
  ///   - keys: What is varied; a coordinate of a point each.
  ///   - count: How many points there are to be; a grid has as many as it has.
  ///   - seed: What the design is drawn from; a grid needs none.
  /// - Returns: The points, each computed when it is asked for.
  /// - Throws: `DesignError`, if keys and design do not go together.
  public func points(
    of keys: [VariedKey], count: Int?, seed: UInt64
  ) throws(DesignError) -> DesignPoints {
    try refuseRepeated(keys)
    switch self {
    case .grid:
      if let count { throw .gridWithCount(count) }
      var levels: [[Double]] = []
      for key in keys {
        guard let gridCoordinates = key.gridCoordinates else { throw .withoutLevels(key.path) }
        levels.append(gridCoordinates)
      }
      guard let grid = FullGrid(levels: levels), grid.count <= DesignPoints.limit else {
        throw .tooMany(levels.map(\.count))
      }
      return DesignPoints(count: grid.count) { grid.point(at: $0) }
    case .latin:
      let count = try checked(count)
      let design = LatinHypercube(dimensions: keys.count, count: count, seed: seed)
      return DesignPoints(count: count) { design.point(at: $0) }
    case .sobol:
      let count = try checked(count)
      guard keys.count <= SobolSequence.dimensionLimit else { throw .tooManyKeys(keys.count) }
      let design = SobolSequence(dimensions: keys.count, shiftedBy: seed)
      return DesignPoints(count: count) { design.point(at: $0) }
    }
  }

  private func checked(_ count: Int?) throws(DesignError) -> Int {
    guard let count else { throw .withoutCount(self) }
    guard (1...DesignPoints.limit).contains(count) else { throw .badCount(count) }
    return count
  }

  private func refuseRepeated(_ keys: [VariedKey]) throws(DesignError) {
    var paths: Set<String> = []
    for key in keys where !paths.insert(key.path).inserted { throw .repeated(key.path) }
  }
}

/// The points of a design, in the unit cube: each is one coordinate per key, in 0...1.
///
/// A point is computed when it is asked for, so that a design of a million points takes no memory for
/// them (a Latin hypercube keeps four bytes for each coordinate).
public struct DesignPoints: RandomAccessCollection, Sendable {
  /// How many points a design has at most: 10⁸.
  public static let limit = 100_000_000

  /// The position of the first point.
  public let startIndex = 0

  /// One past the position of the last point.
  public let endIndex: Int

  private let point: @Sendable (Int) -> [Double]

  init(count: Int, point: @escaping @Sendable (Int) -> [Double]) {
    endIndex = count
    self.point = point
  }

  /// The coordinates of the point at a position.
  public subscript(position: Int) -> [Double] { point(position) }
}
