/// How much an outcome changes with one key, found by changing one at a time from many starts.
///
/// An effect is the change of the outcome over the change of the coordinate: what the outcome would
/// change by over the whole range of the key, if it went on so. Sources: Morris 1991 (see
/// `MorrisDesign`) for `mean` and `deviation`; Campolongo, Cariboni and Saltelli 2007, "An effective
/// screening design for sensitivity analysis of large models", Environmental Modelling & Software 22,
/// 1509-1518, doi 10.1016/j.envsoft.2006.10.004, for `size`.
public struct ElementaryEffects: Sendable, Equatable {
  /// μ, the mean of the effects: with its sign, so that ups and downs cancel.
  public var mean: Double
  /// μ*, the mean of the sizes of the effects, by which keys are ranked.
  public var size: Double
  /// 95 of 100 bootstraps over the ways have a size in this interval (percentiles).
  public var sizeInterval: ClosedRange<Double>
  /// σ, the standard deviation of the effects: large where the key's effect depends on the others
  /// or on its own value; nil of a single effect.
  public var deviation: Double?
  /// How many effects there are.
  public var count: Int

  /// The effects of every key; nil for one of which there is none.
  ///
  /// - Parameters:
  ///   - points: The points of a design, ways one after the other, each of `dimensions` + 1.
  ///   - outcomes: What came out at each point; nil where nothing did, and a step to or from there is
  ///     left out.
  ///   - dimensions: How many keys there are.
  ///   - seed: What the bootstrap is drawn from.
  /// - Returns: One per key.
  public static func all(
    points: some RandomAccessCollection<[Double]>, outcomes: [Double?], dimensions: Int,
    seed: UInt64
  ) -> [ElementaryEffects?] {
    precondition(
      points.count == outcomes.count && points.count.isMultiple(of: dimensions + 1),
      "there is one outcome for each point of whole trajectories")
    var effects: [[Double]] = Array(repeating: [], count: dimensions)
    var (last, lastOutcome): ([Double], Double?) = ([], nil)
    for (index, point) in points.enumerated() {
      if !index.isMultiple(of: dimensions + 1), let before = lastOutcome,
        let after = outcomes[index],
        let changed = point.indices.first(where: { point[$0] != last[$0] })
      {
        effects[changed].append((after - before) / (point[changed] - last[changed]))
      }
      (last, lastOutcome) = (point, outcomes[index])
    }
    return effects.enumerated().map { ElementaryEffects($1, dimension: $0, seed: seed) }
  }

  private init?(_ effects: [Double], dimension: Int, seed: UInt64) {
    guard !effects.isEmpty else { return nil }
    let sizes = effects.map(abs)
    count = effects.count
    mean = effects.mean
    size = sizes.mean
    deviation = effects.variance(of: 1).map { $0.squareRoot() }
    let resampling = Resampling(count: count, seed: seed, entity: dimension, resamples: 1_000)
    let intervals = resampling.intervals { rows in
      [rows.reduce(0) { $0 + sizes[$1] } / Double(rows.count)]
    }
    sizeInterval = intervals?[0] ?? size...size
  }
}
