import RealModule
import Vocabulary

/// One metric of one detector over several worlds: the worlds are what varies, and what is counted.
///
/// Where every world has a value, it is told by the mean with Student's interval. A world in which
/// the metric would be infinite, as a median lead is where half of the meetings or more had no alert,
/// has no value to average and is none to leave out: then the median over the worlds is told, these
/// ranked worst, with the interval of order statistics. A world in which there is nothing to measure,
/// such as a share of no meetings, is left out and counted. Where all worlds have the same value, such as
/// no false alarm at all, how they differ says nothing: the interval is then the widest within a world.
public struct Replicates: Sendable, Equatable, Codable {
  /// The metric's name.
  public var metric: String
  /// What it is measured in.
  public var unit: String
  /// Worlds that count: those with a value, and those without an alert to take one from.
  public var worlds: Int
  /// Worlds of these that are ranked worst, as there was no alert to take a value from.
  public var withoutAlert: Int
  /// Worlds left out, as there was nothing to measure.
  public var undefined: Int
  /// The mean, of worlds that all have a value.
  public var mean: Double?
  /// The standard deviation between these worlds (n − 1); nil of one.
  public var deviation: Double?
  /// The median over the worlds, of two middle ones the worse; nil where that had no alert.
  public var median: Double?
  /// The lowest value that there is.
  public var least: Double?
  /// The highest value that there is.
  public var greatest: Double?
  /// A 95 % interval of what `value` tells; an end is nil where it is infinite.
  public var interval: Range?
  /// What the interval says something of.
  public var source: Source
  /// What is told of the worlds: the mean, or the median where some had no alert.
  public var told: Told
  /// That mean or median; nil without a world, and where the median had no alert.
  public var value: Double?

  /// What can be told of worlds.
  public enum Told: String, Sendable, Codable {
    /// The mean.
    case mean
    /// The median.
    case median
  }

  /// An interval, of which an end may be infinite.
  public struct Range: Sendable, Equatable, Codable {
    /// The lower end; nil where it is infinite.
    public var low: Double?
    /// The upper end; nil where it is infinite.
    public var high: Double?

    /// The interval that holds this one and another.
    func widened(by other: Range) -> Range {
      Range(
        low: low.flatMap { low in other.low.map { min(low, $0) } },
        high: high.flatMap { high in other.high.map { max(high, $0) } })
    }
  }

  /// What an interval says something of.
  public enum Source: String, Sendable, Codable {
    /// Of how worlds differ.
    case betweenWorlds
    /// Of chance within the one world there is.
    case withinWorld
  }

  /// Sums up what was gathered of one metric and detector.
  init(_ gathered: Gathered) {
    let metric = gathered.metric
    self.metric = metric.name
    unit = metric.unit
    let values = gathered.values
    withoutAlert = gathered.withoutAlert
    undefined = gathered.undefined
    worlds = values.count + withoutAlert
    least = values.min()
    greatest = values.max()
    source = .betweenWorlds
    told = withoutAlert > 0 ? .median : .mean
    let worst = Double.infinity * (metric.direction == .lower ? 1 : -1)
    let ranked = (values + Array(repeating: worst, count: withoutAlert)).sorted {
      metric.direction == .lower ? $0 > $1 : $0 < $1
    }
    median = OrderStatistics.median(ranked, of: metric)
    if withoutAlert == 0, let (mean, between) = ClusteredMean.of(values) {
      self.mean = mean
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      deviation = values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : nil
      if let between, between.high > between.low {
        interval = Self.possible(between, metric)
      } else {
        (interval, source) = (gathered.within, .withinWorld)
      }
    } else if worlds > 1 {
      interval = OrderStatistics.medianRanks(of: worlds).map { low, high in
        let ends = [ranked[low], ranked[high]].sorted().map { $0.isFinite ? $0 : nil }
        return Range(low: ends[0], high: ends[1])
      }
    } else {
      (interval, source) = (gathered.within, .withinWorld)
    }
    value = told == .mean ? mean : median
  }

  /// One metric of one detector in world after world.
  struct Gathered {
    let metric: Metric
    private(set) var values: [Double] = []
    private(set) var withoutAlert = 0
    private(set) var undefined = 0
    /// From the lowest to the highest end of an interval within a world; nil where one has none.
    private(set) var within: Range?

    init(of metric: Metric) { self.metric = metric }

    /// Adds a world with so many meetings to be alerted before.
    mutating func add(_ row: MetricRow, meetings: Int) {
      if let value = row.value {
        values.append(value)
      } else if metric.absence == .noAlert, meetings > 0 {
        withoutAlert += 1
      } else {
        undefined += 1
        return
      }
      let own = row.low == nil && row.high == nil ? nil : Range(low: row.low, high: row.high)
      let isFirst = values.count + withoutAlert == 1
      within = isFirst ? own : within.flatMap { earlier in own.map { earlier.widened(by: $0) } }
    }
  }

  /// An interval without what is not possible: a share below none or above all, a rate below none.
  private static func possible(_ interval: Interval, _ metric: Metric) -> Range {
    let isShare = metric.unit == "share"
    let low = isShare || metric.unit.contains(" per ") ? max(interval.low, 0) : interval.low
    return Range(low: low, high: isShare ? min(interval.high, 1) : interval.high)
  }
}

/// Which values of a sorted sample an interval of the median lies between.
enum OrderStatistics {
  /// The median of a metric over worlds, of two middle ones the worse; nil where that is infinite, and
  /// without a world.
  static func median(_ values: [Double], of metric: Metric) -> Double? {
    guard !values.isEmpty else { return nil }
    let middle = (values.count - 1) / 2
    let sorted = values.sorted()
    let median = metric.direction == .lower ? sorted[values.count - 1 - middle] : sorted[middle]
    return median.isFinite ? median : nil
  }

  /// The positions, from 0, of the ends of an interval that holds the median of whatever the sample
  /// is of in at least 95 of 100 samples; nil of fewer than six, of which none does.
  ///
  /// By the binomial distribution of how many lie below the median (David and Nagaraja 2003, Order
  /// Statistics, 7.1; MEMORY).
  static func medianRanks(of count: Int) -> (low: Int, high: Int)? {
    guard count >= 6 else { return nil }
    // P(B ≤ k) of a binomial with chance 1/2, by logarithms so that large counts do not underflow.
    var probability = 0.0
    var logChoose = 0.0
    var low = -1
    for k in 0..<count / 2 {
      probability += Double.exp(logChoose - Double(count) * Double.log(2))
      guard probability <= 0.025 else { break }
      low = k
      logChoose += Double.log(Double(count - k) / Double(k + 1))
    }
    return low < 0 ? nil : (low, count - 1 - low)
  }
}
