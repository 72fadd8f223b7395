public import Scoring
public import Vocabulary

/// A candidate held against what is in use, for people and for programs.
public struct ComparisonReport: Sendable {
  /// What came out.
  public let comparison: Comparison
  /// What else a reader should know.
  public let context: ComparisonContext
  /// What became of the conditions that the candidate is to meet; empty without any.
  public let gate: [Gate.Outcome]
  /// What went wrong in detectors.
  public let problems: [DetectorProblem]
  /// Every metric, for both sides.
  let figures: [Comparison.Figure]

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - comparison: what came out, of at least one world.
  ///   - context: what else a reader should know.
  ///   - gate: what the candidate is to meet, if anything.
  ///   - problems: what went wrong in detectors.
  public init(
    _ comparison: Comparison, context: ComparisonContext, gate: Gate? = nil,
    problems: [DetectorProblem] = []
  ) {
    self.problems = problems
    self.comparison = comparison
    self.context = context
    figures = comparison.figures()
    self.gate = gate?.outcomes(for: figures.map(\.candidate)) ?? []
  }

  /// The report as plain text of at most 100 columns, with a line break at its end.
  ///
  /// - Parameter all: whether all cases are listed, or those that changed, at most 20.
  /// - Returns: what changes for whom, the price, the cases, the gate, and what this cannot tell.
  public func text(all: Bool = false) -> String {
    let blocks =
      [
        title, changes, table, caseTable(all: all), GateTable.lines(gate),
        ProblemText.lines(problems), limits,
      ]
      .filter { !$0.isEmpty }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var title: [String] {
    let meetings = Numerals.counting(comparison.cases.count, "first meeting")
    let worlds = Numerals.counting(comparison.worldCount, "world")
    return Paragraph.lines(
      "A candidate against what is in use, on the same events: \(meetings) in \(worlds)")
      + ["  in use     \(context.inUse.printable)", "  candidate  \(context.candidate.printable)"]
      + context.runs.map { run in
        "  \(context.runs.count == 1 ? "run      " : "world \(run.number)".padded(to: 9))  "
          + "\(run.scenario.printable), seed \(run.seed), Tocsin \(run.version.printable)"
      }
  }

  /// How many cases are better off and worse off.
  private var changes: [String] {
    let rows = ComparedCase.Change.allCases.map { change in
      let count = comparison.count(change)
      let share = comparison.cases.isEmpty ? nil : Double(count) / Double(comparison.cases.count)
      return [
        change.rawValue, Numerals.count(count), share.map(Numerals.percent) ?? Numerals.unknown,
        Self.meaning(of: change),
      ]
    }
    let table = TextTable(
      headers: ["with the\ncandidate", "meetings", "%", "first alert on the groomer"], rows: rows,
      wordColumns: [0, 3], elasticColumn: 3)
    return table.lines() + [""] + Paragraph.lines(howMuchEarlier) + Paragraph.lines(chance)
  }

  /// Whether more or fewer meetings are preceded than chance explains.
  private var chance: String {
    guard let test = figures.first(where: { $0.name == Metric.preceded.name })?.test else {
      return ""
    }
    let tests = figures.count { $0.test != nil }
    return
      "Of the persons who groom, \(Numerals.count(test.found.more)) had more meetings with an alert "
      + "before, \(Numerals.count(test.found.less)) fewer: p = \(Numerals.chance(test.found.p)), "
      + "\(Numerals.chance(test.corrected)) after Holm's correction for \(tests) tests."
  }

  private static func meaning(of change: ComparedCase.Change) -> String {
    switch change {
    case .gained: "before the meeting, where there was none"
    case .lost: "no longer before the meeting"
    case .earlier: "earlier"
    case .later: "later, and still before the meeting"
    case .same: "at the same second"
    case .missed: "not before the meeting, by either"
    }
  }

  private var howMuchEarlier: String {
    guard let earlier = comparison.daysEarlier else {
      return "No meeting had an alert by both before it."
    }
    let both = comparison.cases.count { $0.daysEarlier != nil }
    let days = Numerals.days(earlier.mean.magnitude)
    let text =
      "Over the \(Numerals.counting(both, "meeting")) that both alert before, the candidate's first "
      + "alert comes \(days) days \(earlier.mean < 0 ? "later" : "earlier") on average"
    guard let low = earlier.low, let high = earlier.high else {
      return text + "; all are of one groomer, so there is no interval."
    }
    return text + " (95 % interval of days earlier: \(Numerals.daysRange(low, high)))."
  }

  private var table: [String] {
    let rows = ComparisonRow.all.compactMap { row in
      figures.first { $0.name == row.metric.name }.map(row.cells)
    }
    let table = TextTable(
      headers: ["all worlds together", "in use", "candidate", "difference", "95 % interval"],
      rows: rows)
    return table.lines() + [""]
      + Paragraph.lines(
        "Differences are candidate less in use, paired by person: both sides are judged on the same "
          + "people. + better, ! worse, where the interval leaves out 0. A count has no interval.")
  }

  private func caseTable(all: Bool) -> [String] {
    let changed = comparison.cases.filter { ![.same, .missed].contains($0.change) }
    let cases = all ? comparison.cases : Array(changed.prefix(Self.casesListed))
    guard !cases.isEmpty else { return [] }
    let several = comparison.worldCount > 1
    let rows = cases.map { contact in
      (several ? ["\(contact.world + 1)"] : [])
        + [
          String(contact.number), "\(contact.groomer)", "\(contact.child)",
          context.calendar(contact.meeting, contact.world),
          lead(contact.inUse, contact), lead(contact.candidate, contact), contact.change.rawValue,
          contact.daysEarlier.map(Numerals.days) ?? Numerals.unknown,
        ]
    }
    let first = several ? 1 : 0
    let table = TextTable(
      headers: (several ? ["world"] : [])
        + [
          "case", "groomer", "child", "first meeting", "lead in use,\ndays",
          "lead of the\ncandidate", "change", "days\nearlier",
        ], rows: rows, wordColumns: [first + 3, first + 6], elasticColumn: first + 3)
    let title = all ? "Every meeting" : "Meetings that changed"
    let rest =
      all || changed.count <= cases.count
      ? []
      : [
        "",
        "\(Numerals.count(cases.count)) of \(Numerals.count(changed.count)) are listed; --cases "
          + "lists every meeting.",
      ]
    return [title, ""] + table.lines() + rest
  }

  private static let casesListed = 20

  private func lead(_ alert: SimTime?, _ contact: ComparedCase) -> String {
    alert.map { Numerals.days(contact.meeting.days(since: $0)) } ?? Numerals.none
  }

  private var limits: [String] { ["What this cannot tell"] + Paragraph.list(notes) }

  /// What the comparison cannot tell, a sentence or two each.
  var notes: [String] {
    let worlds =
      comparison.worldCount == 1
      ? "This is one simulated world. The intervals hold for chance within it, with all cases of one "
        + "person taken together; another seed can differ by more. Name several files, of one scenario "
        + "with different seeds, to see by how much."
      : "The intervals of differences take the cases of one person, and those of one world, together. "
        + "With few worlds they say little of how much another scenario would change. Those of each "
        + "side alone, in the JSON, take only the cases of one person together: compare differences."
    return [
      Limits.invented, worlds,
      "Thresholds are as given: a candidate that flags more accounts will also be earlier. Compare at "
        + "the same price, or let a gate name both.",
    ]
  }
}
