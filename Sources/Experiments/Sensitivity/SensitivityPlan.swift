import Designs
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

  /// The worlds: the points of the design, each with every seed.
  public let sweep: SweepPlan
  /// The metric that is looked at.
  public let metric: Metric
  /// The detector that is looked at, or `any`.
  public let detector: String
  /// Keys that cannot be varied in this scenario, and why.
  public let leftOut: [SensitivityResult.LeftOut]

  let layout: Layout

  /// The design of a method.
  enum Layout: Sendable {
    case morris(MorrisDesign)
    case sobol(SaltelliDesign)
    case tornado(keys: Int)
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
  ///   - seeds: the seeds of each point; the design is drawn from the first.
  /// - Throws: `SensitivityError`; `DesignError`; `SweepError`; what reading a scenario and choosing
  ///   detectors throw.
  public init(
    _ scenario: String, overrides: [String], method: Method, metric: String, detector: String,
    detectors: [String], keys chosen: [String], seeds: ClosedRange<Int>
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
    if let option = overrides.first(where: { SweepPlan.key(of: $0) == "seed" }) {
      throw SweepError.seed(option: option)
    }
    var keys = try SensitivityKeys(chosen, in: file.scenario, detectors: running)
    try keys.leaveOut { override in
      do {
        _ = try ScenarioFile(path: scenario, overrides: overrides + [override])
        return nil
      } catch {
        return "\(error)".split(separator: "\n").joined(separator: " ")
      }
    }
    let paths = keys.varied.map(\.path)
    if let set = overrides.first(where: { paths.contains(String(SweepPlan.key(of: $0))) }) {
      throw SweepError.setAndVaried(key: String(SweepPlan.key(of: set)), option: set)
    }
    guard !paths.isEmpty else { throw SensitivityError.nothingToVary }
    if case .sobol = method, paths.count > SaltelliDesign.dimensionLimit {
      throw SensitivityError.tooManyKeys(paths.count)
    }
    self.metric = known
    self.detector = detector
    leftOut = keys.leftOut
    let layout = Layout(method, keys: paths.count, seed: UInt64(seeds.lowerBound))
    self.layout = layout
    sweep = SweepPlan(
      scenario, overrides: overrides, varied: keys.varied, pointCount: layout.pointCount,
      seeds: seeds, detectors: detectors
    ) { layout.point(at: $0) }
  }

  /// The keys that are varied.
  var keys: [VariedKey] { sweep.varied }
}

extension SensitivityPlan.Layout {
  init(_ method: SensitivityPlan.Method, keys: Int, seed: UInt64) {
    self =
      switch method {
      case .morris(let trajectories):
        .morris(MorrisDesign(dimensions: keys, trajectories: trajectories, seed: seed))
      case .sobol(let rows):
        .sobol(SaltelliDesign(dimensions: keys, rows: rows, shiftedBy: seed))
      case .tornado: .tornado(keys: keys)
      }
  }

  var pointCount: Int {
    switch self {
    case .morris(let design): design.count
    case .sobol(let design): design.count
    case .tornado(let keys): 1 + 2 * keys
    }
  }

  /// A coordinate for each key; the first point of a tornado leaves all as they are, and the others
  /// all but one.
  func point(at index: Int) -> [Double?] {
    switch self {
    case .morris(let design): return design.point(at: index)
    case .sobol(let design): return design.point(at: index)
    case .tornado(let keys):
      let (key, end) = (index - 1).quotientAndRemainder(dividingBy: 2)
      return (0..<keys).map { index > 0 && $0 == key ? Double(end) : nil }
    }
  }
}
