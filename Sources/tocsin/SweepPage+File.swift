import Experiments
import Foundation
import Reporting
import Scoring
import Vocabulary

extension SweepPage {
  /// Gathers what a file of results tells, in one pass and the memory of a few numbers per point.
  ///
  /// What not all jobs have in common is what was varied; jobs that differ in their seeds alone are a
  /// point, in order of appearance.
  ///
  /// - Parameter path: what `tocsin sweep`, `replicate` or `worker` wrote, put together in any order.
  /// - Throws: `BadInput` for a file without a result, or with a world twice; what reading results throws.
  init(of path: String) throws {
    var gathered = Gathered()
    var lines = try ResultLines(path)
    while let result = try lines.next() {
      guard gathered.add(result, line: lines.count) else {
        throw BadInput(
          "\(path):\(lines.count): found a point once more with the same seed, expected each world "
            + "once; leave one out")
      }
    }
    guard gathered.jobs > 0 else {
      throw BadInput(
        "\(path): found no result, expected what `tocsin sweep`, `replicate` or `worker` writes")
    }
    self = gathered.page(path)
  }

  /// The results so far.
  private struct Gathered {
    /// What a world is called by, but for its seed: its settings, the last of a key counts.
    typealias Settings = [ReplicatedPoint.Setting]

    var jobs = 0
    private var points: [(settings: Settings, gatherer: ReplicatedPoint.Gatherer)] = []
    private var places: [[String]: Int] = [:]
    private var failures: [(line: Int, settings: Settings, what: String)] = []
    private var worlds: Set<World> = []
    private var seeds: Set<Int> = []
    private var isWithoutSeed = false
    private var versions: [String] = []

    private struct World: Hashable {
      var name: [String]
      var seed: Int?
    }

    /// The names under which a scenario file and detectors stand among settings.
    private static let scenario = "scenario file"
    private static let detectors = "--detectors"

    /// Adds a result.
    ///
    /// - Returns: whether its world is new.
    mutating func add(_ result: JobResult, line: Int) -> Bool {
      jobs += 1
      if !versions.contains(result.version) { versions.append(result.version) }
      guard let job = result.job else {
        failures.append((line, [], result.failed?.what ?? "no job"))
        return true
      }
      if let seed = job.seed { seeds.insert(seed) } else { isWithoutSeed = true }
      let settings = Self.settings(of: job)
      let name = settings.map { "\($0.key)=\($0.value)" }
      guard worlds.insert(World(name: name, seed: job.seed)).inserted else { return false }
      let place = places[name] ?? points.count
      if place == points.count {
        places[name] = place
        points.append(
          (settings, ReplicatedPoint.Gatherer(settings: [], wanted: SweepPage.metrics)))
      }
      switch result.outcome {
      case .measured(let measured):
        points[place].gatherer.add(measured.metrics, meetings: measured.scope.meetings)
        failures += measured.problems.map { (line, settings, "\($0.detector): \($0.words)") }
      case .failed(let reason):
        points[place].gatherer.addFailure()
        failures.append((line, settings, reason.what))
      }
      return true
    }

    private static func settings(of job: Job) -> Settings {
      var settings: Settings = [.init(key: scenario, value: job.scenario)]
      if !job.detectors.isEmpty {
        settings.append(.init(key: detectors, value: job.detectors.joined(separator: ",")))
      }
      for option in job.overrides {
        let key = String(option.prefix { $0 != "=" })
        settings.removeAll { $0.key == key }
        settings.append(.init(key: key, value: String(option.dropFirst(key.count + 1))))
      }
      return settings
    }

    /// The page on them.
    func page(_ path: String) -> SweepPage {
      var keys: [String] = []
      for setting in points.flatMap(\.settings) where !keys.contains(setting.key) {
        keys.append(setting.key)
      }
      func value(of key: String, in settings: Settings) -> String {
        settings.first { $0.key == key }?.value ?? "as it is"
      }
      let all = keys.map { key in
        var values: [String] = []
        var known: Set<String> = []
        for point in points {
          let value = value(of: key, in: point.settings)
          if known.insert(value).inserted { values.append(value) }
        }
        return Varied(key: key, values: values)
      }
      let varied = all.filter { $0.values.count > 1 }
      func own(_ settings: Settings) -> Settings {
        settings.isEmpty
          ? [] : varied.map { .init(key: $0.key, value: value(of: $0.key, in: settings)) }
      }
      let quoted = path.replacing("'", with: #"'\''"#)
      let common = all.filter { $0.values.count == 1 && $0.key != Self.scenario }
      return SweepPage(
        scenarios: all.first { $0.key == Self.scenario }?.values ?? [],
        common: common.map { .init(key: $0.key, value: $0.values[0]) }, varied: varied,
        seeds: seedWords, versions: versions, results: path,
        points: points.map { settings, gatherer in
          var point = gatherer.point
          point.settings = own(settings)
          return point
        },
        failures: failures.map {
          Failure(line: $0.line, settings: own($0.settings), what: $0.what)
        },
        commands: [
          // Every result holds its job.
          "jq -c 'select(.job).job' '\(quoted)' | tocsin worker > again.jsonl",
          "tocsin report again.jsonl -o report.html",
        ])
    }

    private var seedWords: String {
      let own = isWithoutSeed ? ["the scenario's own"] : []
      guard let first = seeds.min(), let last = seeds.max() else { return own.joined() }
      let words =
        first == last
        ? "\(first)"
        : last - first + 1 == seeds.count
          ? "\(first) to \(last)" : "\(seeds.count) from \(first) to \(last)"
      return ([words] + own).joined(separator: " and ")
    }
  }
}
