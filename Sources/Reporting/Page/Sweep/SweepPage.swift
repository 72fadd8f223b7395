public import Scoring
import Vocabulary

/// Many worlds of an experiment as one page in HTML: what was varied, and what became of the answer.
public struct SweepPage: Sendable {
  /// The scenario files, in order of appearance.
  public var scenarios: [String]
  /// Settings that all worlds share.
  public var common: [ReplicatedPoint.Setting]
  /// What is varied, with its values in order of appearance; nothing where only the seed is.
  public var varied: [Varied]
  /// The seeds, such as `1 to 20`.
  public var seeds: String
  /// The versions of Tocsin that made the results.
  public var versions: [String]
  /// The file of all results.
  public var results: String
  /// The points, with the headline's metrics.
  public var points: [ReplicatedPoint]
  /// Jobs that failed, and detectors that failed on the way, with the numbers of their lines.
  public var failures: [Failure]
  /// Commands that make the results again.
  public var commands: [String]

  /// A key with its values.
  public struct Varied: Sendable, Equatable {
    /// The key.
    public var key: String
    /// Its values, as they would stand in a scenario.
    public var values: [String]

    /// Makes one of its parts.
    public init(key: String, values: [String]) {
      self.key = key
      self.values = values
    }
  }

  /// Something that went wrong.
  public struct Failure: Sendable, Equatable {
    /// The line of the results, from 1.
    public var line: Int
    /// What was special about the world.
    public var settings: [ReplicatedPoint.Setting]
    /// What was found, what was expected and what to do.
    public var what: String

    /// Makes one of its parts.
    public init(line: Int, settings: [ReplicatedPoint.Setting], what: String) {
      self.line = line
      self.settings = settings
      self.what = what
    }
  }

  /// Makes a page of its parts.
  public init(
    scenarios: [String], common: [ReplicatedPoint.Setting], varied: [Varied], seeds: String,
    versions: [String], results: String, points: [ReplicatedPoint], failures: [Failure],
    commands: [String]
  ) {
    self.scenarios = scenarios
    self.common = common
    self.varied = varied
    self.seeds = seeds
    self.versions = versions
    self.results = results
    self.points = points
    self.failures = failures
    self.commands = commands
  }

  /// The metrics that are drawn.
  public static let metrics: [Metric] = SweepReport.headline

  /// The page, with a line break at its end.
  public func html() -> String {
    let heading = scenarios.joined(separator: ", ")
    let own: [HTMLPage.Section] = [
      .init(id: "varied", title: "What was varied", content: whatWasVaried)
    ]
    let last: [HTMLPage.Section] = [
      .init(id: "numbers", title: "All numbers", content: numbers),
      .init(id: "failed", title: "What failed", content: failed),
      .init(id: "limits", title: "What this cannot tell", content: [.list(limits)]),
      .init(
        id: "again", title: "Make it again",
        content: [
          .paragraph("With the files that the scenario names, and the same version of Tocsin:"),
          .listing(commands, named: "The commands that make these results again"),
        ]),
    ]
    return HTMLPage(
      title: "\(heading): Tocsin report on many worlds", kind: "Tocsin report: many worlds",
      heading: heading, facts: facts,
      sections: (own + SweepEffects(page: self).sections + last).filter { !$0.content.isEmpty }
    ).document()
  }

  /// Worlds that were measured.
  var worlds: Int { points.reduce(0) { $0 + $1.worlds } }

  private var facts: String {
    let failed = points.reduce(0) { $0 + $1.failed }
    return "\(Numerals.counting(points.count, "point")), seeds \(seeds), "
      + "\(Numerals.counting(worlds, "world")) measured"
      + (failed > 0 ? ", \(Numerals.counting(failed, "job")) failed" : "")
      + ". Tocsin \(versions.joined(separator: ", ")) (\(results)). Everything in it is invented."
  }

  private var whatWasVaried: [Markup] {
    let shared = common.map { "\($0.key) = \($0.value)" }
    let words =
      (varied.isEmpty
        ? "Only the seed differs between the worlds. "
        : "Every point has the same seeds where none failed: points differ in their keys alone. ")
      + (shared.isEmpty ? "" : "Set in all worlds: \(shared.joined(separator: ", ")).")
    guard !varied.isEmpty else { return [.paragraph(words)] }
    let table = TextTable(
      headers: ["key", "values", "which"],
      rows: varied.map { key in
        let told = key.values.prefix(12).joined(separator: ", ")
        return [
          key.key, Numerals.count(key.values.count),
          key.values.count > 12 ? told + ", ..." : told,
        ]
      }, wordColumns: [0, 2])
    return [.paragraph(words), table.markup(caption: "Keys that differ between the points")]
  }

  /// A value of every point and detector, written as the command writes it.
  private var numbers: [Markup] {
    guard worlds > 0 else { return [] }
    let table = TextTable(
      headers: varied.map(\.key) + ["detector", "worlds"] + SweepEffects.titles,
      rows: points.flatMap { point in
        point.detectors.map { detector in
          point.settings.map(\.value)
            + [SweepEffects.title(of: detector.name), Numerals.count(point.worlds)]
            + SweepReport.cells(of: detector, in: point)
        }
      }, wordColumns: Set(0...varied.count))
    return [
      .list(SweepReport.notes(on: points)),
      .details(
        "Every point and detector", [table.markup(caption: "Every point and detector")]),
    ]
  }

  private var failed: [Markup] {
    guard !failures.isEmpty else { return [] }
    let most = 200
    let table = TextTable(
      headers: ["line of the results"] + varied.map(\.key) + ["what"],
      rows: failures.prefix(most).map { failure in
        [Numerals.count(failure.line)]
          + varied.map { key in
            failure.settings.first { $0.key == key.key }?.value ?? Numerals.unknown
          } + [failure.what]
      }, wordColumns: Set(0...(varied.count + 1)))
    return [
      .paragraph(
        "\(Numerals.counting(failures.count, "line")) of the results tell of something that went "
          + "wrong: a job that failed is in no figure, and a detector that failed counts with what it "
          + "did before." + (failures.count > most ? " The first \(most) are told." : ""),
        class: "warning"),
      table.markup(caption: "What failed"),
    ]
  }

  private var limits: [String] {
    [
      Limits.invented,
      "The intervals are of 95 % and hold for how worlds of one point differ by their seeds. They are "
        + "those of one point and detector each: with as many of them as here, some miss by chance.",
      "What was not varied is as the scenario has it, and an effect seen here may be another there.",
      "No good source exists for " + Limits.withoutGoodSource.joined(separator: "; ") + ".",
      "An alert protects nobody until somebody acts on it. What was done is not in these figures.",
    ]
  }
}
