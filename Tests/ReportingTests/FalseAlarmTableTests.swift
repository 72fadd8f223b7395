import Activity
import Population
import Scoring
import Testing
import Vocabulary

@testable import Reporting

/// An evaluation of a world with so many accounts of some kinds, of which the first of every kind
/// was flagged in error by each of the detectors.
private func evaluation(_ world: [(Role, Int)], detectors: [String]) throws -> Evaluation {
  let roles = world.flatMap { Array(repeating: $0.0, count: $0.1) }
  let firsts = world.compactMap { kind, accounts in
    accounts == 0 ? nil : roles.firstIndex(of: kind).map { AccountID($0) }
  }
  return try Evaluation(
    truth: GroundTruth(groomers: [], cases: [], end: SimTime(day: 90)),
    alerts: detectors.flatMap { detector in
      firsts.map {
        Alert(
          detector: detector, time: SimTime(day: 1), cause: 0, suspect: $0, child: nil, score: 1,
          reasons: [])
      }
    },
    detectors: detectors,
    subjects: Subjects(roles: roles, ages: roles.map { $0 == .child ? 13 : 40 }))
}

private func lines(_ world: [(Role, Int)], detectors: [String]) throws -> [String] {
  FalseAlarmTable(evaluation: try evaluation(world, detectors: detectors)).lines
}

/// A number of detectors whose names are not alike in width.
private func names(_ count: Int) -> [String] {
  (0..<count).map { "detector-of-\(String(repeating: "x", count: 3 + $0 % 9))-\($0)" }
}

@Suite("False alarm table")
struct FalseAlarmTableTests {
  @Test("has a line for each kind that the world has; kinds that nobody has are left out")
  func kinds() throws {
    let world: [(Role, Int)] = [(.forumModerator, 40), (.child, 1_000), (.supplyTeacher, 29)]
    #expect(
      try lines(world, detectors: ["view-spike"]).joined(separator: "\n") == """
                         innocent  view-  its 95 %
        kind             accounts  spike  interval
        ------------------------------------------
        child               1,000    0.1  0.02-0.6
        supply teacher         29    few       few
        forum moderator        40    2.5    0.4-13
        """)
  }

  @Test("breaks into several tables where it is too wide, each with the kind and its accounts")
  func broken() throws {
    let detectors = [
      "unconnected-outreach", "rejected-by-children", "view-spike", "conversation-cues",
      "neighbourhood", "reports", "afternoons", "requests",
    ]
    let found = try lines([(.parent, 200), (.youthWorker, 50)], detectors: detectors)
    #expect(
      found.joined(separator: "\n") == """
                                              rejected-
                      innocent  unconnected-        by-  view-  conversation-
        kind          accounts      outreach   children  spike           cues  neighbourhood  reports
        ---------------------------------------------------------------------------------------------
        parent             200           0.5        0.5    0.5            0.5            0.5      0.5
        youth worker        50           2.0        2.0    2.0            2.0            2.0      2.0

                      innocent                             any  its 95 %
        kind          accounts  afternoons  requests  detector  interval
        ----------------------------------------------------------------
        parent             200         0.5       0.5       0.5  0.09-2.8
        youth worker        50         2.0       2.0       2.0    0.4-10
        """)
  }

  @Test("is never wider than 100 columns, and names every detector once", arguments: 1...30)
  func width(detectors: Int) throws {
    let world = Role.allCases.map { ($0, 1_000 + Int($0.rawValue) * 7) }
    let found = try lines(world, detectors: names(detectors))
    #expect(found.allSatisfy { $0.displayWidth <= Paragraph.width })
    let headers = found.filter { $0.hasPrefix("kind") }
    let columns = headers.flatMap { $0.split(separator: " ") }
    for detector in 0..<detectors {
      #expect(columns.count { $0 == "\(detector)" } == 1)
    }
    #expect(headers.allSatisfy { $0.hasPrefix("kind             accounts  ") })
    #expect(headers.last?.hasSuffix("  interval") == true)
  }

  @Test(
    "a detector's name without a hyphen is cut, and one with controls is made harmless",
    arguments: [
      (String(repeating: "long", count: 40), "longlonglongl..."),
      ("警報警報警報警報警報", "警報警報警報..."), ("a\u{1B}[2J", "a?[2J"), ("-a-", "a-"),
    ])
  func oddName(name: String, shown: String) throws {
    let text = try lines([(.child, 100)], detectors: [name, "b"]).joined(separator: "\n")
    #expect(text.contains("  \(shown)"))
    #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= 100 })
  }

  @Test("a world without an innocent account has no table, and the report says so")
  func nobody() throws {
    let text = TextReport(
      evaluation: try evaluation([], detectors: ["a"]), hardness: Town.hardness,
      context: Town.context
    )
    .rendered()
    #expect(text.contains("\n\nFlagged in error: there was no innocent account.\n\n"))
  }

  @Test("says what 'few' stands for where it stands", arguments: [(29, true), (30, false)])
  func few(accounts: Int, isSaid: Bool) throws {
    let some = try evaluation([(.child, accounts)], detectors: ["a"])
    let text = TextReport(evaluation: some, hardness: Town.hardness, context: Town.context)
      .rendered()
    #expect(text.contains("'few' stands for") == isSaid)
  }
}
