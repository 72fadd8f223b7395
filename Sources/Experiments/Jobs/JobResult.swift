import Foundation
public import Scoring
public import Vocabulary

/// What became of a job, as a line of JSON.
///
/// The same job and version give the same bytes, wherever and beside whatever it runs: there is no time
/// of day in it, and no word of the machine.
public struct JobResult: Sendable, Equatable {
  /// The job, as it was given; nil where the line was none.
  public var job: Job?
  /// The version of Tocsin.
  public var version = TocsinVersion.current
  /// What came out.
  public var outcome: Outcome

  /// What came out of a job.
  public enum Outcome: Sendable, Equatable {
    /// The world was made and its detectors were measured.
    case measured(Measured)
    /// The job cannot be done; the others go on.
    case failed(Failed)
  }

  /// What was measured in a world.
  public struct Measured: Sendable, Equatable, Codable {
    /// SHA-256 of everything that the world and its detectors depend on but the version.
    public var digest: String
    /// How many accounts and contacts of each kind there were.
    public var scope: Scope
    /// Every metric of the catalogue for every detector, and for all together.
    public var metrics: [MetricRow]
    /// What went wrong in detectors; what they did before that counts.
    public var problems: [DetectorProblem]
  }

  /// Why a job cannot be done.
  public struct Failed: Sendable, Equatable, Codable {
    /// What is at fault.
    public var kind: Kind
    /// What was found, what was expected and what to do.
    public var what: String

    /// What can be at fault.
    public enum Kind: String, Sendable, Codable {
      /// The line, which is no job.
      case job
      /// The scenario, a file that it names, or an override.
      case scenario
      /// The detectors named.
      case detectors
      /// Anything else.
      case run
    }
  }

  /// Makes a result.
  public init(job: Job?, outcome: Outcome) {
    self.job = job
    self.outcome = outcome
  }

  /// What was measured; nil of a job that failed.
  public var measured: Measured? {
    guard case .measured(let measured) = outcome else { return nil }
    return measured
  }

  /// Why it failed; nil of a job that did not.
  public var failed: Failed? {
    guard case .failed(let failed) = outcome else { return nil }
    return failed
  }
}

extension JobResult: Codable {
  private enum CodingKeys: String, CodingKey {
    case job, version, digest, scope, metrics, problems, error
  }

  /// Writes one object: the job, the version, and what was measured or the error.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(job, forKey: .job)
    try container.encode(version, forKey: .version)
    switch outcome {
    case .measured(let measured):
      try container.encode(measured.digest, forKey: .digest)
      try container.encode(measured.scope, forKey: .scope)
      try container.encode(measured.metrics, forKey: .metrics)
      try container.encode(measured.problems, forKey: .problems)
    case .failed(let failed): try container.encode(failed, forKey: .error)
    }
  }

  /// Reads what `encode` writes.
  ///
  /// - Throws: what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let failed = try container.decodeIfPresent(Failed.self, forKey: .error)
    self.init(
      job: try container.decodeIfPresent(Job.self, forKey: .job),
      outcome: try failed.map(Outcome.failed)
        ?? .measured(
          Measured(
            digest: try container.decode(String.self, forKey: .digest),
            scope: try container.decode(Scope.self, forKey: .scope),
            metrics: try container.decode([MetricRow].self, forKey: .metrics),
            problems: try container.decode([DetectorProblem].self, forKey: .problems))))
    version = try container.decode(String.self, forKey: .version)
  }
}
