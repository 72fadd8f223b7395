import Foundation
import Testing
import Vocabulary

@testable import Reporting

@Suite("Network around an account")
struct EgoReportTests {
  static func member(
    _ account: Int, hops: Int = 1, age: Int? = 13, place: String? = "Upton", km: Double? = 0,
    mutual: Int = 0, since: SimTime? = .before, madeBy: String? = nil
  ) -> EgoReport.Member {
    EgoReport.Member(
      account: AccountID(account), hops: hops, declaredAge: age, declaredPlace: place,
      kilometres: km, mutualFriends: mutual, since: since, madeBy: madeBy)
  }

  static let context = EgoReport.Context(
    moment: "2017-04-06 00:00", hops: 1, scenario: "A <made-up> town", seed: 7, version: "0.1.0",
    calendar: CaseReportTests.calendar)

  static let report = EgoReport(
    members: [
      member(4, age: nil, place: nil, km: nil, since: SimTime(rawValue: 3_600)),
      member(9, age: 40, place: "Lowton", km: 30.4, mutual: 1, madeBy: "school"),
      member(2, hops: 0, age: 21, since: nil),
      member(3, mutual: 1, madeBy: "club"),
    ],
    ties: [
      (AccountID(2), AccountID(3)), (AccountID(2), AccountID(4)), (AccountID(2), AccountID(9)),
      (AccountID(3), AccountID(9)),
    ], facts: ["In the run so far it sent 1 request."], context: context)

  @Test("lists friends by friends in common, with what each declares and what is the truth")
  func golden() {
    #expect(
      Self.report.text(limit: 2) == """
        Account #2 as of 2017-04-06 00:00: declares age 21, Upton.
        3 friends, of whom 1 declare an age under 18 and 1 have no other friend in common with it; 1
        friendship among them.
        In the run so far it sent 1 request.
        A <made-up> town: seed 7, Tocsin 0.1.0.

                                        friends in                  made by
        account  hops  age  place   km      common  friends since   (truth)
        -------------------------------------------------------------------
             #3     1   13  Upton    0           1  before the run  club
             #9     1   40  Lowton  30           1  before the run  school
        ... and 1 more; --limit lists more.

        - 'made by (truth)' is what made a friendship that stood before the run: no platform knows it.
          Everything else is what the platform sees; ages and places are as declared.
        - Every account, person and meeting here is invented, and no message has any text. The world is
          calibrated to published totals. It is not evidence about a real platform.

        """)
  }

  @Test("gives all nodes and edges as JSON, the truth under a name of its own")
  func json() throws {
    let text = try Self.report.json()
    let graph = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let nodes = try #require(graph["nodes"] as? [[String: Any]])
    #expect(nodes.compactMap { $0["account"] as? Int } == [2, 3, 9, 4])
    #expect(nodes[1]["truthMadeBy"] as? String == "club")
    #expect(nodes[3]["truthMadeBy"] == nil)
    #expect(nodes[3]["ageGroup"] as? String == "undeclared")
    #expect(graph["edges"] as? [[Int]] == [[2, 3], [2, 4], [2, 9], [3, 9]])
  }

  @Test("draws a mark for every account and a line for every friendship, within the picture")
  func picture() {
    let svg = Self.report.svg()
    let reader = SVGReader(svg)
    #expect(reader.isWellFormed)
    #expect(reader.title == "The network around account #2 as of 2017-04-06 00:00")
    let words = reader.texts.map(\.words)
    for name in ["#2", "#3", "#4", "#9", "Upton (1)", "Lowton (1)", "no place declared (1)"] {
      #expect(words.contains(name), "\(name)")
    }
    #expect(words.contains("declares under 18 (1)"))
    #expect(svg.contains("A &lt;made-up&gt; town"))
    #expect(svg == Self.report.svg())
  }

  @Test("draws an account without friends, and no more accounts than can be told apart")
  func extremes() {
    let ego = Self.member(0, hops: 0, since: nil)
    let alone = EgoReport(members: [ego], ties: [], facts: [], context: Self.context)
    #expect(SVGReader(alone.svg()).texts.contains { $0.words.contains("no friends") })
    #expect(alone.text(limit: 10).contains("\nNobody is around it.\n"))
    let crowd = EgoReport(
      members: [ego]
        + (1...400).map { Self.member($0, place: "Town \($0 % 23)", mutual: 400 - $0) },
      ties: (1...400).map { (AccountID(0), AccountID($0)) }, facts: [], context: Self.context)
    let reader = SVGReader(crowd.svg())
    #expect(reader.isWellFormed)
    #expect(reader.words.contains("250 more accounts"))
    #expect(reader.texts.contains { $0.words.hasPrefix("elsewhere (") })
  }
}
