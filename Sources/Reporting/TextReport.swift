public import Hardness
public import Scoring

/// A run's results for people: the answer in one sentence, the tables behind it, and its limits.
///
/// Plain text of at most 100 columns (only a long path may stick out), without colour.
public struct TextReport: Sendable, Equatable {
  /// What came out.
  public var evaluation: Evaluation
  /// How easily groomers are told apart.
  public var hardness: HardnessResult
  /// What was run.
  public var context: ReportContext

  /// Makes a report.
  public init(evaluation: Evaluation, hardness: HardnessResult, context: ReportContext) {
    self.evaluation = evaluation
    self.hardness = hardness
    self.context = context
  }

  /// The report, with a line break at its end.
  public func rendered() -> String {
    let blocks = [
      answer, run, howEarly, price, thresholds, probabilities, falseAlarms, easiness, limits,
      support,
    ]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(
      separator: "\n\n") + "\n"
  }

  private var answer: [String] {
    let answer = Answer(evaluation: evaluation)
    return Paragraph.lines(answer.howEarly + " " + answer.price)
  }

  private var run: [String] {
    let scope = evaluation.scope
    let contacts = scope.meetings + scope.contactsEnded + scope.contactsOpen
    return Paragraph.lines(
      "\(context.scenario.printable): \(Numerals.count(context.days)) "
        + "\(context.days == 1 ? "day" : "days") from \(context.startDate.printable), seed \(context.seed), "
        + "Tocsin \(context.version.printable).")
      + Paragraph.lines(
        "\(Numerals.count(context.accounts)) accounts, \(Numerals.count(context.adults)) of adults "
          + "(\(Numerals.count(scope.groomers)) of them groomers') and "
          + "\(Numerals.count(context.children)) of children; "
          + "\(Numerals.count(context.friendships)) friendships; "
          + "\(Numerals.count(context.events)) events.")
      + Paragraph.lines(
        "\(Numerals.count(contacts)) sustained contacts of a groomer with a child: "
          + "\(Numerals.count(scope.meetings)) led to a first meeting, "
          + "\(Numerals.count(scope.contactsEnded)) broke off, "
          + "\(Numerals.count(scope.contactsOpen)) went on at the end.")
      + ["Database: \(context.database.printable)"]
  }

  private var howEarly: [String] {
    guard evaluation.scope.meetings > 0 else { return ["How early: there was no meeting."] }
    return ["How early: an alert on the groomer before the first meeting"] + [""]
      + tables.howEarly.lines() + [""]
      + Paragraph.lines(
        "Meetings without an alert are counted in every share and every median. Lead is the time "
          + "from the first alert to the meeting: 'none' where there was no alert, below 0 where "
          + "it came after the meeting. The interval of each detector is in the JSON output.")
  }

  private var price: [String] {
    ["At what price: accounts flagged, and how many of them were groomers'"] + [""]
      + tables.price.lines() + [""]
      + Paragraph.lines(
        "Precision is the share of flagged accounts that are groomers'. '1 in 1,000' is what it "
          + "would be among adults if one adult account in 1,000 were a groomer's; '>' marks the "
          + "least that is likely where no adult was flagged in error.")
  }

  private var thresholds: [String] {
    guard let table = ThresholdTables(evaluation: evaluation).thresholds else { return [] }
    return ["At every threshold: what scores could give, with 95 % intervals"] + [""]
      + table.lines() + [""] + Paragraph.lines(ThresholdTables.reading)
  }

  private var probabilities: [String] {
    guard let table = ThresholdTables(evaluation: evaluation).probabilities else { return [] }
    return ["Are the probabilities true? What first alerts claimed"] + [""]
      + table.lines() + [""] + Paragraph.lines(ThresholdTables.readingOfProbabilities)
  }

  private var falseAlarms: [String] {
    let table = FalseAlarmTable(evaluation: evaluation)
    guard !table.kinds.isEmpty else { return ["Flagged in error: there was no innocent account."] }
    let few =
      " 'few' stands for kinds with under \(FalseAlarmTable.fewestAccounts) accounts: too few for a "
      + "share to mean much."
    return [
      "Flagged in error: share of the innocent accounts of each kind that had an alert, in percent",
      "",
    ] + table.lines + [""]
      + Paragraph.lines(
        "Every account is of one kind: 'adult' stands for adults of no other."
          + (table.hasFew ? few : ""))
  }

  private var easiness: [String] {
    HardnessLine(result: hardness, database: context.database.printable).lines
  }

  private var limits: [String] {
    ["What this cannot tell"] + Paragraph.list(Limits.items(for: evaluation))
  }

  private var support: [String] { Paragraph.lines(Limits.support) }

  private var tables: DetectorTables { DetectorTables(evaluation: evaluation) }
}
