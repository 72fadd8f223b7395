import Testing
import Vocabulary

@testable import Reporting

@Suite("Why an alert was raised, in a sentence")
struct AlertSentenceTests {
  private static func sentence(_ because: String, _ reasons: [Alert.Reason]) -> String {
    AlertSentence(
      of: Alert(
        detector: "rule", time: SimTime(day: 1), cause: 0, suspect: AccountID(7), child: nil,
        score: 1, reasons: reasons), because: because
    ).text
  }

  @Test(
    "has each value as people say it",
    arguments: [
      (5.0, "accounts", "5"), (1_250, "accounts", "1,250"), (3, "cues", "3"),
      (0.834, "share", "83 %"), (0.031, "share", "3.1 %"), (1, "share", "100 %"),
      (7.2, "nats", "1,300 times"), (0.7, "nats", "2.0 times"), (12.3, "nats", "220,000 times"),
      (2_000, "nats", "more than 1,000,000,000,000,000 times"), (9.43, "sittings", "9.4 sittings"),
      (1, "sittings", "1 sitting"), (2, "sittings per day", "2 sittings per day"),
      (-0.25, "", "-0.25"),
    ])
  func values(value: Double, unit: String, expected: String) {
    let reason = Alert.Reason(name: "x", value: value, unit: unit)
    #expect(Self.sentence("did {x} then", [reason]) == "#7 did \(expected) then.")
  }

  @Test("leaves the unit of what is counted to the wording")
  func unit() {
    let reason = Alert.Reason(name: "sent", value: 40, unit: "requests")
    #expect(Self.sentence("sent {sent} requests", [reason]) == "#7 sent 40 requests.")
  }

  @Test("lists the reasons where there is no wording, or it speaks of one that is missing")
  func listed() {
    let reasons = [
      Alert.Reason(name: "rejecting-children", value: 3, unit: "accounts"),
      Alert.Reason(name: "share", value: 0.5, unit: "share"),
    ]
    let listed = "rule alerted on #7: rejecting children: 3 accounts; share: 50 %."
    #expect(Self.sentence("", reasons) == listed)
    #expect(Self.sentence("has {another}", reasons) == listed)
    #expect(Self.sentence("has {share", reasons) == listed)
    #expect(Self.sentence("", []) == "rule alerted on #7, and gives no reason.")
    #expect(Self.sentence("is blocked", []) == "#7 is blocked.")
  }
}

@Suite("The report of an alert")
struct AlertReportTests {
  private static let alert = Alert(
    detector: "rejected-by-children", time: SimTime(day: 9), cause: 31, suspect: AccountID(7),
    child: AccountID(3), score: 0.987_654,
    reasons: [
      Alert.Reason(name: "rejecting-children", value: 2, unit: "accounts", events: [12, 31]),
      Alert.Reason(name: "answering-children", value: 3, unit: "accounts"),
    ])

  private static let report = AlertReport(
    of: alert,
    context: AlertContext(
      number: 4, replay: 2, alertCount: 1_500,
      because: "was declined by {rejecting-children} of {answering-children} under-18s",
      about: "Requests that children decline.", guide: "Documentation/Detectors/x.md",
      parameters: [("limit", "2"), ("quiet-days", "30")],
      suspect: AlertContext.Party(declaredAge: 41, declaredPlace: "Retford", accountDays: 12.25),
      child: AlertContext.Party(declaredAge: nil, declaredPlace: nil, accountDays: 1_461),
      between: AlertContext.Between(mutualFriends: 1, kilometres: nil),
      events: [
        AlertContext.Cited(
          number: 12,
          event: Event(
            time: SimTime(day: 8), kind: .block, actor: AccountID(2), target: AccountID(7)),
          other: AlertContext.Party(declaredAge: 13, declaredPlace: "Ayton", accountDays: 5),
          between: AlertContext.Between(mutualFriends: 0, kilometres: 21.6)),
        AlertContext.Cited(
          number: 31,
          event: Event(
            time: SimTime(day: 9), kind: .refusal, actor: AccountID(3), target: AccountID(7)),
          other: AlertContext.Party(declaredAge: nil, declaredPlace: nil, accountDays: 1_461),
          between: AlertContext.Between(mutualFriends: 1, kilometres: nil)),
      ], notes: ["1 event behind the alert could not be found in the run."],
      truth: "#7 is a groomer", calendar: { "day \($0.day)" }))

  @Test("tells why, on whom, by what, and the events behind it")
  func golden() {
    #expect(
      Self.report.text() == """
        #7 was declined by 2 of 3 under-18s.
        Alert 4 of the 1,500 of replay 2, by rejected-by-children on day 9, score 0.9877.

        Suspect #7: declares age 41 and Retford; the account was 12.2 days old.
        About #3: declares no age and no place; the account was 4.0 years old.
        The two had 1 friend in common then; one of them declares no place.

        What rejected-by-children looks for: Requests that children decline.
        With limit: 2, quiet-days: 30.
        More: Documentation/Detectors/x.md

        reason              value  unit      shown by events
        ----------------------------------------------------
        rejecting-children      2  accounts  12 31
        answering-children      3  accounts

                                      the other            km  friends in
        event  when   what happened   declares          apart      common
        -----------------------------------------------------------------
          12   day 8  #2 blocks it    13, Ayton            22           0
          31*  day 9  #3 declines it  no age, no place                  1

        * the event at which the alert was raised. Distances are between declared places, friends in common
        as of just before the event.

        - 1 event behind the alert could not be found in the run.
        - The truth, which no detector sees: #7 is a groomer.

        """)
  }

  @Test("says the same events in words, whichever kind they are")
  func words() {
    func words(_ kind: EventKind, from actor: Int, to target: Int, count: UInt8 = 1) -> String {
      let event = Event(
        time: SimTime(day: 0), kind: kind, actor: AccountID(actor), target: AccountID(target),
        detail: kind == .message ? CueSet(.asksAge).rawValue : 0, count: count)
      return EventWords(event: event, suspect: AccountID(7)).sentence
    }
    #expect(words(.request, from: 7, to: 2) == "it asks #2 to be friends")
    #expect(words(.view, from: 7, to: 2, count: 3) == "it looks at 3 posts of #2")
    #expect(words(.message, from: 7, to: 2) == "it writes #2 1 message (asks-age)")
    #expect(words(.report, from: 2, to: 7) == "#2 reports it")
  }
}
