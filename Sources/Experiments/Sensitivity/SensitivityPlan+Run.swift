import Designs
import Parallelism
public import Scoring
import Synchronization
import Vocabulary

extension SensitivityPlan {
  /// Makes the worlds, and works out how far the metric moves with each key.
  ///
  /// - Parameters:
  ///   - threads: how many worlds are made at once; changes nothing.
  ///   - watch: told how far it is, and asked whether to stop.
  /// - Returns: the keys, those that move it most first. Worlds that fail are counted.
  /// - Throws: `Interrupted`.
  /// - Complexity: memory of a few bytes per world, and a world per thread.
  public func run(threads: Int, _ watch: Watch) throws -> SensitivityResult {
    let next = Mutex(0)
    let found = Mutex(Found())
    let runner = JobRunner(isInterrupted: {
      !watch.mayGoOn(self.progress(of: found.withLock { $0.values.count }))
    })
    try parallelStream(
      threads: threads,
      next: { () -> Int? in
        next.withLock { next in
          guard next < count else { return nil }
          next += 1
          return next - 1
        }
      },
      transform: { index in try runner.result(of: .job(job(at: index))) },
      deliver: { result in
        found.withLock { $0.take(result, of: self) }
        try watch.check(progress(of: found.withLock { $0.values.count }))
      })
    return result(of: found.withLock { $0 })
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

  private func progress(of done: Int) -> StageProgress {
    StageProgress(
      stage: .worlds, detail: "\(done) of \(count)", done: done, total: count, events: 0)
  }

  /// The findings of all keys.
  func result(of found: Found) -> SensitivityResult {
    let outcomes = (0..<pointCount).map { mean(atPoint: $0, of: found.values) }
    let method: SensitivityResult.Method
    let findings: [SensitivityResult.Finding?]
    let seed = UInt64(seeds.lowerBound)
    switch layout {
    case .morris(let design):
      method = .morris
      let points = (0..<design.count).map { design.point(at: $0) }
      findings = ElementaryEffects.all(
        points: points, outcomes: outcomes, dimensions: keys.count, seed: seed
      ).map { effects in
        effects.map {
          .effects(
            size: Estimate($0.size, $0.sizeInterval), mean: $0.mean, deviation: $0.deviation)
        }
      }
    case .sobol:
      method = .sobol
      findings = SobolIndices.all(outcomes: outcomes, dimensions: keys.count, seed: seed)
        .map { indices in
          indices.map {
            .indices(
              total: Estimate($0.total, $0.totalInterval),
              first: Estimate($0.first, $0.firstInterval))
          }
        }
    case .tornado:
      method = .tornado
      findings = keys.indices.map { swing(of: $0, outcomes: outcomes, found.values) }
    }
    return SensitivityResult(
      method: method, metric: metric.name, unit: metric.unit, detector: detector, seeds: seeds,
      points: pointCount, baseline: method == .tornado ? outcomes[0] : nil, worlds: found.worlds,
      keys: zip(keys, findings).map(Self.key), leftOut: leftOut)
  }

  /// The mean over the seeds of a point; nil unless every seed has a value, as points must be of the
  /// same chance to be compared.
  private func mean(atPoint point: Int, of values: [Double?]) -> Double? {
    let present = values[point * seeds.count..<(point + 1) * seeds.count].compactMap(\.self)
    guard present.count == seeds.count else { return nil }
    return present.reduce(0, +) / Double(present.count)
  }

  private func swing(
    of key: Int, outcomes: [Double?], _ values: [Double?]
  ) -> SensitivityResult.Finding? {
    let (low, high) = (1 + 2 * key, 2 + 2 * key)
    guard let atLow = outcomes[low], let atHigh = outcomes[high] else { return nil }
    let differences = (0..<seeds.count).compactMap { seed -> Double? in
      guard let one = values[low * seeds.count + seed],
        let other = values[high * seeds.count + seed]
      else { return nil }
      return other - one
    }
    return .swing(low: atLow, high: atHigh, change: Estimate.mean(of: differences))
  }

  private static func key(
    _ key: VariedKey, _ finding: SensitivityResult.Finding?
  ) -> SensitivityResult.Key {
    let isLogarithmic: Bool =
      switch key.values {
      case .numbers(_, let spacing), .wholeNumbers(_, let spacing): spacing == .logarithmic
      case .choices: false
      }
    return SensitivityResult.Key(
      path: key.path, low: key.value(at: 0), high: key.value(at: 1), isLogarithmic: isLogarithmic,
      finding: finding)
  }
}

extension Estimate {
  fileprivate init(_ value: Double, _ interval: ClosedRange<Double>) {
    self.init(value: value, low: interval.lowerBound, high: interval.upperBound)
  }
}
