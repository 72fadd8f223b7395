import Designs
public import Scoring
import Vocabulary

extension SensitivityPlan {
  /// Works out how far the metric moves with each key.
  ///
  /// - Parameter path: the results of all jobs of `sweep`, in their order.
  /// - Returns: the keys, those that move it most first. Worlds that failed, or in which the metric has
  ///   no value, are counted, and what they would have told of a key is left out.
  /// - Throws: `TooFewValues` where nothing can be told of any key; what reading results throws.
  /// - Complexity: memory of a few bytes per world.
  public func result(ofResults path: String) throws -> SensitivityResult {
    var found = Found()
    var lines = try ResultLines(path)
    while let result = try lines.next() { found.take(result, of: self) }
    let result = result(of: found)
    guard result.keys.contains(where: { $0.finding != nil }) else {
      throw TooFewValues(metric: metric.name, detector: detector, worlds: found.worlds)
    }
    return result
  }

  /// What came out of the worlds so far.
  struct Found: Sendable {
    /// The metric in each world; nil where it has no value.
    var values: [Double?] = []
    var worlds = SensitivityResult.Worlds()

    mutating func take(_ result: JobResult, of plan: SensitivityPlan) {
      worlds.count += 1
      let row = result.measured?.metrics.first {
        $0.detector == plan.detector && $0.name == plan.metric.name
      }
      values.append(row?.value)
      if let failed = result.failed {
        worlds.failed += 1
        worlds.failure = worlds.failure ?? failed.what
      } else if row?.value == nil {
        worlds.undefined += 1
      }
    }
  }

  /// The findings of all keys.
  func result(of found: Found) -> SensitivityResult {
    let outcomes = (0..<sweep.pointCount).map { mean(atPoint: $0, of: found.values) }
    let told = told(of: outcomes, found.values)
    return SensitivityResult(
      method: told.method, metric: metric.name, unit: metric.unit, detector: detector,
      seeds: sweep.seeds, points: sweep.pointCount,
      baseline: told.method == .tornado ? outcomes[0] : nil, worlds: found.worlds,
      keys: zip(keys, told.keys).map(Self.key), leftOut: leftOut)
  }

  /// What is told of a key, and how many ways or rows are left out of it.
  private typealias Told = (finding: SensitivityResult.Finding?, lost: Int)

  /// What the method tells of each key; nothing where less than half of what was asked for is left, as
  /// that would be told of a part of the ranges that the outcome itself chose (our choice).
  private func told(
    of outcomes: [Double?], _ values: [Double?]
  ) -> (method: SensitivityResult.Method, keys: [Told]) {
    let seed = UInt64(sweep.seeds.lowerBound)
    func enough(
      _ count: Int, of asked: Int, _ finding: @autoclosure () -> SensitivityResult.Finding
    ) -> Told {
      (2 * count >= asked ? finding() : nil, asked - count)
    }
    switch layout {
    case .morris(let design):
      let points = (0..<design.count).map { design.point(at: $0) }
      let effects = ElementaryEffects.all(
        points: points, outcomes: outcomes, dimensions: keys.count, seed: seed)
      return (
        .morris,
        effects.map { effects in
          guard let effects else { return (nil, design.trajectories) }
          return enough(
            effects.count, of: design.trajectories,
            .effects(
              size: Estimate(effects.size, effects.sizeInterval), mean: effects.mean,
              deviation: effects.deviation))
        }
      )
    case .sobol(let design):
      let indices = SobolIndices.all(outcomes: outcomes, dimensions: keys.count, seed: seed)
      return (
        .sobol,
        indices.map { indices in
          guard let indices else { return (nil, design.rows) }
          return enough(
            indices.count, of: design.rows,
            .indices(
              total: Estimate(indices.total, indices.totalInterval),
              first: Estimate(indices.first, indices.firstInterval)))
        }
      )
    case .tornado:
      return (.tornado, keys.indices.map { (swing(of: $0, outcomes: outcomes, values), 0) })
    }
  }

  /// The mean over the seeds of a point; nil unless every seed has a value, as points must be of the
  /// same chance to be compared.
  private func mean(atPoint point: Int, of values: [Double?]) -> Double? {
    let seeds = sweep.seeds.count
    let present = values[point * seeds..<(point + 1) * seeds].compactMap(\.self)
    guard present.count == seeds else { return nil }
    return present.reduce(0, +) / Double(present.count)
  }

  private func swing(
    of key: Int, outcomes: [Double?], _ values: [Double?]
  ) -> SensitivityResult.Finding? {
    let (low, high) = (1 + 2 * key, 2 + 2 * key)
    guard let atLow = outcomes[low], let atHigh = outcomes[high] else { return nil }
    let seeds = sweep.seeds.count
    let differences = (0..<seeds).compactMap { seed -> Double? in
      guard let one = values[low * seeds + seed], let other = values[high * seeds + seed]
      else { return nil }
      return other - one
    }
    return .swing(low: atLow, high: atHigh, change: Estimate.mean(of: differences))
  }

  private static func key(_ key: VariedKey, _ told: Told) -> SensitivityResult.Key {
    let isLogarithmic: Bool =
      switch key.values {
      case .numbers(_, let spacing), .wholeNumbers(_, let spacing): spacing == .logarithmic
      case .choices: false
      }
    return SensitivityResult.Key(
      path: key.path, low: key.value(at: 0), high: key.value(at: 1), isLogarithmic: isLogarithmic,
      finding: told.finding, lost: told.lost)
  }
}

extension Estimate {
  fileprivate init(_ value: Double, _ interval: ClosedRange<Double>) {
    self.init(value: value, low: interval.lowerBound, high: interval.upperBound)
  }
}
