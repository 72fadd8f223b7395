import Activity
import Foundation
import Scoring
import Testing
import Vocabulary

@testable import Reporting

@Suite("Case report")
struct CaseReportTests {
  static let contact = GroundTruth.Case(
    groomer: AccountID(0), child: AccountID(1), firstContact: SimTime(rawValue: 3_600),
    stages: [
      .init(stage: .approach, time: SimTime(rawValue: 3_600)),
      .init(stage: .arranging, time: SimTime(day: 2)),
    ],
    movedOffPlatform: SimTime(day: 1, second: 7_200), ended: nil,
    firstMeeting: SimTime(day: 3, second: 3_600))

  static var timeline: CaseTimeline {
    let (groomer, child) = (contact.groomer, contact.child)
    func event(
      _ time: Int32, _ kind: EventKind, isChild: Bool = false, cues: CueSet = [], count: UInt8 = 1
    ) -> Event {
      Event(
        time: SimTime(rawValue: time), kind: kind, actor: isChild ? child : groomer,
        target: isChild ? groomer : child, detail: cues.rawValue, count: count)
    }
    let cues: CueSet = [CueSet(.asksAge), CueSet(.flatters)]
    var log = EventLog()
    log.append(contentsOf: [
      event(60, .view, count: 12), event(1_800, .profileView),
      event(3_600, .request), event(7_200, .acceptance, isChild: true),
      event(7_260, .message, cues: cues, count: 3), event(7_320, .message, isChild: true),
      event(10_800, .message, cues: CueSet(.asksAge), count: 2),
    ])
    let alert = Alert(
      detector: "outreach", time: SimTime(rawValue: 10_800), cause: 6, suspect: groomer,
      child: child, score: 4,
      reasons: [
        .init(name: "unconnected-minors", value: 4, unit: "accounts"),
        .init(name: "share-of-outreach", value: 0.571, unit: "share"),
        .init(name: "usual-rate", value: 0.0183, unit: "sittings per day"),
      ])
    return CaseTimeline(
      of: contact, events: log, alerts: [alert], detectors: ["outreach", "silent"],
      end: SimTime(day: 10))
  }

  static var report: CaseReport {
    CaseReport(
      timeline: timeline,
      context: CaseContext(
        number: 0, caseCount: 3, scenario: "A made-up town", seed: 7, version: "0.1.0",
        profile: "patient",
        groomer: CaseParty(
          declaredAge: 16, declaredPlace: "Upton", age: 44, role: "adult", place: "Lowton"),
        child: CaseParty(
          declaredAge: 13, declaredPlace: "Lowton", age: 12, role: "child", place: "Lowton"),
        declaredKilometres: 30.4, mutualFriends: 0, calendar: calendar))
  }

  /// As `2017-04-03 14:05`, for days of one month.
  @Sendable static func calendar(_ time: SimTime) -> String {
    let minute = Int(time.secondOfDay) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "2017-04-\(two(time.day + 3)) \(two(minute / 60)):\(two(minute % 60))"
  }

  @Test("tells a case in order, with who could see what, and how early the alerts were")
  func golden() {
    #expect(Self.report.text() == Self.expected)
  }

  @Test("gives the same story as JSON, a sentence with every entry")
  func json() throws {
    let text = try Self.report.json()
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let timeline = try #require(object["timeline"] as? [[String: Any]])
    #expect(timeline.count == Self.timeline.entries.count)
    #expect(
      timeline.compactMap { $0["kind"] as? String } == [
        "views", "profile-views", "request", "stage", "acceptance", "messages", "alert",
        "moved-off-platform", "stage", "meeting",
      ])
    #expect(timeline.allSatisfy { ($0["sentence"] as? String)?.isEmpty == false })
    let cues = (timeline[5]["groomer"] as? [String: Any])?["cues"] as? [String: Int]
    #expect(cues == ["asks-age": 2, "flatters": 1])
    let leads = try #require(object["leads"] as? [[String: Any]])
    #expect(leads.compactMap { $0["detector"] as? String } == ["outreach", "silent", "any"])
    #expect(leads.last?["leadDays"] as? Double == Double(3 * 86_400 + 3_600 - 10_800) / 86_400)
  }

  @Test("lists cases with what came of them, no more than asked for")
  func list() {
    let open = GroundTruth.Case(
      groomer: AccountID(5), child: AccountID(6), firstContact: SimTime(day: 1), stages: [],
      movedOffPlatform: nil, ended: nil, firstMeeting: nil)
    let truth = GroundTruth(
      groomers: [AccountID(0), AccountID(5)], profiles: ["patient", "direct"],
      groomerProfiles: [0, 1], cases: [Self.contact, open, open], end: SimTime(day: 10))
    let alert = Alert(
      detector: "a", time: SimTime(day: 1, second: 3_600), cause: 0, suspect: AccountID(0),
      child: nil, score: 1, reasons: [])
    let list = CaseList(of: truth, alerts: [alert], calendar: Self.calendar)
    #expect(list.text(limit: 2) == Self.expectedList)
  }
}
