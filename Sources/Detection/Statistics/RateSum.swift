import RealModule

/// A cumulative sum of what happens above a usual rate, day by day.
///
/// (Page 1954, doi 10.1093/biomet/41.1-2.100.) Everything that happens adds 1, and every day takes
/// away what is usual, plus an allowance; the sum starts again at zero whenever it falls below. What
/// is usual is the own recent rate, weighted the less the longer ago; at first the population's, which
/// counts as much as some days of its own.
struct RateSum {
  /// The sum.
  private(set) var sum = 0.0
  private var weightedCount = 0.0
  private var weightedDays = 0.0
  private var day: Int32
  private var today = 0.0

  /// How a sum follows what happens.
  struct Pace {
    /// What is let pass a day above the usual.
    let allowancePerDay: Double
    /// How much a day weighs against the day after it.
    let keep: Double
    /// How many days of its own the population's rate counts for.
    let priorDays: Double

    init(allowancePerDay: Double, halfLifeDays: Double, priorDays: Double) {
      self.allowancePerDay = allowancePerDay
      keep = Double.exp2(-1 / halfLifeDays)
      self.priorDays = priorDays
    }
  }

  init(day: Int32) {
    self.day = day
  }

  /// Adds what happened on a day.
  ///
  /// - Parameters:
  ///   - count: how often it happened.
  ///   - newDay: the day, no earlier than the last.
  ///   - population: how often it happens a day in the population.
  ///   - pace: how the sum follows.
  mutating func add(_ count: Double, on newDay: Int32, population: Double, pace: Pace) {
    let days = Double(newDay - day)
    if days > 0 {
      // The last day's count enters the own rate, and days without any thin it.
      weightedCount = (weightedCount * pace.keep + today) * Double.pow(pace.keep, days - 1)
      let kept = Double.pow(pace.keep, days)
      weightedDays = weightedDays * kept + (1 - kept) / (1 - pace.keep)
      let allowed = usualRate(population: population, pace: pace) + pace.allowancePerDay
      sum = max(0, sum - days * allowed)
      today = 0
      day = newDay
    }
    sum += count
    today += count
  }

  /// How often it usually happens a day.
  func usualRate(population: Double, pace: Pace) -> Double {
    (pace.priorDays * population + weightedCount) / (pace.priorDays + weightedDays)
  }
}
