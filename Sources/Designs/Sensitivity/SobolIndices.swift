/// How much of the variance of an outcome is a key's: alone, and with all that it does with others.
///
/// With A, B and A_B of `SaltelliDesign` and V the variance of the outcomes of A and B together:
/// - first order: mean(f(B) (f(A_B) - f(A))) / V, Saltelli et al. 2010, table 2 (b);
/// - total: mean((f(A) - f(A_B))²) / (2 V), Jansen 1999, "Analysis of variance designs for model
///   output", Computer Physics Communications 117, 35-43, doi 10.1016/S0010-4655(98)00154-4.
///
/// Outcomes are centred on their mean first, as the first-order estimator errs less then. Estimates of
/// few rows may lie below 0 or beyond 1. Both are as SALib computes them.
public struct SobolIndices: Sendable, Equatable {
  /// The share of the variance that would go if the key alone were known.
  public var first: Double
  /// 95 of 100 bootstraps over the rows have a first-order index in this interval.
  public var firstInterval: ClosedRange<Double>
  /// The share of the variance that would stay if all but the key were known.
  public var total: Double
  /// 95 of 100 bootstraps over the rows have a total index in this interval.
  public var totalInterval: ClosedRange<Double>
  /// In how many rows all outcomes are there that the key needs.
  public var count: Int

  /// The indices of every key: 0 where all outcomes are the same, as no key moves them; nil for a key
  /// that has no row, or whose rows vary with it alone, as there is no variance then to have a share of.
  ///
  /// - Parameters:
  ///   - outcomes: What came out at each point of the design; nil where nothing did.
  ///   - dimensions: How many keys there are.
  ///   - seed: What the bootstrap is drawn from.
  ///   - resamples: How many bootstraps there are.
  /// - Returns: One per key.
  /// - Complexity: O(dimensions × rows × resamples).
  public static func all(
    outcomes: [Double?], dimensions: Int, seed: UInt64, resamples: Int = 1_000
  ) -> [SobolIndices?] {
    let width = dimensions + 2
    precondition(outcomes.count.isMultiple(of: width), "there is an outcome for each point")
    let present = outcomes.compactMap(\.self)
    guard !present.isEmpty else { return Array(repeating: nil, count: dimensions) }
    let centre = present.mean
    let rows = stride(from: 0, to: outcomes.count, by: width)
    return (0..<dimensions).map { key in
      let rows = rows.compactMap { row -> Row? in
        guard let a = outcomes[row], let b = outcomes[row + width - 1],
          let mixed = outcomes[row + 1 + key]
        else { return nil }
        return Row(a: a - centre, b: b - centre, mixed: mixed - centre)
      }
      return SobolIndices(
        rows, Resampling(count: rows.count, seed: seed, entity: key, resamples: resamples))
    }
  }

  private struct Row {
    var a: Double
    var b: Double
    var mixed: Double
  }

  private init?(_ rows: [Row], _ resampling: Resampling) {
    guard let values = Self.indices(of: rows.indices, rows) else { return nil }
    (first, total) = (values[0], values[1])
    count = rows.count
    let intervals = resampling.intervals { Self.indices(of: $0, rows) }
    firstInterval = intervals?[0] ?? first...first
    totalInterval = intervals?[1] ?? total...total
  }

  /// The first-order and the total index of some rows; nil if the outcomes do not vary.
  private static func indices(of chosen: some Collection<Int>, _ rows: [Row]) -> [Double]? {
    let count = Double(chosen.count)
    let mean = chosen.reduce(0) { $0 + rows[$1].a + rows[$1].b } / (2 * count)
    var (variance, first, total) = (0.0, 0.0, 0.0)
    for row in chosen.lazy.map({ rows[$0] }) {
      variance += (row.a - mean) * (row.a - mean) + (row.b - mean) * (row.b - mean)
      first += row.b * (row.mixed - row.a)
      total += (row.a - row.mixed) * (row.a - row.mixed)
    }
    variance /= 2 * count
    guard variance > 0 else { return total == 0 && count > 0 ? [0, 0] : nil }
    return [first / count / variance, total / (2 * count) / variance]
  }
}
