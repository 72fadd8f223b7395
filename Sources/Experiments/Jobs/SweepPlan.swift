public import Designs
public import Scoring
import Settings

/// The jobs of an experiment: every point of a design with every seed, the seeds of a point one after
/// the other.
///
/// A job is worked out when it is asked for, so that a plan of a million takes no memory for them.
public struct SweepPlan: Sendable {
  /// The scenario file.
  public let scenario: String
  /// Settings that all points share.
  public let overrides: [String]
  /// What is varied; nothing where only the seed is.
  public let varied: [VariedKey]
  /// The seeds of each point.
  public let seeds: ClosedRange<Int>
  /// The detectors, each as `--detectors` takes it; those of the scenario if there is none.
  public let detectors: [String]
  /// How many points there are.
  public let pointCount: Int
  /// A coordinate for each varied key, nil for one that stays as the scenario has it.
  private let point: @Sendable (Int) -> [Double?]
  /// Whether the first and the last point are the ends of what is varied.
  private let hasEnds: Bool

  /// Lays an experiment out.
  ///
  /// - Parameters:
  ///   - scenario: the scenario file.
  ///   - overrides: settings that all points share.
  ///   - vary: options such as `population.accounts=1000,5000`; see `VariedKey`.
  ///   - design: how points are laid out over the keys.
  ///   - count: how many points there are to be; nil for a grid.
  ///   - seeds: the seeds of each point; the design is drawn from the first.
  ///   - detectors: the detectors.
  /// - Throws: `DesignError`; `SweepError`.
  public init(
    _ scenario: String, overrides: [String], vary: [String] = [], design: Design = .grid,
    count: Int? = nil, seeds: ClosedRange<Int>, detectors: [String] = []
  ) throws {
    self.scenario = scenario
    self.overrides = overrides
    self.seeds = seeds
    self.detectors = detectors
    let wholeNumbers = Set(
      Scenario.catalogue().filter(\.isWhole).map(\.path))
    varied = try vary.map { option throws(DesignError) in
      try VariedKey(option) { wholeNumbers.contains(Self.withoutIndexes($0)) }
    }
    for option in overrides + varied.map(\.path) where Self.key(of: option) == "seed" {
      throw SweepError.seed(option: option)
    }
    for key in varied {
      if let option = overrides.first(where: { Self.key(of: $0) == key.path }) {
        throw SweepError.setAndVaried(key: key.path, option: option)
      }
    }
    let points = try design.points(of: varied, count: count, seed: UInt64(seeds.lowerBound))
    pointCount = points.count
    point = { points[$0] }
    hasEnds = design == .grid
  }

  /// Lays an experiment out whose points come from elsewhere.
  ///
  /// - Parameters:
  ///   - scenario: the scenario file.
  ///   - overrides: settings that all points share.
  ///   - varied: what is varied.
  ///   - pointCount: how many points there are.
  ///   - seeds: the seeds of each point.
  ///   - detectors: the detectors.
  ///   - point: the coordinates of a point, one for each key; nil leaves a key as the scenario has it.
  init(
    _ scenario: String, overrides: [String], varied: [VariedKey], pointCount: Int,
    seeds: ClosedRange<Int>, detectors: [String], point: @escaping @Sendable (Int) -> [Double?]
  ) {
    self.scenario = scenario
    self.overrides = overrides
    self.varied = varied
    self.pointCount = pointCount
    self.seeds = seeds
    self.detectors = detectors
    self.point = point
    hasEnds = false
  }

  /// How many jobs there are.
  public var count: Int { pointCount * seeds.count }

  /// A job.
  ///
  /// - Parameter index: which, from 0 to below `count`.
  /// - Returns: a point with a seed: the varied keys follow what all points share.
  public func job(at index: Int) -> Job {
    Job(
      scenario: scenario,
      overrides: overrides + settings(at: index).map { "\($0.key)=\($0.value)" },
      seed: seeds.lowerBound + index % seeds.count, detectors: detectors)
  }

  /// What is special about the point of a job.
  ///
  /// - Parameter index: which job, from 0 to below `count`.
  /// - Returns: the varied keys in their order, but for those that stay as the scenario has them.
  public func settings(at index: Int) -> [ReplicatedPoint.Setting] {
    zip(varied, point(index / seeds.count)).compactMap { key, coordinate in
      coordinate.map { ReplicatedPoint.Setting(key: key.path, value: key.value(at: $0)) }
    }
  }

  /// Makes sure before the first world that keys and detectors are known and that what the ends of
  /// each key say can be done, and of a grid its own ends; a point between them that cannot is a result
  /// with an error.
  ///
  /// - Throws: what reading a scenario throws; `UnfitDetectors`; `ModelFileError`.
  public func check() throws {
    let ends =
      hasEnds
      ? Set([0, count - 1]).sorted().map { job(at: $0) }
      : [Job(scenario: scenario, overrides: overrides, detectors: detectors)]
    for job in ends { _ = try JobRunner.check(job) }
    for key in varied {
      for coordinate in key.gridCoordinates ?? [0, 1] {
        _ = try ScenarioFile(path: scenario, overrides: overrides + [key.override(at: coordinate)])
      }
    }
  }

  static func key(of option: String) -> Substring { option.prefix { $0 != "=" } }

  /// The path as the catalogue has it: `roles[2].share` is `roles[].share` there.
  static func withoutIndexes(_ path: String) -> String {
    path.replacing(/\[[0-9]+\]/, with: "[]")
  }
}

/// An experiment that cannot be begun or gone on with.
public enum SweepError: Error, Equatable {
  /// The seed is set or varied like a key.
  case seed(option: String)
  /// A key is set for all points and varied.
  case setAndVaried(key: String, option: String)
  /// A line of a file of results is none.
  case notResults(path: String, line: Int, reason: String)
  /// A file holds results of other jobs.
  case otherJobs(path: String, line: Int, found: String, expected: String?)
  /// A file holds results of fewer jobs.
  case fewer(path: String, found: Int, expected: Int)
  /// Another version made a file.
  case otherVersion(path: String, found: String)
  /// The scenario or a file that it names has changed since.
  case changed(path: String)
}

extension SweepError: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .seed(let option):
      "found \(option) among the keys that are set or varied, expected no seed there, as every point has "
        + "the same; use --seeds"
    case .setAndVaried(let key, let option):
      "\(key) is varied, and --set \(option) sets it for all points; leave one out"
    case .notResults(let path, let line, let reason):
      "\(path): line \(line): found no result (\(reason)), expected what `tocsin sweep`, "
        + "`replicate` or `worker` writes"
    case .otherJobs(let path, let line, let found, let expected):
      "\(path): line \(line): found the result of \(found), expected "
        + (expected.map { "that of \($0)" } ?? "no further one")
        + "; these are results of another experiment: name another output, or remove them"
    case .fewer(let path, let found, let expected):
      "\(path): found results of \(found) jobs, expected \(expected); these are results of another "
        + "experiment: name another output, or remove them"
    case .otherVersion(let path, let found):
      "\(path): found results of Tocsin \(found), expected those of \(TocsinVersion.current), which "
        + "may differ; name another output, or remove them"
    case .changed(let path):
      "\(path): found that the scenario, a file that it names or a model has changed since these results "
        + "were made, expected them as they were; name another output, or remove the results"
    }
  }
}
