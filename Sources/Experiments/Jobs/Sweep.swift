import Foundation
import Lines
import Storage
import Synchronization

/// Runs the jobs of a plan into a file of results, several at once, and goes on with what is there.
public struct Sweep: Sendable {
  private let plan: SweepPlan
  private let output: String
  private let threads: Int
  /// Which jobs of the plan are run, ascending; nil for all.
  private let chosen: [Int]?

  /// Prepares an experiment.
  ///
  /// - Parameters:
  ///   - plan: the jobs.
  ///   - output: where their results go, a line each in the order of the jobs.
  ///   - threads: how many worlds are made at once; changes no byte.
  public init(_ plan: SweepPlan, output: String, threads: Int) {
    self.init(plan, output: output, threads: threads, chosen: nil)
  }

  private init(_ plan: SweepPlan, output: String, threads: Int, chosen: [Int]?) {
    self.plan = plan
    self.output = output
    self.threads = threads
    self.chosen = chosen
  }

  private var count: Int { chosen?.count ?? plan.count }

  private func job(at index: Int) -> Job { plan.job(at: chosen?[index] ?? index) }

  /// What was there before a run of the sweep.
  public enum Found: Sendable, Equatable {
    /// Nothing.
    case nothing
    /// Results of so many of the jobs; and whether half a line behind them was dropped.
    case some(Int, droppedLine: Bool)
    /// All results.
    case all
  }

  /// Runs the jobs that the file has no results of.
  ///
  /// The file appears when all are there; until then they lie beside it, and the same command goes on
  /// with them, to the same bytes. Results of another experiment are left alone and refused.
  ///
  /// - Parameters:
  ///   - watch: told how far it is, and asked whether to stop.
  ///   - tell: told what was there before, once it is known to belong here.
  /// - Throws: `SweepSuspended`; `SweepError`; `StorageError`; what reading a scenario throws, before
  ///   the first world.
  public func run(_ watch: Watch, telling tell: (Found) -> Void) throws {
    try plan.check()
    if FileManager.default.fileExists(atPath: output) {
      var lines = try ResultLines(output)
      try verify(&lines)
      guard lines.count == count, !lines.isCutShort else {
        throw SweepError.fewer(path: output, found: lines.count, expected: count)
      }
      return tell(.all)
    }
    let file = try LineOutput(output)
    var done = 0
    var bytes = 0
    if FileManager.default.fileExists(atPath: file.partialPath) {
      var lines = try ResultLines(file.partialPath)
      try verify(&lines)
      (done, bytes) = (lines.count, lines.bytes)
      if done > 0 || lines.isCutShort { tell(.some(done, droppedLine: lines.isCutShort)) }
    } else {
      tell(.nothing)
    }
    try file.begin(keeping: bytes)
    try run(from: done, into: file, watch)
    try file.publish()
  }

  /// Tries the jobs that failed again, once all results are there, and puts what comes out in the
  /// places of the failures.
  ///
  /// The file stays as it is until all of them were tried; their results lie beside it, and the same
  /// call goes on with them. A job that fails again keeps its error.
  ///
  /// - Parameters:
  ///   - watch: told how far it is, and asked whether to stop.
  ///   - tell: told how many jobs failed.
  /// - Throws: as `run`.
  /// - Precondition: `run` has come to its end.
  public func retryFailed(_ watch: Watch, telling tell: (Int) -> Void) throws {
    var failed: [Int] = []
    var lines = try ResultLines(output)
    while let result = try lines.next() {
      if result.failed != nil { failed.append(lines.count - 1) }
    }
    tell(failed.count)
    let retried = Sweep(plan, output: output + ".retried", threads: threads, chosen: failed)
    try retried.forgetUsed()
    guard !failed.isEmpty else { return }
    try retried.run(watch) { _ in }
    try replaceResults(at: failed, by: retried.output)
    try FileManager.default.removeItem(atPath: retried.output)
  }

  /// Removes a whole file that is not of these jobs: the program was ended between using it and
  /// removing it.
  private func forgetUsed() throws {
    guard FileManager.default.fileExists(atPath: output) else { return }
    do {
      var lines = try ResultLines(output)
      try verify(&lines)
      if count > 0, lines.count == count { return }
    } catch is SweepError {}
    try FileManager.default.removeItem(atPath: output)
  }

  /// Puts the lines of a file in the places of others, all at once.
  private func replaceResults(at places: [Int], by path: String) throws {
    let merged = try TextOutput(output)
    var earlier = try LineInput(file: output)
    var later = try LineInput(file: path)
    var places = places[...]
    var index = 0
    while var line = try earlier.next() {
      if places.first == index, let replacement = try later.next() {
        line = replacement
        places.removeFirst()
      }
      merged.write(String(decoding: line.bytes, as: UTF8.self) + "\n")
      index += 1
    }
    try merged.publish()
  }

  private func run(from first: Int, into file: LineOutput, _ watch: Watch) throws {
    let next = Mutex(first)
    let written = Mutex(first)
    let runner = JobRunner(isInterrupted: {
      !watch.mayGoOn(self.progress(of: written.withLock { $0 }, from: first))
    })
    do {
      try runner.run(threads: threads) {
        next.withLock { next in
          guard next < count else { return nil }
          next += 1
          return .job(job(at: next - 1))
        }
      } deliver: { line in
        try file.append(line)
        written.withLock { $0 += 1 }
        try watch.check(progress(of: written.withLock { $0 }, from: first))
      }
    } catch is Interrupted {
      throw SweepSuspended(
        path: output, worlds: written.withLock { $0 }, worldCount: count)
    }
  }

  private func progress(of done: Int, from first: Int) -> StageProgress {
    StageProgress(
      stage: .worlds, detail: "\(done) of \(count)", done: done - first,
      total: count - first, events: 0)
  }

  /// Makes sure that lines are results of the first jobs, and of the files as they are now.
  private func verify(_ lines: inout ResultLines) throws {
    while let result = try lines.next() {
      let index = lines.count - 1
      let expected = index < count ? job(at: index) : nil
      guard let expected, result.job == expected else {
        throw SweepError.otherJobs(
          path: lines.path, line: lines.count, found: Self.words(result.job),
          expected: expected.map { Self.words($0) })
      }
      guard result.version == TocsinVersion.current else {
        throw SweepError.otherVersion(path: lines.path, found: result.version)
      }
      guard let measured = result.measured else { continue }
      guard try JobRunner.check(expected) == measured.digest else {
        throw SweepError.changed(path: lines.path)
      }
    }
  }

  private static func words(_ job: Job?) -> String {
    job.flatMap { try? JSONLine.text(of: $0) } ?? "no job"
  }
}

/// An experiment was ended early, and the results so far are kept to go on from.
public struct SweepSuspended: Error, CustomStringConvertible {
  /// The output, beside which results are kept.
  let path: String
  /// How many results are kept.
  let worlds: Int
  /// How many there are in all.
  let worldCount: Int

  /// What happened, and how to go on.
  public var description: String {
    "interrupted; \(worlds) of \(worldCount) worlds are kept beside \(path): the same command goes "
      + "on from there"
  }
}
