import Activity
public import Scoring
import Vocabulary

/// One case as a story: what happened when, who could see it, and how early the alerts came.
public struct CaseReport: Sendable {
  /// What is printed.
  public let timeline: CaseTimeline
  /// What else is known of the case.
  public let context: CaseContext

  /// Makes a report.
  public init(timeline: CaseTimeline, context: CaseContext) {
    self.timeline = timeline
    self.context = context
  }

  /// The report as plain text of at most 100 columns, with a line break at its end.
  public func text() -> String {
    [title, people, story, leads, notes, Paragraph.lines(Limits.support)]
      .map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var contact: GroundTruth.Case { timeline.contact }

  private var title: [String] {
    Paragraph.lines(headline)
      + Paragraph.lines(
        "\(context.scenario.printable): seed \(context.seed), Tocsin \(context.version.printable). "
          + "Cases are numbered from 0 to \(context.caseCount - 1).")
  }

  /// How the case went, and how early the first alert was.
  var headline: String { "Case \(context.number): \(outcome) \(earliest)" }

  private var outcome: String {
    let start = contact.firstContact
    func after(_ time: SimTime) -> String {
      "\(Numerals.days(time.days(since: start))) days after the first contact"
    }
    if let meeting = contact.firstMeeting {
      return "groomer \(contact.groomer) met child \(contact.child) \(after(meeting))."
    }
    let pair = "groomer \(contact.groomer) and child \(contact.child) did not meet:"
    if let told = contact.told { return "\(pair) the child told an adult \(after(told))." }
    if let ended = contact.ended { return "\(pair) contact broke off \(after(ended))." }
    return "\(pair) they were in contact at the end of the run."
  }

  private var earliest: String {
    guard let any = timeline.leads.last else { return "No detector has been run on it." }
    guard let first = any.first else { return "No detector alerted on the groomer." }
    guard let lead = any.leadDays else {
      return "The first alert on the groomer came on \(context.calendar(first))."
    }
    let days = Numerals.days(lead.magnitude)
    return "The first alert on the groomer came \(days) days \(lead > 0 ? "before" : "after") that."
  }

  private var people: [String] {
    peopleTable.lines() + [""] + Paragraph.lines(between)
  }

  /// The two as their accounts say and as they are.
  var peopleTable: TextTable {
    let parties = [context.groomer, context.child]
    return TextTable(
      headers: ["", "groomer", "child"],
      rows: [
        ["account"] + [contact.groomer, contact.child].map { "\($0)" },
        ["declares"] + parties.map(\.declared.printable),
        ["in truth"] + parties.map(\.inTruth.printable),
      ], wordColumns: [0, 1, 2], elasticColumn: 1)
  }

  /// What lies between the two.
  var between: String {
    let distance = context.declaredKilometres.map {
      "Their declared places are \(Numerals.fixed($0, decimals: 0)) km apart"
    }
    let mutual = context.mutualFriends
    return "The campaign's profile is '\(context.profile.printable)'. "
      + "\(distance ?? "One of them declares no place"). Just before the first contact they had "
      + "\(mutual == 0 ? "no" : Numerals.count(mutual)) friend\(mutual == 1 ? "" : "s") in common."
  }

  private var story: [String] {
    let margin = String(repeating: " ", count: 28)
    let rows = storyTable.rows.flatMap { cells -> [String] in
      let head = cells[0] + "  " + cells[1].padded(to: 10)
      let lines = Paragraph.lines(cells[2], width: Paragraph.width - margin.count)
      return zip([head] + lines.dropFirst().map { _ in margin }, lines).map { $0 + $1 }
    }
    let head = "when".padded(to: 18) + "seen by".padded(to: 10) + "what happened"
    return [head, String(repeating: "-", count: Paragraph.width)] + rows
  }

  /// What happened: when, who could see it, and a sentence on it.
  var storyTable: TextTable {
    let words = CaseWords(contact: contact, calendar: context.calendar, because: context.because)
    return TextTable(
      headers: ["when", "seen by", "what happened"],
      rows: timeline.entries.map { entry in
        [context.calendar(entry.time), entry.sight.rawValue, words.sentence(for: entry)]
      }, wordColumns: [0, 1, 2], elasticColumn: 2)
  }

  private var leads: [String] {
    guard !timeline.leads.isEmpty else {
      return Paragraph.lines("There is no replay in the file yet; `tocsin replay` makes one.")
    }
    return ["How early"] + [""] + leadTable.lines()
  }

  /// How early each detector was.
  var leadTable: TextTable {
    let rows = timeline.leads.map { lead in
      [
        lead.detector.printable, Numerals.count(lead.alerts),
        lead.first.map(context.calendar) ?? Numerals.none,
        lead.firstNamingChild.map(context.calendar) ?? Numerals.none,
        lead.first.map { Numerals.days($0.days(since: contact.firstContact)) } ?? Numerals.unknown,
        lead.leadDays.map(Numerals.days) ?? Numerals.unknown,
      ]
    }
    return TextTable(
      headers: [
        "detector", "alerts", "first alert\non the groomer", "first naming\nthis child",
        "days after\nfirst contact", "days before\nthe meeting",
      ], rows: rows, wordColumns: [0, 2, 3])
  }

  private var notes: [String] {
    ["How to read this"] + Paragraph.list(context.notes + Self.notes)
  }

  /// What the words mean, a sentence or two each.
  static let notes = [
    "'platform' is what the platform saw as it happened; 'detector' is an alert on that; 'nobody' "
      + "is known here only because the world is simulated. Cues are labels as the platform's "
      + "classifier reported them, right or wrong.",
    "Looks and messages are summed up by day. Of alerts there is the first of each detector on the "
      + "groomer, whichever child led to it, and its first that names this child.",
    Limits.invented,
  ]
}

extension String {
  /// The text with spaces behind it up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }
}
