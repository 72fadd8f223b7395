import Foundation
import Synchronization
import Vocabulary

/// What went wrong in detectors during a replay, to be told after its report.
final class ProblemList: Sendable {
  private let list = Mutex<[DetectorProblem]>([])

  /// What went wrong so far.
  var problems: [DetectorProblem] { list.withLock { $0 } }

  /// Takes a problem down.
  func add(_ problem: DetectorProblem) {
    list.withLock { $0.append(problem) }
  }

  /// Ends the command as failed if anything went wrong; the report has said what.
  ///
  /// - Throws: `DetectorsFailed`.
  func check() throws(DetectorsFailed) {
    if !problems.isEmpty { throw DetectorsFailed() }
  }
}

/// Detectors failed on the way; standard output has said which, and results were kept.
struct DetectorsFailed: Error {}
