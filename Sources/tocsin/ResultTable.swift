import Designs
import Experiments
import Reporting
import Scoring
import Storage
import Vocabulary

/// The results of an experiment, read from their file again and again: nothing of them is kept.
struct ResultTable {
  let plan: SweepPlan
  /// The file of results.
  let results: String

  /// Failures that are told, at most.
  private static let failuresTold = 5

  private func forEach(
    _ body: (_ number: Int, JobResult, Job, [ReplicatedPoint.Setting]) throws -> Void
  ) throws {
    var lines = try ResultLines(results)
    while let result = try lines.next() {
      let index = lines.count - 1
      try body(lines.count, result, plan.job(at: index), plan.settings(at: index))
    }
  }

  /// Writes a row per world, detector and metric, with a column per varied key, empty where the key is
  /// as the scenario has it; of a world that could not be measured, one with the error.
  ///
  /// - Throws: `StorageError`; what reading results throws.
  func writeCSV(to path: String) throws {
    let output = try TextOutput(path)
    var rows = CSVRows { output.write($0) }
    rows.begin(
      columns: ["job", "scenario", "seed"] + plan.varied.map(\.path)
        + ["detector", "metric", "unit", "value", "low", "high", "count", "total", "error"])
    try forEach { number, result, job, settings in
      let values = Dictionary(settings.map { ($0.key, $0.value) }) { first, _ in first }
      let first: [Cell] =
        [.integer(Int64(number)), .text(job.scenario), Self.cell(job.seed)]
        + plan.varied.map { values[$0.path].map(Cell.text) ?? .null }
      for row in result.measured?.metrics ?? [] {
        rows.add(
          first + [
            .text(row.detector), .text(row.name), .text(row.unit), Self.cell(row.value),
            Self.cell(row.low), Self.cell(row.high), Self.cell(row.count), Self.cell(row.total),
            .null,
          ])
      }
      if let failed = result.failed {
        rows.add(first + Array(repeating: .null, count: 8) + [.text(failed.what)])
      }
    }
    try output.publish()
  }

  /// Writes the same as tables of a database.
  ///
  /// - Throws: `StorageError`; what reading results throws.
  func writeDatabase(to path: String) throws {
    try ResultDatabase.write(to: path) { database in
      try forEach { number, result, job, settings in
        try database.add(
          number, scenario: job.scenario, seed: job.seed, version: result.version,
          settings: settings.map { ($0.key, $0.value) },
          metrics: result.measured?.metrics ?? [], error: result.failed?.what)
      }
    }
  }

  /// Sums up the worlds of each point.
  ///
  /// - Throws: what reading results throws.
  func report(of metrics: [Metric]) throws -> SweepReport {
    var points: [ReplicatedPoint] = []
    var failures: [String] = []
    var failed = 0
    var gatherer: ReplicatedPoint.Gatherer?
    try forEach { number, result, _, settings in
      if (number - 1) % plan.seeds.count == 0 {
        if let gatherer { points.append(gatherer.point) }
        gatherer = ReplicatedPoint.Gatherer(settings: settings, wanted: metrics)
      }
      switch result.outcome {
      case .measured(let measured):
        gatherer?.add(measured.metrics, meetings: measured.scope.meetings)
        for problem in measured.problems where failures.count < Self.failuresTold {
          failures.append("job \(number): \(problem.detector): \(problem.words)")
        }
      case .failed(let reason):
        gatherer?.addFailure()
        failed += 1
        if failures.count < Self.failuresTold { failures.append("job \(number): \(reason.what)") }
      }
    }
    if let gatherer { points.append(gatherer.point) }
    if failed > failures.count { failures.append("... and others; \(failed) jobs failed in all") }
    return SweepReport(
      context: SweepReport.Context(
        scenario: plan.scenario, seeds: plan.seeds, version: TocsinVersion.current,
        results: results),
      points: points, failures: failures)
  }

  private static func cell(_ value: Double?) -> Cell { value.map(Cell.real) ?? .null }

  private static func cell(_ value: Int?) -> Cell {
    value.map { .integer(Int64($0)) } ?? .null
  }
}
