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
  private let points: DesignPoints

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
      Scenario.catalogue().filter { $0.kind == "whole number" }.map(\.path))
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
    points = try design.points(of: varied, count: count, seed: UInt64(seeds.lowerBound))
  }

  /// How many points there are.
  public var pointCount: Int { points.count }

  /// How many jobs there are.
  public var count: Int { points.count * seeds.count }

  /// A job.
  ///
  /// - Parameter index: which, from 0 to below `count`.
  /// - Returns: a point with a seed: the varied keys follow what all points share.
  public func job(at index: Int) -> Job {
    let (point, seed) = index.quotientAndRemainder(dividingBy: seeds.count)
    let coordinates = points[point]
    return Job(
      scenario: scenario,
      overrides: overrides
        + zip(varied, coordinates).map { key, coordinate in key.override(at: coordinate) },
      seed: seeds.lowerBound + seed, detectors: detectors)
  }

  /// What is special about the point of a job.
  public func settings(of job: Job) -> [ReplicatedPoint.Setting] {
    zip(varied, job.overrides.suffix(varied.count)).map { key, option in
      ReplicatedPoint.Setting(
        key: key.path, value: String(option.dropFirst(key.path.count + 1)))
    }
  }

  /// Makes sure before the first world that keys and detectors are known and that what the ends of
  /// the experiment say can be done; a point between them that cannot is a result with an error.
  ///
  /// - Throws: what reading a scenario throws; `UnfitDetectors`; `ModelFileError`.
  public func check() throws {
    for index in Set([0, count - 1]).sorted() { _ = try JobRunner.check(job(at: index)) }
    for key in varied {
      for coordinate in key.gridCoordinates ?? [0, 1] {
        _ = try ScenarioFile(path: scenario, overrides: overrides + [key.override(at: coordinate)])
      }
    }
  }

  private static func key(of option: String) -> Substring { option.prefix { $0 != "=" } }

  /// The path as the catalogue has it: `roles[2].share` is `roles[].share` there.
  private static func withoutIndexes(_ path: String) -> String {
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
      "found \(option) among the settings, expected seeds where they belong; use --seeds"
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
      "\(path): the scenario, a file that it names or a model has changed since these results were "
        + "made; name another output, or remove them"
    }
  }
}
