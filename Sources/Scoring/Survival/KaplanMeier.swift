import RealModule

/// The share to which nothing has happened yet, by time, where observation may end before.
///
/// Every row counts alone here, as in textbooks and other programs; where rows of one person stand or
/// fall together these intervals are too narrow, and those of `SurvivalCurve` are the ones to quote.
public struct KaplanMeier: Codable, Sendable, Equatable {
  /// The times at which something happened, ascending.
  public var steps: [Step]
  /// The median with the interval of Brookmeyer and Crowley 1982 (Biometrics 38, 29-41, doi
  /// 10.2307/2530286; MEMORY): the times whose interval holds a half.
  public var median: Median

  /// A time at which something happened.
  public struct Step: Codable, Sendable, Equatable {
    /// The time in days.
    public var days: Double
    /// Rows under observation just before; those whose observation ends then are among them.
    public var atRisk: Int
    /// How many it happened to.
    public var events: Int
    /// The share left.
    public var survival: Double
    /// Greenwood's standard error S · √(Σ d_j / (n_j (n_j − d_j))); nil where nobody is left.
    public var standardError: Double?
    /// The lower end of the 95 % interval, exp(−exp(log(−log S) ± z·√(Σ d_j / (n_j (n_j − d_j))) /
    /// log S)); nil where nobody is left.
    public var low: Double?
    /// The upper end of it.
    public var high: Double?
  }

  /// A median, each part nil where it lies beyond what was observed.
  public struct Median: Codable, Sendable, Equatable {
    /// The first time by which half or more are gone.
    public var days: Double?
    /// The lower end of its 95 % interval.
    public var low: Double?
    /// The upper end of its 95 % interval.
    public var high: Double?
  }

  /// Estimates the curve; the cause of an event does not matter.
  ///
  /// - Complexity: O(rows).
  public init(_ rows: SurvivalTimes) {
    let incidence = Incidence(of: nil, in: rows)
    let steps = rows.times.indices.filter { incidence.events[$0] > 0 }.map { step in
      let survival = incidence.survival[step]
      let root = incidence.hazard[step].squareRoot()
      let isOver = incidence.atRisk[step] == incidence.events[step]
      // S^exp(±x): the same as on the scale of log(−log S), without two logarithms.
      let reach = isOver ? 0 : Interval.z * root / -Double.log(survival)
      return Step(
        days: rows.times[step], atRisk: incidence.atRisk[step], events: incidence.events[step],
        survival: survival, standardError: isOver ? nil : survival * root,
        low: isOver ? nil : Double.pow(survival, Double.exp(reach)),
        high: isOver ? nil : Double.pow(survival, Double.exp(-reach)))
    }
    self.steps = steps
    func first(_ value: (Step) -> Double?) -> Double? {
      // A hair more: 0.9 · 0.5 / 0.9 and the like must not miss a half by their rounding.
      steps.first { (value($0) ?? 0) <= 0.5 + 1e-12 }?.days
    }
    median = Median(
      days: first(\.survival), low: first(\.low), high: first { $0.high ?? 1 })
  }
}
