public import Vocabulary

/// Two results of the same worlds, held against each other world by world.
///
/// A world is a point of the experiment with a seed. Of a metric the mean difference over the worlds
/// that have it on both sides is told, with Student's interval and test (paired; n − 1 degrees of
/// freedom).
public struct ReplicatedComparison: Sendable {
  private var worlds = 0
  private var detectors: [String] = []
  private var pairs: [Key: Pairs] = [:]

  private struct Key: Hashable {
    var detector: String
    var metric: String
  }

  /// The worlds of one metric and detector, in the memory of a few numbers.
  private struct Pairs {
    var worlds = 0
    var undefined = 0
    var before = 0.0
    var after = 0.0
    /// The mean difference so far, and the sum of squares about it (Welford 1962, Technometrics 4,
    /// 419-420, doi 10.1080/00401706.1962.10490022; MEMORY).
    var mean = 0.0
    var squares = 0.0

    mutating func add(_ before: Double?, _ after: Double?) {
      guard let before, let after else {
        undefined += 1
        return
      }
      worlds += 1
      self.before += before
      self.after += after
      let deviation = after - before - mean
      mean += deviation / Double(worlds)
      squares += deviation * (after - before - mean)
    }
  }

  /// The difference of one metric of one detector.
  public struct Difference: Sendable, Equatable, Codable {
    /// The detector.
    public var detector: String
    /// The metric's name.
    public var metric: String
    /// What it is measured in.
    public var unit: String
    /// Which way is better.
    public var better: Metric.Direction
    /// Worlds with a value on both sides.
    public var worlds: Int
    /// Worlds without one on a side or both, left out.
    public var undefined: Int
    /// The mean before; nil without a world.
    public var before: Double?
    /// The mean after; nil without a world.
    public var after: Double?
    /// The mean difference, after less before; nil without a world.
    public var difference: Double?
    /// The lower end of its 95 % interval; nil below two worlds.
    public var low: Double?
    /// The upper end; nil below two worlds.
    public var high: Double?
    /// How likely a mean difference as large is by chance alone; nil below two worlds, or where no
    /// world differs from another.
    public var p: Double?
    /// The same after Holm's correction for all differences that were asked for and have one.
    public var pHolm: Double?

    /// Whether the interval leaves out 0.
    public var isClear: Bool {
      guard let low, let high else { return false }
      return low > 0 || high < 0
    }
  }

  /// Makes a comparison of no world yet.
  public init() {}

  /// How many worlds there are.
  public var worldCount: Int { worlds }

  /// Adds a world.
  ///
  /// - Parameters:
  ///   - before: its metrics in the first results.
  ///   - after: those in the second.
  /// - Complexity: linear in the rows.
  public mutating func add(before: [MetricRow], after: [MetricRow]) {
    worlds += 1
    let later = Dictionary(after.map { (Key(detector: $0.detector, metric: $0.name), $0) }) {
      first, _ in first
    }
    for row in before {
      let key = Key(detector: row.detector, metric: row.name)
      guard let other = later[key] else { continue }
      if !detectors.contains(row.detector) { detectors.append(row.detector) }
      pairs[key, default: Pairs()].add(row.value, other.value)
    }
  }

  /// The differences, detector by detector, in the order of the catalogue.
  ///
  /// - Parameter metrics: which metrics.
  /// - Returns: one per detector and metric that both results have.
  public func differences(of metrics: [Metric] = MetricCatalogue.all) -> [Difference] {
    var found = detectors.flatMap { detector in
      metrics.compactMap { metric in
        pairs[Key(detector: detector, metric: metric.name)].map {
          Self.difference(detector, metric, $0)
        }
      }
    }
    let tested = found.indices.filter { found[$0].p != nil }
    let corrected = Holm.corrected(tested.compactMap { found[$0].p })
    for (index, p) in zip(tested, corrected) { found[index].pHolm = p }
    return found
  }

  private static func difference(_ detector: String, _ metric: Metric, _ pairs: Pairs) -> Difference
  {
    let n = Double(pairs.worlds)
    let error = pairs.worlds > 1 ? (pairs.squares / (n - 1) / n).squareRoot() : nil
    let reach = error.map { $0 * StudentT.upper95(degreesOfFreedom: pairs.worlds - 1) }
    let isAny = pairs.worlds > 0
    return Difference(
      detector: detector, metric: metric.name, unit: metric.unit, better: metric.direction,
      worlds: pairs.worlds, undefined: pairs.undefined, before: isAny ? pairs.before / n : nil,
      after: isAny ? pairs.after / n : nil, difference: isAny ? pairs.mean : nil,
      low: reach.map { pairs.mean - $0 }, high: reach.map { pairs.mean + $0 },
      p: error.flatMap { error in
        error > 0
          ? StudentT.outside(pairs.mean / error, degreesOfFreedom: pairs.worlds - 1) : nil
      })
  }
}
