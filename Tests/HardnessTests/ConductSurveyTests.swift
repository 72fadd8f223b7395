import Population
import Settings
import Testing
import Vocabulary

@testable import Hardness

@Suite("Survey of conduct") struct ConductSurveyTests {
  /// Adults 0 and 3, children 1, 2 and 4 (who claims 20) and 5.
  ///
  /// 1 and 3 are friends. 5 lives far from
  /// all others, and 2 declares no place.
  private static func world() -> World {
    var persons = Persons()
    persons.ages = [44, 13, 12, 35, 15, 14]
    persons.roles = [.adult, .child, .child, .teacher, .child, .child]
    persons.sexes = persons.roles.map { _ in .female }
    var declared = DeclaredAccounts()
    declared.ages = [44, 13, 12, DeclaredAccounts.unknownAge, 20, 14]
    declared.places = [0, 0, -1, 0, 0, 1]
    declared.latitudes = [53, 53.1, .nan, 53, 53, 53.2]
    declared.longitudes = [-1, -1, .nan, -1, -1, -1]
    declared.opened = [-5, -4, -3, -2, -1, 0]
    return World(
      places: [], persons: persons, foci: [], platforms: ["main"], owners: [0, 1, 2, 3, 4, 5],
      accountPlatforms: [0, 0, 0, 0, 0, 0], declared: declared,
      friendships: Friendships(accountCount: 6, pairs: [(1, 3, .school)]), groomers: [])
  }

  private static func event(
    _ hour: Int, _ kind: EventKind, _ actor: Int, _ target: Int, detail: UInt16 = 0
  ) -> Event {
    Event(
      time: SimTime(rawValue: Int32(hour) * 3_600), kind: kind, actor: AccountID(actor),
      target: AccountID(target), detail: detail)
  }

  /// A survey of a run that starts on a Friday.
  private static func survey() throws -> ConductSurvey {
    ConductSurvey(of: world(), from: try #require(CalendarDate("2017-04-07")))
  }

  /// What adults 0 and 3 did.
  private static func conducts(_ events: [Event]) throws -> [Conduct] {
    var survey = try survey()
    var log = EventLog()
    log.append(contentsOf: events)
    // In two parts: what is counted does not depend on where they end.
    for rows in [0..<events.count / 2, events.count / 2..<events.count] {
      var part = EventLog(firstID: rows.lowerBound)
      part.append(log, rows: rows)
      survey.consume(part)
    }
    return survey.finished(threads: 1)
  }

  @Test("counts outreach with friends in common and distance as they are at that moment")
  func outreach() throws {
    let one = try Self.conducts([
      Self.event(1, .request, 0, 1), Self.event(2, .request, 0, 3),
      Self.event(3, .acceptance, 3, 0),
      Self.event(4, .follow, 0, 1), Self.event(5, .follow, 0, 2), Self.event(6, .request, 0, 4),
      Self.event(7, .request, 0, 5),
    ])[0]
    #expect(one.outreach == 6)
    // 4 claims to be an adult.
    #expect(one.outreachToMinors == 4)
    // 1 twice, the second time with friend 3 in common; 2 and 5.
    #expect(one.unconnectedMinors == 3)
    #expect(one.mutualsWithMinorsAsked == 1)
    // 11 km to 1, 22 km to 5; 2 declares no place.
    #expect(one.farMinors == 2)
    #expect(one.strangeMinors == 2)
    #expect(one.friendsAtStart == 0 && one.friends == 1 && one.minorFriends == 0)
  }

  @Test("counts who turns an account away, and never what it does to others")
  func rejections() throws {
    let conducts = try Self.conducts([
      Self.event(1, .request, 0, 1), Self.event(2, .refusal, 1, 0), Self.event(3, .expiry, 2, 0),
      Self.event(4, .refusal, 4, 0), Self.event(5, .acceptance, 5, 0), Self.event(6, .block, 1, 0),
      Self.event(7, .report, 1, 0), Self.event(8, .block, 0, 2), Self.event(9, .refusal, 0, 5),
    ])
    let one = conducts[0]
    #expect(one.requestsSettled == 4 && one.requestsDeclined == 2)
    #expect(one.minorsSettled == 3 && one.declinedByMinors == 1 && one.ignoredByMinors == 1)
    #expect(one.blockedByMinors == 1 && one.reportedByMinors == 1)
    #expect(one.minorFriends == 1)
    #expect(conducts[1].acts.all == 0)
  }

  @Test("counts sittings with minors' posts by day and by friendship")
  func views() throws {
    let three = try Self.conducts([
      Self.event(1, .view, 3, 1), Self.event(2, .view, 3, 2), Self.event(3, .view, 3, 2),
      Self.event(4, .view, 3, 0), Self.event(5, .unfriend, 1, 3), Self.event(30, .view, 3, 1),
      Self.event(31, .profileView, 3, 1), Self.event(32, .profileView, 3, 0),
    ])[1]
    #expect(three.acts.sittings == 5 && three.minorSittings == 4)
    #expect(three.strangerSittings == 3)
    #expect(three.minorsViewed == 2)
    #expect(three.mostSittingsInADay == 3)
    #expect(three.minorProfileViews == 1)
  }

  @Test("counts runs to minors, each cue, and the most that one minor was sent")
  func messages() throws {
    let age = CueSet(.asksAge).rawValue
    let secrecy = CueSet(.asksSecrecy).rawValue
    let one = try Self.conducts([
      Self.event(1, .message, 0, 1, detail: age), Self.event(2, .message, 0, 2, detail: secrecy),
      Self.event(3, .message, 0, 1, detail: age | secrecy), Self.event(4, .message, 1, 0),
      Self.event(5, .message, 0, 1), Self.event(6, .message, 0, 3, detail: age),
    ])[0]
    #expect(one.acts.runs == 5 && one.runsToMinors == 4 && one.runsFromMinors == 1)
    #expect(one.minorsTalkedTo == 2)
    #expect(one.cueRuns == 3)
    #expect(one.runsByCue[Cue.asksAge.bit] == 2 && one.runsByCue[Cue.asksSecrecy.bit] == 2)
    #expect(one.mostCuesInAThread == 2 && one.mostCueRunsInAThread == 2)
  }

  @Test("tells night, school hours and weekends from a run that starts on a Friday")
  func timing() throws {
    // 04:59, 05:00, 09:00, 14:59 and 23:00 on Friday; 10:00 on Saturday; 10:00 on Monday.
    let seconds = [17_999, 18_000, 32_400, 53_999, 82_800, 122_400, 295_200]
    let three = try Self.conducts(
      seconds.map {
        Event(
          time: SimTime(rawValue: Int32($0)), kind: .profileView, actor: AccountID(3),
          target: AccountID(0))
      })[1]
    #expect(three.acts.all == 7 && three.acts.night == 2)
    #expect(three.acts.schoolHours == 3)
    #expect(three.acts.weekend == 1 && three.acts.days == 3)
  }

  @Test("knows what accounts declare, and nothing of children's conduct")
  func attributes() throws {
    let survey = try Self.survey()
    #expect(survey.accounts == [0, 3])
    #expect(survey.conducts.map(\.declaredAge) == [44, nil])
    #expect(survey.conducts.map(\.declaresPlace) == [true, true])
  }
}
