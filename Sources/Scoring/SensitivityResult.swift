/// How far one metric moves with each key of a scenario that has no good source.
public struct SensitivityResult: Sendable, Equatable {
  /// How keys were varied.
  public enum Method: String, Sendable, Codable, CaseIterable {
    /// One key at a step on random ways: Morris's elementary effects.
    case morris
    /// All keys at once: shares of the variance, Sobol's indices.
    case sobol
    /// One key at a time to both ends of its range, all others as the scenario has them.
    case tornado
  }

  /// What was found of a key.
  public enum Finding: Sendable, Equatable {
    /// Elementary effects: the mean of their sizes (μ*), their mean (μ) and their standard deviation
    /// (σ; nil of one effect), each over the whole range of the key.
    case effects(size: Estimate, mean: Double, deviation: Double?)
    /// Shares of the variance: with all that the key does with others, and alone.
    case indices(total: Estimate, first: Estimate)
    /// The metric at both ends of the range, and the difference with its interval over seeds; nil of
    /// one seed.
    case swing(low: Double, high: Double, change: Estimate?)

    /// What keys are ranked by: how much the metric moves, at least 0 but for chance.
    public var size: Double {
      switch self {
      case .effects(let size, _, _): size.value
      case .indices(let total, _): total.value
      case .swing(let low, let high, _): abs(high - low)
      }
    }
  }

  /// A key and what was found of it.
  public struct Key: Sendable, Equatable {
    /// The path of the key.
    public var path: String
    /// The lower end of what it was varied over, as it would stand in a scenario.
    public var low: String
    /// The upper end.
    public var high: String
    /// Whether steps over the range multiply instead of adding.
    public var isLogarithmic: Bool
    /// What was found; nil where the metric had too few values, or never changed.
    public var finding: Finding?
    /// How many ways (Morris) or rows (Sobol) of those asked for tell nothing of it, as a world failed
    /// or the metric has no value there.
    public var lost: Int

    /// Makes a key.
    public init(
      path: String, low: String, high: String, isLogarithmic: Bool, finding: Finding?, lost: Int = 0
    ) {
      self.path = path
      self.low = low
      self.high = high
      self.isLogarithmic = isLogarithmic
      self.finding = finding
      self.lost = lost
    }
  }

  /// A key that was not varied, and why.
  public struct LeftOut: Sendable, Equatable, Codable {
    /// The path of the key.
    public var path: String
    /// Why, in words.
    public var reason: String

    /// Makes one.
    public init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }
  }

  /// How many worlds there were and what became of them.
  public struct Worlds: Sendable, Equatable, Codable {
    /// How many there were to be.
    public var count = 0
    /// How many could not be made.
    public var failed = 0
    /// Why the first of those could not.
    public var failure: String?
    /// In how many of the others the metric has no value.
    public var undefined = 0

    /// Makes a count of none.
    public init() {}
  }

  /// How keys were varied.
  public var method: Method
  /// The metric.
  public var metric: String
  /// What it is measured in.
  public var unit: String
  /// The detector, or `any`.
  public var detector: String
  /// The seeds of every point.
  public var seeds: ClosedRange<Int>
  /// How many points of the keys there were, each with every seed.
  public var points: Int
  /// The metric with all keys as the scenario has them; nil but for a tornado, and where undefined.
  public var baseline: Double?
  /// What became of the worlds.
  public var worlds: Worlds
  /// The keys, those that move the metric most first; by path where they move it alike.
  public var keys: [Key]
  /// Keys that could not be varied, by path.
  public var leftOut: [LeftOut]

  /// Makes a result; puts keys in order.
  public init(
    method: Method, metric: String, unit: String, detector: String, seeds: ClosedRange<Int>,
    points: Int, baseline: Double?, worlds: Worlds, keys: [Key], leftOut: [LeftOut]
  ) {
    self.method = method
    self.metric = metric
    self.unit = unit
    self.detector = detector
    self.seeds = seeds
    self.points = points
    self.baseline = baseline
    self.worlds = worlds
    self.keys = keys.sorted { one, other in
      let (size, otherSize) = (one.finding?.size ?? -1, other.finding?.size ?? -1)
      return size != otherSize ? size > otherSize : one.path < other.path
    }
    self.leftOut = leftOut
  }
}
