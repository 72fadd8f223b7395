import Graphs
import Population

/// How old the friends of people of each age are.
///
/// Real ages of the owners of accounts: children by the year, adults in the bands of `AgeTable`.
public struct AgeMixing: Sendable, Equatable {
  /// Ages that are looked at together, ascending; from the youngest to the oldest that anybody is.
  public var bands: [ClosedRange<Int>]
  /// How many accounts are of each band.
  public var accounts: [Int]
  /// Friendships by the bands of both ends, a row per band: one between two of a band counts twice,
  /// once for each end.
  public var friendships: [[Int]]

  /// Makes a table of its parts.
  public init(bands: [ClosedRange<Int>], accounts: [Int], friendships: [[Int]]) {
    self.bands = bands
    self.accounts = accounts
    self.friendships = friendships
  }

  /// Counts the friendships of a world.
  public init(of sample: ValidationSample) {
    let all = Self.allBands
    let categories = sample.ages.map { age in
      all.firstIndex { $0.contains(Int(age)) } ?? all.count - 1
    }
    var counts = [Int](repeating: 0, count: all.count)
    for category in categories { counts[category] += 1 }
    let matrix = MixingMatrix(
      of: sample.graph, categories: categories, categoryCount: all.count, threads: sample.threads)
    let filled = all.indices.filter { counts[$0] > 0 }
    let kept = filled.first.map { $0..<(filled[filled.count - 1] + 1) } ?? 0..<0
    bands = Array(all[kept])
    accounts = Array(counts[kept])
    friendships = kept.map { row in kept.map { matrix[row, $0] } }
  }

  /// Of the friends of people of a band, the share of each band; nil if they have none.
  public func shares(ofBand band: Int) -> [Double]? {
    let total = friendships[band].reduce(0, +)
    return total == 0 ? nil : friendships[band].map { Double($0) / Double(total) }
  }

  /// Every band there can be: the oldest has no end.
  static let allBands: [ClosedRange<Int>] = {
    var bands = [0...4] + (5...17).map { $0...$0 } + AgeTable.adultPercent.map(\.ages)
    if let last = bands.popLast() { bands.append(last.lowerBound...255) }
    return bands
  }()
}
