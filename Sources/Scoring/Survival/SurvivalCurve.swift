/// The share of children in sustained contact whose groomer one detector had not alerted on yet, by
/// days since first contact.
///
/// By Kaplan and Meier over all sustained contacts, also those without a meeting. An alert before first
/// contact counts as at 0 days; contacts whose groomer had no alert are censored at the end of the run.
/// Alerts after a meeting count with their time: this is the pace of the detector, and
/// `CompetingIncidence` says how often it was in time.
///
/// All intervals are of 95 %, and pointwise: each holds for its own day, not the whole curve at once, as
/// the band does. They take all contacts of a groomer (the person behind the accounts) together, as one alert counts for all of them, and speak of
/// one world (`Incidence.estimate`, `quantile`, `restrictedMean`).
public struct SurvivalCurve: Codable, Sendable, Equatable {
  /// The detector, or `Evaluation.anyDetector`.
  public var detector: String
  /// Sustained contacts.
  public var contacts: Int
  /// Persons who groom, with a sustained contact.
  public var groomers: Int
  /// Contacts whose groomer was alerted on by the end of the run, the others being censored.
  public var alerted: Int
  /// The longest that any contact was observed, in days: the curve ends there.
  public var followUpDays: Double
  /// The share left at 0 days and where it changes.
  ///
  /// Ascending by time, thinned to at most `SurvivalCurves.pointLimit`. It stays as it is until the next
  /// point.
  public var points: [Point]
  /// The days by which half were alerted on, with Woodruff's interval; parts nil that lie beyond what
  /// was observed.
  public var median: KaplanMeier.Median
  /// The mean days without an alert within the first 30 and 90 days of contact.
  public var restrictedMeans: [RestrictedMean]

  /// The share left from a day on.
  public struct Point: Codable, Sendable, Equatable {
    /// Days since first contact.
    public var days: Double
    /// Contacts under observation just before.
    public var atRisk: Int
    /// The share without an alert yet.
    public var undetected: Estimate
    /// The lower end of a band that holds the whole curve at once in 95 of 100 worlds, at all points
    /// that are drawn; nil with fewer than two groomers.
    ///
    /// As far from the curve, in standard errors, as 95 % of resamples of groomers are at their
    /// farthest (`ClusterBootstrap`), and nowhere narrower than the interval of the point: bands of equal precision
    /// are Nair's 1984 (Technometrics 26, 265-275; MEMORY), who has the distance from theory.
    public var bandLow: Double?
    /// The upper end of it.
    public var bandHigh: Double?
  }

  /// The mean of the days without an alert, of which the first so many count.
  public struct RestrictedMean: Codable, Sendable, Equatable {
    /// How many days count.
    public var withinDays: Int
    /// The mean in days; nil if the run is too short to tell.
    public var days: Double?
    /// The lower end of its 95 % interval; nil where there is none.
    public var low: Double?
    /// The upper end of it.
    public var high: Double?
  }

  /// Estimates the curve of one detector.
  init(detector: String, contacts: [ScoredContact]) {
    let rows = SurvivalTimes(contacts, \.timeToAlert)
    let incidence = Incidence(of: nil, in: rows)
    self.detector = detector
    self.contacts = rows.count
    groomers = rows.clusterCount
    alerted = rows.outcomes.count { $0 != SurvivalTimes.censored }
    followUpDays = rows.times.last ?? 0
    let times = incidence.pointTimes()
    let reaches = Self.bandReaches(of: rows, at: times, incidence)
    points = times.enumerated().compactMap { index, days in
      incidence.estimate(at: days).map { share in
        let left = Estimate(value: 1 - share.value, low: 1 - share.high, high: 1 - share.low)
        return Point(
          days: days, atRisk: incidence.atRisk(at: days), undetected: left,
          bandLow: reaches.map { min(left.low, max(0, left.value - $0[index])) },
          bandHigh: reaches.map { max(left.high, min(1, left.value + $0[index])) })
      }
    }
    let half = incidence.quantile(0.5)
    func reached(_ days: Double?) -> Double? { days.flatMap { $0.isFinite ? $0 : nil } }
    median = KaplanMeier.Median(
      days: reached(half.value), low: reached(half.interval?.low),
      high: reached(half.interval?.high))
    restrictedMeans = [30, 90].map { within in
      let mean = incidence.restrictedMean(to: Double(within))
      return RestrictedMean(
        withinDays: within, days: mean.value, low: mean.interval?.low, high: mean.interval?.high)
    }
  }
}

extension SurvivalCurve {
  /// How far the band reaches to each side of the curve at each time; nil where there is none.
  private static func bandReaches(
    of rows: SurvivalTimes, at days: [Double], _ incidence: Incidence
  ) -> [Double]? {
    guard rows.clusterCount > 1 else { return nil }
    let curve = days.map { 1 - (incidence[$0] ?? 0) }
    let resamples = ResampledSurvival(of: rows, at: days)
    let count = Double(ClusterBootstrap.resamples)
    var squares = Array(repeating: 0.0, count: days.count)
    for (index, share) in resamples.survival.enumerated() {
      let difference = share - curve[index % days.count]
      squares[index % days.count] += difference * difference
    }
    let errors = squares.map { ($0 / count).squareRoot() }
    let farthest = (0..<ClusterBootstrap.resamples).map { resample in
      days.indices.reduce(0.0) { farthest, index in
        let difference = resamples.survival[resample * days.count + index] - curve[index]
        return errors[index] > 0 ? max(farthest, abs(difference) / errors[index]) : farthest
      }
    }
    return Quantiles(farthest)[0.95].map { width in errors.map { $0 * width } }
  }
}

extension Incidence {
  /// Day 0 and the times at which something happened, thinned to at most `SurvivalCurves.pointLimit`,
  /// the last one kept.
  func pointTimes() -> [Double] {
    let times = rows.times.indices.filter { events[$0] > 0 && rows.times[$0] > 0 }
      .map { rows.times[$0] }
    let room = SurvivalCurves.pointLimit - 1
    guard times.count > room else { return [0] + times }
    return [0] + (1...room).map { times[$0 * times.count / room - 1] }
  }

  /// Rows under observation just before a time.
  func atRisk(at days: Double) -> Int {
    let step = rows.times.partitioningIndex { $0 >= days }
    return step < atRisk.count ? atRisk[step] : 0
  }
}
