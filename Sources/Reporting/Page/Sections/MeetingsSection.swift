import Activity
import Scoring
import Vocabulary

extension ReportSection {
  /// Every meeting as a strip: contact, stages, the first alert.
  static let meetings = ReportSection(id: "meetings", title: "Meeting by meeting") { report in
    let cases = strips(of: report)
    guard !cases.isEmpty else { return [] }
    let shown = CaseStrips.thinned(cases)
    let part =
      shown.count < cases.count
      ? " \(shown.count) of \(Numerals.count(cases.count)) are drawn, evenly taken from that order; "
        + "the numbers have all." : ""
    return [
      PageFigure(
        id: "strips", title: "Every first meeting, and when the first alert on its groomer came",
        reading: "A line is a contact from its beginning to the meeting, thicker with each stage; "
          + "those warned of earliest stand above, those missed below. A short upright stroke is "
          + "where the talk left the platform, which sees nothing of it from there." + part,
        drawing: CaseStrips(strips: shown.map(\.strip)).drawing, numbers: numbers(cases)
      ).markup
    ]
  }

  private typealias Meeting = (number: Int, contact: GroundTruth.Case, strip: CaseStrips.Strip)

  /// The cases that met, by lead, those without an alert last.
  private static func strips(of report: RunReport) -> [Meeting] {
    let met = report.truth.cases.enumerated().filter { $0.element.firstMeeting != nil }
    let meetings = zip(met, report.evaluation.cases).compactMap { numbered, scored -> Meeting? in
      let contact = numbered.element
      guard let meeting = contact.firstMeeting else { return nil }
      func day(_ time: SimTime) -> Double { time.days(since: meeting) }
      let strip = CaseStrips.Strip(
        firstContact: day(contact.firstContact), stages: contact.stages.map { day($0.time) },
        movedOffPlatform: contact.movedOffPlatform.map(day),
        alert: scored.firstAlerts.last.flatMap { $0 }.map(day))
      return (numbered.offset, contact, strip)
    }
    return meetings.sorted { one, other in
      (one.strip.alert ?? .infinity, one.number) < (other.strip.alert ?? .infinity, other.number)
    }
  }

  private static func numbers(_ meetings: [Meeting]) -> TextTable {
    func days(_ day: Double?) -> String { day.map { Numerals.days(-$0) } ?? Numerals.none }
    return TextTable(
      headers: [
        "case", "groomer", "child", "first contact, days before", "left the platform, days before",
        "first alert, days before the meeting",
      ],
      rows: meetings.map { meeting in
        [
          String(meeting.number), "\(meeting.contact.groomer)", "\(meeting.contact.child)",
          days(meeting.strip.firstContact), days(meeting.strip.movedOffPlatform),
          days(meeting.strip.alert),
        ]
      })
  }
}

extension CaseStrips {
  /// How many strips are drawn at most.
  static let mostStrips = 60

  /// At most so many of a list, evenly taken, the first and the last among them.
  static func thinned<Case>(_ cases: [Case]) -> [Case] {
    guard cases.count > mostStrips else { return cases }
    return (0..<mostStrips).map { cases[$0 * (cases.count - 1) / (mostStrips - 1)] }
  }
}
