import Foundation
import Graphs
import Population
import Settings
import Testing
import Vocabulary

@testable import Storage

@Suite("The graph as it is known so far") struct LiveGraphTests {
  private static let edges = [
    "SELECT lower AS suspect, higher, since, until FROM friendship ORDER BY 1, 2, 3",
    "SELECT sender AS suspect, receiver, sent, answered, outcome, event FROM request ORDER BY 1, 2",
    "SELECT follower AS suspect, followed, since FROM follow ORDER BY 1, 2",
    "SELECT blocker AS suspect, blocked, since FROM block ORDER BY 1, 2",
    "SELECT reporter AS suspect, reported, time FROM report ORDER BY 1, 2, 3",
    """
    SELECT lower AS suspect, higher, first, last, from_lower, from_higher FROM conversation
    ORDER BY 1, 2
    """,
    "SELECT id AS suspect, platform, declared_age, declared_place, opened FROM account ORDER BY 1",
    """
    SELECT lower AS suspect, mutual_friends(lower, higher) AS mutual, distance_km(lower, higher) AS km
    FROM conversation ORDER BY lower, higher
    """,
    """
    SELECT sender AS suspect, receiver, moment(sent_calendar), moment(answered_calendar)
    FROM request_view ORDER BY 1, 2
    """,
  ]

  @Test("has after the last event the edges of the results file", arguments: edges)
  func whole(sql: String) throws {
    let folder = try TemporaryFolder()
    try SmallRun.write(to: folder.run)
    let file = try QueryConnection(opening: folder.run)
    let graph = try Self.graph(sql)
    let found = try graph.answer(after: Self.changes(of: SmallRun.log), at: SimTime(day: 2))
    #expect(try !found.isEmpty && found.map(Self.numbers) == file.rows(sql).map(Self.numbers))
  }

  @Test("knows nothing of what comes later: what is open has no end")
  func soFar() throws {
    let sql = "SELECT sender AS suspect, receiver, answered FROM request"
    let graph = try Self.graph(sql)
    let before = Self.changes(of: SmallRun.log).filter { $0.time < 55 }
    let found = try graph.answer(after: before, at: SimTime(rawValue: 55))
    // The first was accepted at 50; the second will be declined at 60.
    #expect(found.map(Self.numbers) == [[0, 1, 50], [0, 2]])
  }

  @Test("sees friends as they are then, whatever the time that is asked for")
  func friends() throws {
    let graph = try Self.graph(
      "SELECT 0 AS suspect, are_friends(0, 3) AS now, are_friends(0, 3, 95) AS later, :now AS time")
    let changes = Self.changes(of: SmallRun.log)
    let before = try graph.answer(
      after: changes.filter { $0.time < 85 }, at: SimTime(rawValue: 85))
    #expect(before.map(Self.numbers) == [[0, 1, 1, 85]])
    let after = try graph.answer(
      after: changes.filter { $0.time >= 85 }, at: SimTime(rawValue: 120))
    #expect(after.map(Self.numbers) == [[0, 0, 0, 120]])
  }

  @Test("takes events that come twice, or an answer before its request")
  func disorder() throws {
    let graph = try Self.graph("SELECT sender AS suspect, outcome FROM request")
    let changes = Self.changes(of: SmallRun.log)
    let mixed = changes.reversed() + changes + changes
    var later: [Change] = []
    for (index, change) in mixed.enumerated() {
      var change = change
      change.time = Int32(1_000 + index)
      later.append(change)
    }
    #expect(try !graph.answer(after: later, at: SimTime(day: 1)).isEmpty)
  }

  @Test(
    "refuses what no question may be",
    arguments: [
      ("SELECT groomer AS suspect FROM truth_account", "truth_account is the truth"),
      ("SELECT 1 AS suspect FROM main.truth_case", "truth_case is the truth"),
      ("SELECT actor AS suspect FROM events(0, 1)", "no such table: events"),
      ("SELECT suspect FROM alert", "no such table: alert"),
      ("SELECT 1 AS suspect, random() AS r", "random() is refused"),
      ("SELECT 1 AS suspect, julianday('now') AS r", "julianday() is refused"),
      (
        "WITH c AS (SELECT id, random() % 100 AS r FROM account) SELECT id AS suspect FROM c "
          + "WHERE r = 7", "random() is refused"
      ),
      (
        "WITH c AS (SELECT strftime('%s', 'now') AS s) SELECT 1 AS suspect, s FROM c",
        "strftime() is refused"
      ),
      (
        "WITH request_view AS (SELECT date('now') AS s) SELECT 1 AS suspect, s FROM request_view",
        "date() is refused"
      ),
      ("SELECT 1 AS suspect FROM (SELECT current_time AS s) WHERE s > 0", "is refused"),
      ("DELETE FROM account", "DELETE FROM account is refused"),
      ("SELECT 1 AS suspect; SELECT 2", "expected one statement"),
      ("  -- nothing", "expected one statement"),
      ("SELECT id AS suspect FROM account WHERE id = ?", "found the parameter ?"),
      ("SELECT id FROM account", "found the columns id, expected one named suspect"),
      ("SELECT 1 AS suspect, 2 AS n, 3 AS n", "found a column \"n\""),
      ("SELECT 1 AS suspect,\n  sendr FROM request", "sendr at line 2, column 3"),
    ])
  func refusals(sql: String, words: String) {
    let error = #expect(throws: QuestionError.self) {
      try LiveGraph.check(GraphQuestion(stepLimit: 1_000_000) { _ in (sql, []) })
    }
    #expect(error.map { "\($0)".contains(words) } == true, "\(String(describing: error))")
  }

  @Test(
    "refuses rows that are no suspicion",
    arguments: [
      ("5 AS suspect", "column suspect holds 5"),
      ("'0' AS suspect", "column suspect holds the text"),
      ("0 AS suspect, -1 AS score", "column score holds -1"),
      ("0 AS suspect, NULL AS score", "column score holds NULL"),
      ("0 AS suspect, 9e999 AS n", "column n holds inf"),
      ("0 AS suspect, 'x' AS n", "column n holds the text 'x'"),
      ("0 AS suspect, 7 AS child", "column child holds 7"),
    ])
  func badRows(columns: String, words: String) throws {
    let graph = try Self.graph("SELECT \(columns)")
    let error = #expect(throws: QuestionError.self) {
      try graph.answer(after: [], at: SimTime(day: 1))
    }
    #expect(error.map { "\($0)".hasPrefix(words) } == true, "\(String(describing: error))")
  }

  @Test("passes over rows without a suspect, and values that are NULL")
  func nulls() throws {
    let graph = try Self.graph(
      "SELECT NULL AS suspect, 1 AS n UNION ALL SELECT 3, NULL UNION ALL SELECT 2, 7")
    #expect(
      try graph.answer(after: [], at: SimTime(day: 1)) == [
        Suspicion(suspect: AccountID(3), child: nil, score: 1, values: []),
        Suspicion(
          suspect: AccountID(2), child: nil, score: 1, values: [.init(name: "n", value: 7)]),
      ])
  }

  @Test("gives up after as many steps as it was allowed")
  func steps() throws {
    let endless = """
      WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS suspect FROM n
      """
    let graph = try Self.graph(endless)
    #expect(throws: QuestionError.query(.tooManySteps(limit: 1_000_000))) {
      try graph.answer(after: [], at: SimTime(day: 1))
    }
  }

  private static let endless =
    "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n) "

  @Test("gives up on an answer of more rows than memory should hold, and says what to do")
  func rows() throws {
    let graph = try Self.graph(Self.endless + "SELECT 0 AS suspect FROM n LIMIT 10000")
    #expect(try graph.answer(after: [], at: SimTime(day: 1)).count == 10_000)
    let more = try Self.graph(Self.endless + "SELECT 0 AS suspect FROM n")
    let error = #expect(throws: QuestionError.tooManyRows(limit: 10_000)) {
      try more.answer(after: [], at: SimTime(day: 1))
    }
    #expect(error.map { "\($0)".contains("add a LIMIT, in sql or match") } == true)
  }

  @Test("stops when somebody asks it to")
  func interruption() throws {
    let graph = try Self.graph(
      Self.endless + "SELECT max(i) AS suspect FROM n", stepLimit: 1_000_000_000_000)
    #expect(throws: QuestionError.query(.interrupted)) {
      try graph.answer(after: [], at: SimTime(day: 1), isInterrupted: { true })
    }
  }

  @Test("counts searches for ways as steps", arguments: ["path(0, 1000 + i)", "hops(i, 2000)"])
  func searches(call: String) throws {
    // A ring: a way to the other side meets nearly every account.
    let count = 2_000
    let ring = Adjacency(
      vertexCount: count, from: (0..<UInt32(count)).map { $0 },
      to: (0..<UInt32(count)).map { ($0 + 1) % UInt32(count) })
    var platform = LiveGraph.Platform.empty
    platform.accounts.ages = Array(repeating: 30, count: count)
    platform.accounts.places = Array(repeating: -1, count: count)
    platform.accounts.latitudes = Array(repeating: .nan, count: count)
    platform.accounts.longitudes = Array(repeating: .nan, count: count)
    platform.accounts.opened = Array(repeating: -1, count: count)
    platform.friendships = ring
    func answer(_ searches: Int) throws -> Int {
      let sql =
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n LIMIT \(searches)) "
        + "SELECT 0 AS suspect FROM n WHERE EXISTS (SELECT 1 FROM \(call))"
      return try LiveGraph(of: platform, for: GraphQuestion(stepLimit: 500_000) { _ in (sql, []) })
        .answer(after: [], at: SimTime(day: 1)).count
    }
    #expect(try answer(10) == 10)
    #expect(throws: QuestionError.query(.tooManySteps(limit: 500_000))) { try answer(900) }
  }

  @Test("says which key allows more steps")
  func key() {
    #expect(
      "\(QuestionError.query(.tooManySteps(limit: 5_000_000)))".contains("raise million-steps"))
  }

  @Test("depends on no event that changes nothing it reads")
  func kinds() throws {
    #expect(
      try Self.graph(Self.edges[1]).kinds == [.request, .acceptance, .refusal, .expiry, .block])
    #expect(try Self.graph("SELECT follower AS suspect FROM follow_view").kinds == [.follow])
    #expect(
      try Self.graph("SELECT hops AS suspect FROM hops(0, 2)").kinds
        == [.acceptance, .unfriend, .block])
  }

  private static func graph(
    _ sql: String, stepLimit: Int = 1_000_000
  ) throws -> LiveGraph {
    let world = SmallRun.world
    return try LiveGraph(
      of: LiveGraph.Platform(
        accounts: world.declared, friendships: world.friendships.adjacency(),
        places: world.places, platforms: world.platforms,
        accountPlatforms: world.accountPlatforms, start: CalendarDate(2017, 4, 1)),
      for: GraphQuestion(stepLimit: stepLimit) { _ in (sql, []) })
  }

  private static func changes(of log: EventLog) -> [Change] {
    (0..<log.count).map { row in
      let event = log[row]
      return Change(
        kind: event.kind, time: event.time.rawValue, actor: event.actor.rawValue,
        target: event.target.rawValue, count: event.count, number: log.number(of: row))
    }
  }

  private static func numbers(of row: Suspicion) -> [Double] {
    [Double(row.suspect.rawValue)] + row.values.map(\.value)
  }

  private static func numbers(of row: [Cell]) -> [Double] {
    row.compactMap { cell in
      switch cell {
      case .integer(let value): Double(value)
      case .real(let value): value
      case .null, .text, .bytes: nil
      }
    }
  }
}
