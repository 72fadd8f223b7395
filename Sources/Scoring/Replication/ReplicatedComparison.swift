public import Vocabulary

/// Two results of the same worlds, held against each other world by world.
///
/// A world is a point of the experiment with a seed. Of a metric the mean difference over the worlds
/// that have it on both sides is told, with Student's interval and test (paired; n − 1 degrees of
/// freedom).
///
/// A world in which the metric would be infinite on a side, as a median lead is where half of the
/// meetings or more had no alert, is none to leave out: that side is ranked worst, and then medians
/// are told: of each side as `Replicates` does, and of the differences, where a side without an alert
/// is infinitely worse than one with, and like another without; between two middle ones, halfway. Its interval is that of order statistics, the
/// test that of signs (exact; worlds without a difference are left out), in which infinite differences
/// count like others.
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
    /// The worlds one by one, of a metric that can be infinite.
    var ranked: [(before: Double, after: Double)] = []
    /// Worlds of these that are infinite on a side.
    var withoutAlert = 0

    /// Adds a world of a metric that can be infinite.
    mutating func rank(_ before: Double, _ after: Double) {
      ranked.append((before, after))
      if before.isFinite && after.isFinite { add(before, after) } else { withoutAlert += 1 }
    }

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
    /// Worlds that count: those with a value on both sides, and those ranked worst on one.
    public var worlds: Int
    /// Worlds of these that are ranked worst on a side or both, as there was no alert to take a value
    /// from.
    public var withoutAlert: Int
    /// Worlds with nothing to measure on a side or both, left out.
    public var undefined: Int
    /// What is told of the worlds: means, or medians where some had no alert.
    public var told: Replicates.Told
    /// The mean or median before; nil without a world, and where the median had no alert.
    public var before: Double?
    /// That after.
    public var after: Double?
    /// The mean or median difference, after less before; nil without a world, and where it is infinite.
    public var difference: Double?
    /// The lower end of its 95 % interval; nil of too few worlds, and where it is infinite.
    public var low: Double?
    /// The upper end.
    public var high: Double?
    /// On which side of 0 the whole interval lies; nil if it holds 0 or there is none.
    public var change: Change?
    /// How likely a difference as large is by chance alone; nil of too few worlds, or where no
    /// world differs from another.
    public var p: Double?
    /// The same after Holm's correction for all differences that were asked for and have one.
    public var pHolm: Double?

    /// A difference that is not 0.
    public enum Change: String, Sendable, Codable {
      /// There is more after than before.
      case more
      /// There is less.
      case less

      /// The side of 0 on which a whole interval lies; nil if it holds 0.
      init?(low: Double, high: Double) {
        guard low > 0 || high < 0 else { return nil }
        self = low > 0 ? .more : .less
      }
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
  ///   - meetings: how many meetings there were to be alerted before, in each.
  /// - Complexity: linear in the rows.
  public mutating func add(
    before: [MetricRow], after: [MetricRow], meetings: (before: Int, after: Int)
  ) {
    worlds += 1
    let later = Dictionary(after.map { (Key(detector: $0.detector, metric: $0.name), $0) }) {
      first, _ in first
    }
    for row in before {
      let key = Key(detector: row.detector, metric: row.name)
      guard let other = later[key] else { continue }
      if !detectors.contains(row.detector) { detectors.append(row.detector) }
      let worst = Self.worst[row.name]
      let sides = [(row, meetings.before), (other, meetings.after)].compactMap { row, meetings in
        worst == nil ? nil : row.value ?? (meetings > 0 ? worst : nil)
      }
      if sides.count == 2 {
        pairs[key, default: Pairs()].rank(sides[0], sides[1])
      } else {
        pairs[key, default: Pairs()].add(row.value, other.value)
      }
    }
  }

  /// What stands for a value where there was no alert to take one from; of other metrics nothing does.
  private static let worst = Dictionary(
    uniqueKeysWithValues: MetricCatalogue.all.filter { $0.absence == .noAlert }
      .map { ($0.name, $0.direction == .lower ? Double.infinity : -Double.infinity) })

  /// The differences, detector by detector, in the order of the catalogue.
  ///
  /// - Parameter metrics: which metrics.
  /// - Returns: one per detector and metric that both results have.
  public func differences(of metrics: [Metric] = MetricCatalogue.all) -> [Difference] {
    var found = detectors.flatMap { detector in
      metrics.compactMap { metric in
        pairs[Key(detector: detector, metric: metric.name)].map {
          $0.withoutAlert > 0
            ? Self.medianDifference(detector, metric, $0) : Self.difference(detector, metric, $0)
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
      worlds: pairs.worlds, withoutAlert: 0, undefined: pairs.undefined, told: .mean,
      before: isAny ? pairs.before / n : nil, after: isAny ? pairs.after / n : nil,
      difference: isAny ? pairs.mean : nil,
      low: reach.map { pairs.mean - $0 }, high: reach.map { pairs.mean + $0 },
      change: reach.flatMap { Difference.Change(low: pairs.mean - $0, high: pairs.mean + $0) },
      p: error.flatMap { error in
        error > 0
          ? StudentT.outside(pairs.mean / error, degreesOfFreedom: pairs.worlds - 1) : nil
      })
  }

  private static func medianDifference(
    _ detector: String, _ metric: Metric, _ pairs: Pairs
  ) -> Difference {
    // Two sides without an alert differ by nothing.
    let differences = pairs.ranked.map { $0.after == $0.before ? 0 : $0.after - $0.before }.sorted()
    let ends = OrderStatistics.medianRanks(of: differences.count).map {
      (low: differences[$0.low], high: differences[$0.high])
    }
    let signs = differences.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }
    return Difference(
      detector: detector, metric: metric.name, unit: metric.unit, better: metric.direction,
      worlds: differences.count, withoutAlert: pairs.withoutAlert, undefined: pairs.undefined,
      told: .median, before: OrderStatistics.median(pairs.ranked.map(\.before), of: metric),
      after: OrderStatistics.median(pairs.ranked.map(\.after), of: metric),
      difference: Self.median(differences), low: ends?.low.finite, high: ends?.high.finite,
      change: ends.flatMap { Difference.Change(low: $0.low, high: $0.high) },
      p: signs.allSatisfy { $0 == 0 } || signs.count < 2
        ? nil : SignFlipTest(differences: signs).p)
  }

  /// The middle of sorted values, between two middle ones halfway; nil where that is infinite.
  private static func median(_ values: [Double]) -> Double? {
    let (one, other) = (values[(values.count - 1) / 2], values[values.count / 2])
    return one == other ? one.finite : ((one + other) / 2).finite
  }
}

extension Double {
  fileprivate var finite: Double? { isFinite ? self : nil }
}
