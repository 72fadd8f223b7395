import Scoring

extension SensitivityReport {
  /// The version of the JSON layout; it rises when a reader would have to change.
  public static let currentSchemaVersion = 1

  /// The report as JSON with a line break at its end; keys are sorted, an absent value is `null`.
  ///
  /// - Throws: `EncodingError` if a value is not finite, which no result holds.
  public func json() throws -> String {
    try JSONText.text(of: Document(self))
  }
}

/// The layout of the JSON.
private struct Document: Encodable {
  var schemaVersion = SensitivityReport.currentSchemaVersion
  var version: String
  var scenario: String
  var method: SensitivityResult.Method
  var metric: String
  var unit: String
  var detector: String
  var firstSeed: Int
  var seeds: Int
  var points: Int
  var baseline: Double?
  var worlds: SensitivityResult.Worlds
  var keys: [Key]
  var leftOut: [SensitivityResult.LeftOut]
  var limits = SensitivityReport.limitations

  init(_ report: SensitivityReport) {
    let result = report.result
    version = report.version
    scenario = report.scenario
    method = result.method
    metric = result.metric
    unit = result.unit
    detector = result.detector
    firstSeed = result.seeds.lowerBound
    seeds = result.seeds.count
    points = result.points
    baseline = result.baseline
    worlds = result.worlds
    keys = result.keys.map(Key.init)
    leftOut = result.leftOut
  }

  struct Key: Encodable {
    var key: SensitivityResult.Key

    init(_ key: SensitivityResult.Key) { self.key = key }

    enum CodingKeys: String, CodingKey {
      case path, low, high, logarithmic, size, lost
      case muStar, mu, sigma, total, first, atLow, atHigh, change
    }

    /// Writes what the method found under its names, and how many ways or rows are lost if any are.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(key.path, forKey: .path)
      try container.encode(key.low, forKey: .low)
      try container.encode(key.high, forKey: .high)
      try container.encode(key.isLogarithmic, forKey: .logarithmic)
      try container.encode(key.finding?.size, forKey: .size)
      if key.lost > 0 { try container.encode(key.lost, forKey: .lost) }
      switch key.finding {
      case nil: break
      case .effects(let size, let mean, let deviation):
        try container.encode(size, forKey: .muStar)
        try container.encode(mean, forKey: .mu)
        try container.encode(deviation, forKey: .sigma)
      case .indices(let total, let first):
        try container.encode(total, forKey: .total)
        try container.encode(first, forKey: .first)
      case .swing(let low, let high, let change):
        try container.encode(low, forKey: .atLow)
        try container.encode(high, forKey: .atHigh)
        try container.encode(change, forKey: .change)
      }
    }
  }
}
