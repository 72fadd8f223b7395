import Foundation
import Detection
import Lines
import Parallelism
import Population
import Scoring
import Settings
import Storage
import Vocabulary

/// Makes and measures worlds, several at once and each on one thread.
public struct JobRunner: Sendable {
  private let isInterrupted: @Sendable () -> Bool

  /// Makes a runner.
  ///
  /// - Parameter isInterrupted: asked often; once it says yes, worlds are given up.
  public init(isInterrupted: @escaping @Sendable () -> Bool = { false }) {
    self.isInterrupted = isInterrupted
  }

  /// Does jobs, and hands on their results in the order of the jobs.
  ///
  /// - Parameters:
  ///   - threads: how many worlds are made at once; changes no byte.
  ///   - next: the next job, nil at the end; one thread at a time asks.
  ///   - deliver: given each result as a line without its end, one at a time.
  /// - Throws: `Interrupted`; what the functions throw. A job that fails is a result.
  /// - Complexity: memory of at most twice as many results as threads, and a world per thread.
  public func run(
    threads: Int, next: @Sendable () throws -> Request?,
    deliver: @Sendable (String) throws -> Void
  ) throws {
    try parallelStream(
      threads: threads, next: next, transform: { try JSONLine.text(of: result(of: $0)) },
      deliver: deliver)
  }

  /// What a runner is asked to do.
  public enum Request: Sendable, Equatable {
    /// A job.
    case job(Job)
    /// What was handed over as one and is none: its result says why.
    case refused(String)

    /// Reads the job of a line.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - number: which it is, from 1.
    public init(line: [UInt8], number: Int) {
      do throws(Fields.Refused) {
        self = .job(try Job(line: line))
      } catch {
        self = .refused("line \(number): \(error.reason)")
      }
    }
  }

  /// What becomes of a request.
  ///
  /// - Throws: `Interrupted`.
  public func result(of request: Request) throws -> JobResult {
    switch request {
    case .job(let job): try result(of: job)
    case .refused(let reason):
      JobResult(job: nil, outcome: .failed(JobResult.Failed(kind: .job, what: reason)))
    }
  }

  private func result(of job: Job) throws -> JobResult {
    do {
      return JobResult(job: job, outcome: .measured(try measure(job)))
    } catch let error as Interrupted {
      throw error
    } catch {
      let kind: JobResult.Failed.Kind =
        switch error {
        case is InvalidSettings, is PlacesError, is ImportError: .scenario
        case is UnfitDetectors, is ModelFileError: .detectors
        default: .run
        }
      return JobResult(
        job: job, outcome: .failed(JobResult.Failed(kind: kind, what: "\(error)")))
    }
  }

  private func measure(_ job: Job) throws -> JobResult.Measured {
    let (file, choice) = try Self.read(job, isInterrupted)
    let world = try LivedWorld(
      file, through: choice.entries, settings: choice.settings,
      gathering: [.alerts, .rising, .sightings], threads: 1
    ) { _, _ in
      if isInterrupted() { throw Interrupted() }
    }
    let evaluation = try Evaluation(
      truth: world.truth, alerts: world.alerts, detectors: choice.entries.map(\.name),
      subjects: world.subjects, sightings: world.sightings,
      rising: RisingAlerts(world.rising, of: choice.entries.map(\.name)))
    return JobResult.Measured(
      digest: Self.digest(of: file, choice), scope: evaluation.scope,
      metrics: evaluation.metrics, problems: world.problems)
  }

  /// The scenario and the detectors of a job.
  private static func read(
    _ job: Job, _ isInterrupted: @escaping @Sendable () -> Bool
  ) throws -> (ScenarioFile, DetectorChoice) {
    let file = try ScenarioFile(path: job.scenario, overrides: job.settings)
    let choice = try DetectorChoice(
      job.detectors.isEmpty ? nil : job.detectors.joined(separator: ","),
      scenario: file.scenario.detection, overrides: job.settings, oracle: .may,
      isInterrupted: isInterrupted)
    return (file, choice)
  }

  /// Makes sure that a job can be begun: its files are there and say what can be done.
  ///
  /// - Returns: SHA-256 of everything that its result depends on but the version.
  /// - Throws: what reading a scenario throws; `UnfitDetectors`; `ModelFileError`.
  static func check(_ job: Job) throws -> String {
    let (file, choice) = try read(job, { false })
    return digest(of: file, choice)
  }

  private static func digest(of file: ScenarioFile, _ choice: DetectorChoice) -> String {
    var scenario = file.scenario
    scenario.detection = choice.settings
    let detectors = choice.entries.map { "\($0.name) \($0.identity)" }
    // The scenario has the names of these files only.
    let population = scenario.population
    let files = [population.places, population.imported.friendships, population.imported.accounts]
      .compactMap { $0.flatMap { FileManager.default.contents(atPath: $0.path) } }
      .map { String(decoding: $0, as: UTF8.self) }
    return TextDigest.hexadecimal(
      of: ([scenario.canonicalYAML()] + detectors + files).joined(separator: "\n"))
  }
}
