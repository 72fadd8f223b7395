import Activity
import Scoring
import Vocabulary

extension ReportSection {
  /// One case from the first contact to its end, and every alert on its groomer with the reasons.
  static let story = ReportSection(id: "story", title: "One case") { report in
    guard let story = report.story else { return [] }
    let told = story.report
    return [
      .paragraph("\(told.headline) \(story.choice)"),
      told.peopleTable.markup(caption: "Who they are"),
      .paragraph(told.between),
      told.storyTable.markup(caption: "What happened, and who could see it"),
      .details(
        "How early each detector was here",
        [told.leadTable.markup(caption: "First alerts in this case")]),
      .heading(3, "Every alert on this groomer"),
      alerts(of: story),
    ] + CaseReport.notes.dropLast().map { .paragraph($0, class: "note") }
  }

  private static func alerts(of story: RunReport.Story) -> Markup {
    guard !story.alerts.isEmpty else { return .paragraph("No detector alerted on this groomer.") }
    let context = story.report.context
    let meeting = story.report.timeline.contact.firstMeeting
    return TextTable(
      headers: ["when", "detector", "days before the meeting", "child", "reasons"],
      rows: story.alerts.map { alert in
        let sentence = AlertSentence(of: alert, because: context.because[alert.detector] ?? "")
        return [
          context.calendar(alert.time), alert.detector,
          meeting.map { Numerals.days($0.days(since: alert.time)) } ?? Numerals.unknown,
          alert.child.map { "\($0)" } ?? "",
          sentence.predicate.map { "It \($0)." } ?? sentence.listed,
        ]
      }, wordColumns: [0, 1, 3, 4]
    ).markup(caption: "Every alert on this groomer, with its reasons")
  }
}
