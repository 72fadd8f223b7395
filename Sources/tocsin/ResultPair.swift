import Experiments
import Reporting
import Scoring

/// Two files of results, paired by point and seed.
///
/// What all jobs of a file have in common, such as the scenario or a `--set`, is what the files differ
/// in; what differs between its jobs is the point.
struct ResultPair {
  private let before: Side
  private let after: Side

  /// A file of results, and what the report calls it.
  struct File {
    let path: String
    let name: String
  }

  /// One of the files: which worlds it has, in order.
  private struct Side {
    let path: String
    let name: String
    let worlds: [World]
    let known: Set<World>

    init(_ file: File) throws {
      (path, name) = (file.path, file.name)
      var jobs: [Job] = []
      var lines = try ResultLines(path)
      while let result = try lines.next() {
        guard let job = result.job else { continue }
        jobs.append(job)
      }
      guard let first = jobs.first else {
        throw BadInput(
          "\(name): found no result, expected what `tocsin sweep` or `replicate` writes")
      }
      let common = jobs.reduce(Set(first.overrides)) { $0.intersection($1.overrides) }
      worlds = jobs.map { job in
        World(point: job.overrides.filter { !common.contains($0) }, seed: job.seed)
      }
      known = Set(worlds)
      guard known.count == worlds.count else {
        throw BadInput(
          "\(name): found a point twice with the same seed, expected each once; leave one out")
      }
    }
  }

  /// What two worlds must have in common to be compared.
  private struct World: Hashable {
    var point: [String]
    var seed: Int?
  }

  /// The results of the worlds that both files have, in their order, as they are needed.
  private struct Shared {
    var lines: ResultLines
    var worlds: ArraySlice<World>
    let known: Set<World>

    mutating func next() throws -> (world: World, result: JobResult)? {
      while let result = try lines.next() {
        guard result.job != nil, let world = worlds.popFirst() else { continue }
        if known.contains(world) { return (world, result) }
      }
      return nil
    }
  }

  /// Takes two files.
  ///
  /// - Throws: `BadInput`; what reading results throws.
  init(_ before: File, _ after: File) throws {
    self.before = try Side(before)
    self.after = try Side(after)
    guard !self.before.known.isDisjoint(with: self.after.known) else {
      throw BadInput(
        "\(after.name): found no world of \(before.name), by what is varied and seed, expected some; give "
          + "both the same --vary and --seeds")
    }
  }

  /// Compares the worlds of both.
  ///
  /// - Throws: `BadInput` where they stand in another order; what reading results throws.
  func report() throws -> ReplicatedComparisonReport {
    var comparison = ReplicatedComparison()
    var failed = 0
    var points: Set<[String]> = []
    var earlier = Shared(
      lines: try ResultLines(before.path), worlds: before.worlds[...], known: after.known)
    var later = Shared(
      lines: try ResultLines(after.path), worlds: after.worlds[...], known: before.known)
    while let (world, old) = try earlier.next() {
      guard let (other, new) = try later.next(), other == world else {
        throw BadInput(
          "\(after.name): found worlds in another order than in \(before.name), expected the same; "
            + "make both with `tocsin sweep`")
      }
      guard let old = old.measured, let new = new.measured else {
        failed += 1
        continue
      }
      comparison.add(
        before: old.metrics, after: new.metrics,
        meetings: (before: old.scope.meetings, after: new.scope.meetings))
      points.insert(world.point)
    }
    guard comparison.worldCount > 0 else {
      throw BadInput("\(after.name): found no world that was measured on both sides, expected some")
    }
    return ReplicatedComparisonReport(
      comparison: comparison,
      context: ReplicatedComparisonReport.Context(
        before: before.name, after: after.name, points: points.count,
        onlyBefore: before.worlds.count - comparison.worldCount - failed,
        onlyAfter: after.worlds.count - comparison.worldCount - failed, failed: failed))
  }
}
