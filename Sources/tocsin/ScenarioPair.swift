import Experiments
import Foundation
import Reporting

/// Two scenarios, measured with the same seeds: what `tocsin replicate` of each and a comparison of
/// the two files of results come to.
struct ScenarioPair {
  /// The scenario in use.
  let before: Side
  /// The candidate.
  let after: Side

  /// One of the scenarios.
  struct Side {
    /// Its worlds.
    let plan: SweepPlan
    /// What the report calls it: the file, with what is set and which detectors run.
    var name: String {
      ([plan.scenario] + plan.overrides + plan.detectors).joined(separator: " ")
    }
  }

  /// Makes the worlds of both and compares them; tells why worlds could not be measured.
  ///
  /// - Parameters:
  ///   - threads: how many worlds are made at once; changes no byte.
  ///   - watch: told how far it is, and asked whether to stop.
  /// - Returns: the comparison, and whether every world was measured.
  /// - Throws: `Interrupted`; `BadInput`; `StorageError`; before the first world, what reading
  ///   scenarios throws.
  func report(
    threads: Int, _ watch: Watch
  ) throws -> (report: ReplicatedComparisonReport, isWhole: Bool) {
    for side in [before, after] { try side.plan.check() }
    return try ScratchFolder.with { folder in
      var isWhole = true
      let files = try zip([before, after], ["before", "after"]).map { side, name in
        let file = folder.appending(path: "\(name).jsonl").path
        try Sweep(side.plan, output: file, threads: threads).run(watch) { _ in }
        if let failure = try Self.failure(in: file) {
          Terminal.note("\(side.name): \(failure)")
          isWhole = false
        }
        return ResultPair.File(path: file, name: side.name)
      }
      return (try ResultPair(files[0], files[1]).report(), isWhole)
    }
  }

  /// How many worlds could not be measured and why the first could not; nil if all were.
  private static func failure(in path: String) throws -> String? {
    var lines = try ResultLines(path)
    var failed: [String] = []
    while let result = try lines.next() {
      if let reason = result.failed { failed.append(reason.what) }
    }
    return failed.first.map {
      "\(failed.count) of \(lines.count) worlds could not be measured; the first: \($0)"
    }
  }
}
