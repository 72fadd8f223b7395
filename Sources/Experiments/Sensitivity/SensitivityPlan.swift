public import Designs
import Detection
public import Scoring
import Settings

/// The worlds that say how far a metric moves with each assumption: every point of a design with the
/// same seeds, so that chance is common to all points.
public struct SensitivityPlan: Sendable {
  /// How keys are varied, and how often.
  public enum Method: Sendable, Equatable {
    /// Morris's screening with so many ways.
    case morris(trajectories: Int)
    /// Sobol's indices of so many rows.
    case sobol(rows: Int)
    /// Each key at both ends of its range.
    case tornado
  }

  /// The scenario file.
  public let scenario: String
  /// Settings that all points share.
  public let overrides: [String]
  /// The seeds of every point.
  public let seeds: ClosedRange<Int>
  /// The detectors that run, each as `--detectors` takes it; those of the scenario if there is none.
  public let detectors: [String]
  /// The metric that is looked at.
  public let metric: Metric
  /// The detector that is looked at, or `any`.
  public let detector: String
  /// The keys that are varied.
  public let keys: [VariedKey]
  /// Keys that cannot be varied in this scenario, and why.
  public let leftOut: [SensitivityResult.LeftOut]

  let layout: Layout

  /// The design of a method.
  enum Layout: Sendable {
    case morris(MorrisDesign)
    case sobol(SaltelliDesign)
    case tornado
  }

  /// Lays out what is to be run; reads the scenario for it, and makes no world.
  ///
  /// - Parameters:
  ///   - scenario: the scenario file.
  ///   - overrides: settings that all points share.
  ///   - method: how keys are varied.
  ///   - metric: the name of the metric.
  ///   - detector: the detector whose metric it is, or `any`.
  ///   - detectors: which detectors run.
  ///   - chosen: paths, sections or `path=low..high`; all keys with a range if there is none.
  ///   - seeds: how many seeds each point has: the scenario's own and those that follow.
  /// - Throws: `SensitivityError`; `DesignError`; what reading a scenario and choosing detectors throw.
  public init(
    _ scenario: String, overrides: [String], method: Method, metric: String, detector: String,
    detectors: [String], keys chosen: [String], seeds: Int
  ) throws {
    guard let known = MetricCatalogue.all.first(where: { $0.name == metric }) else {
      let nearest = NearestName(to: metric).among(MetricCatalogue.all.map(\.name))
      throw SensitivityError.unknownMetric(metric, nearest: nearest)
    }
    let file = try ScenarioFile(path: scenario, overrides: overrides)
    let running = try DetectorChoice(
      detectors.isEmpty ? nil : detectors.joined(separator: ","),
      scenario: file.scenario.detection, overrides: overrides, oracle: .may,
      isInterrupted: { false }
    ).entries.map(\.name)
    guard detector == Evaluation.anyDetector || running.contains(detector) else {
      throw SensitivityError.unknownDetector(detector, running: running)
    }
    var keys = try SensitivityKeys(chosen, detectors: running)
    keys.leaveOut { override in
      do {
        _ = try ScenarioFile(path: scenario, overrides: overrides + [override])
        return nil
      } catch {
        return "\(error)".split(separator: "\n").joined(separator: " ")
      }
    }
    let paths = keys.varied.map(\.path)
    if let set = overrides.map({ String($0.prefix { $0 != "=" }) }).first(where: paths.contains) {
      throw SensitivityError.setAndVaried(key: set)
    }
    guard !paths.isEmpty else { throw SensitivityError.nothingToVary }
    if case .sobol = method, paths.count > SaltelliDesign.dimensionLimit {
      throw SensitivityError.tooManyKeys(paths.count)
    }
    self.scenario = scenario
    self.overrides = overrides
    self.seeds = file.scenario.seed...file.scenario.seed + seeds - 1
    self.detectors = detectors
    self.metric = known
    self.detector = detector
    (self.keys, leftOut) = (keys.varied, keys.leftOut)
    let seed = UInt64(file.scenario.seed)
    layout =
      switch method {
      case .morris(let trajectories):
        .morris(MorrisDesign(dimensions: paths.count, trajectories: trajectories, seed: seed))
      case .sobol(let rows):
        .sobol(SaltelliDesign(dimensions: paths.count, rows: rows, shiftedBy: seed))
      case .tornado: .tornado
      }
  }

  /// How many points there are.
  public var pointCount: Int {
    switch layout {
    case .morris(let design): design.count
    case .sobol(let design): design.count
    case .tornado: 1 + 2 * keys.count
    }
  }

  /// How many worlds there are: every point with every seed.
  public var count: Int { pointCount * seeds.count }

  /// The job of a world; the seeds of a point follow each other.
  ///
  /// - Parameter index: which, from 0 to below `count`.
  /// - Returns: the job, with the settings of its point behind those that all share.
  public func job(at index: Int) -> Job {
    let (point, seed) = index.quotientAndRemainder(dividingBy: seeds.count)
    return Job(
      scenario: scenario, overrides: overrides + settings(at: point),
      seed: seeds.lowerBound + seed, detectors: detectors)
  }

  /// What a point sets; the first of a tornado sets nothing, and the others one key.
  private func settings(at point: Int) -> [String] {
    let coordinates: [Double]
    switch layout {
    case .morris(let design): coordinates = design.point(at: point)
    case .sobol(let design): coordinates = design.point(at: point)
    case .tornado:
      guard point > 0 else { return [] }
      let (key, end) = (point - 1).quotientAndRemainder(dividingBy: 2)
      return [keys[key].override(at: Double(end))]
    }
    return zip(keys, coordinates).map { key, coordinate in key.override(at: coordinate) }
  }
}
