import GRDB
import Storage
import Testing
import Vocabulary

@Suite("The tables of SQL that are worked out") struct QueryTableTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try SmallRun.write(to: folder.run, rowsPerChunk: 4)
  }

  private func connection() throws -> QueryConnection { try QueryConnection(opening: folder.run) }

  @Test("events() are the stream, in order, with names for codes")
  func everyEvent() throws {
    let connection = try connection()
    let rows = try connection.rows(
      "SELECT number, time, kind, actor, target, count FROM events")
    let log = SmallRun.log
    #expect(
      rows
        == (0..<log.count).map { row in
          let event = log[row]
          return [
            .integer(Int64(row)), .integer(Int64(event.time.rawValue)), .text(event.kind.name),
            .integer(Int64(event.actor.rawValue)),
            event.target == .none ? .null : .integer(Int64(event.target.rawValue)),
            .integer(Int64(event.count)),
          ]
        })
    #expect(
      try connection.rows("SELECT DISTINCT kind, serial, cues FROM events")
        == [
          [.text("post"), .integer(1), .null], [.text("view"), .integer(1), .null],
          [.text("profile-view"), .null, .null], [.text("follow"), .null, .null],
          [.text("request"), .null, .null], [.text("acceptance"), .null, .null],
          [.text("refusal"), .null, .null],
          [.text("message"), .null, .text("asks-age, asks-whereabouts")],
          [.text("message"), .null, .text("")], [.text("unfriend"), .null, .null],
          [.text("block"), .null, .null], [.text("report"), .null, .null],
        ])
  }

  @Test(
    "events() takes from, to, account and kind, the end left out, and NULL for any",
    arguments: [
      ("events(20, 60)", "time >= 20 AND time < 60"), ("events(41)", "time >= 41"),
      ("events(NULL, 41)", "time < 41"), ("events(41, 41)", "0"), ("events(60, 20)", "0"),
      ("events(-5, 1e12)", "1"), ("events(41.5)", "time > 41"),
      ("events(NULL, 40.5)", "time < 41"), ("events(1e300)", "0"), ("events(-1e300)", "1"),
      ("events(NULL, NULL, 2)", "actor = 2 OR target = 2"),
      ("events(NULL, NULL, NULL, 'request')", "kind = 'request'"),
      (
        "events(30, 101, 0, 'message')",
        "kind = 'message' AND 0 IN (actor, target) AND time BETWEEN 30 AND 100"
      ),
      ("events() WHERE time >= 41 AND time <= 60", "time BETWEEN 41 AND 60"),
      ("events() WHERE time > 41 AND time < 60.5", "time BETWEEN 42 AND 60"),
      ("events() WHERE time = 41", "time = 41"), ("events() WHERE time > 'text'", "0"),
      ("events() WHERE time > NULL", "0"), ("events() WHERE time = 41 AND time = 50", "0"),
      ("events(12, 60) WHERE time > 40 AND time < 70", "time BETWEEN 41 AND 59"),
      ("events() WHERE time < 40 OR time > 60", "time < 40 OR time > 60"),
      ("events() WHERE time < 60 OR time > 40", "1"),
      ("events() WHERE time = 41 OR time > 60", "time = 41 OR time > 60"),
    ])
  func arguments(asked: String, filter: String) throws {
    let connection = try connection()
    // A copy that nothing can be pushed into.
    let all = "(SELECT +number AS number, +time AS time, kind, actor, target FROM events)"
    let expected = try connection.rows("SELECT number FROM \(all) WHERE \(filter)")
    #expect(try connection.rows("SELECT number FROM \(asked)") == expected)
    #expect(
      try connection.rows("SELECT number FROM \(asked) ORDER BY number DESC") == expected.reversed()
    )
    #expect(try connection.rows("SELECT number FROM \(asked) ORDER BY time, number") == expected)
  }

  @Test("a chunk that lies outside of the times asked for is not read")
  func pruning() throws {
    try DatabaseQueue(path: folder.run).write {
      try $0.execute(
        sql: "UPDATE event_chunk SET kinds = zeroblob(count) WHERE first_id IN (0, 12)")
    }
    let connection = try connection()
    #expect(try connection.value("SELECT count(*) FROM events(40, 100)") == .integer(7))
    #expect(
      try connection.value("SELECT count(*) FROM events WHERE time >= 40 AND time < 100")
        == .integer(7))
    guard case .file(.corrupt(_, let detail))? = connection.error("SELECT count(*) FROM events")
    else {
      Issue.record("a damaged chunk goes unnoticed")
      return
    }
    #expect(detail.contains("from event 0 on, a chunk holds events of an unknown kind"))
  }

  @Test("what a file does not hold is said, and only where it matters")
  func recording() throws {
    try DatabaseQueue(path: folder.run).write {
      try $0.execute(sql: "UPDATE run SET recording = 'none', digest = printf('%064d', 0)")
    }
    let connection = try connection()
    _ = try connection.rows("SELECT * FROM events")
    #expect(
      connection.notes == [
        "this file holds no views, profile views and messages (recording: none); so does events()"
      ])
    _ = try connection.rows("SELECT * FROM events(NULL, NULL, NULL, 'request')")
    #expect(connection.notes == [])
  }

  @Test("neighbours() are the friendships that stand at a time, for each row of a join")
  func neighbours() throws {
    let connection = try connection()
    for time in [-2, -1, 0, 49, 50, 89, 90, 99, 100, 200_000] {
      let found = try connection.rows(
        "SELECT a.id, n.* FROM account AS a, neighbours(a.id, \(time)) AS n ORDER BY 1, 2")
      let expected = try connection.rows(
        """
        SELECT * FROM (
          SELECT lower, higher, since, until FROM friendship
          UNION ALL SELECT higher, lower, since, until FROM friendship)
        WHERE since <= \(time) AND coalesce(\(time) < until, 1) ORDER BY 1, 2
        """)
      #expect(found == expected)
    }
    #expect(
      try connection.rows("SELECT neighbour FROM account AS a JOIN neighbours(a.id) WHERE a.id = 1")
        == [[.integer(2)], [.integer(3)]])
    #expect(try connection.rows("SELECT * FROM neighbours(NULL)") == [])
  }

  @Test("rows that OR finds in two ways are each given once")
  func alternatives() throws {
    let connection = try connection()
    func rows(_ condition: String) throws -> [[Cell]] {
      try connection.rows(
        "SELECT arg_account, arg_at, neighbour FROM neighbours WHERE \(condition) ORDER BY 1, 2, 3")
    }
    let (one, other) = ("arg_account = 1 AND arg_at = 60", "arg_account = 3 AND arg_at = 10")
    let both = try rows(one) + rows(other)
    #expect(both.count == 5)
    #expect(try rows("(\(one)) OR (\(other))") == both)
    #expect(try rows("(\(one)) OR (\(other)) OR (\(one) AND neighbour > 0)") == both)
    #expect(
      try connection.value(
        "SELECT count(*) FROM events WHERE (arg_from = 41 AND arg_to = 60) OR (arg_from = 60)")
        == connection.value("SELECT count(*) FROM events(41)"))
  }

  @Test("hops() and path() lead as far as friendships do")
  func ways() throws {
    let connection = try connection()
    // At 60 the friendships are 0-1, 0-3, 1-2 and 1-3; nobody knows 4.
    #expect(
      try connection.rows("SELECT * FROM hops(2, 9, 60)")
        == [[.integer(1), .integer(1)], [.integer(0), .integer(2)], [.integer(3), .integer(2)]])
    #expect(try connection.rows("SELECT * FROM hops(2, 1, 60)") == [[.integer(1), .integer(1)]])
    #expect(try connection.rows("SELECT * FROM hops(2, 0, 60)") == [])
    #expect(
      try connection.rows("SELECT * FROM path(2, 0, 60)")
        == [
          [.integer(0), .integer(2)], [.integer(1), .integer(1)], [.integer(2), .integer(0)],
        ])
    #expect(try connection.value("SELECT max(step) FROM path(0, 2, 10)") == .integer(3), "by 3, 1")
    #expect(try connection.rows("SELECT * FROM path(0, 4, 60)") == [])
    #expect(try connection.rows("SELECT * FROM path(3, 3, 60)") == [[.integer(0), .integer(3)]])
  }

  @Test(
    "bad arguments are refused with what was found and what was expected",
    arguments: [
      ("neighbours", "neighbours(account, at): account is missing"),
      ("neighbours(5)", "neighbours(account, at): account is 5, expected the id of an account"),
      ("neighbours(1, 1e10)", "at is 10000000000.0, expected seconds since the start, from -21"),
      ("neighbours(1, 'now')", "at is the text 'now', expected seconds"),
      ("hops(1)", "hops(account, k, at): k is missing"),
      ("hops(1, -1)", "k is -1, expected a whole number from 0"),
      ("hops(1, 2.5)", "k is 2.5, expected a whole number from 0"),
      ("path(1, x'00')", "path(a, b, at): b is 1 bytes, expected the id"),
      ("events(NULL, NULL, 9)", "events(from, to, account, kind): account is 9, expected the id"),
      ("events(NULL, NULL, NULL, 'mail')", "kind is the text 'mail', expected one of post, view,"),
      ("events(NULL, NULL, NULL, 3)", "kind is 3, expected the name of a kind"),
      ("events('2017-04-01')", "from is the text '2017-04-01', expected seconds"),
      ("neighbours(1, 2, 3)", "too many arguments on neighbours() - max 2"),
    ])
  func badArguments(table: String, words: String) throws {
    let error = try connection().error("SELECT * FROM \(table)")
    #expect(error?.isBadInput == true)
    #expect(error.map { "\($0)" }?.contains(words) == true, "\(String(describing: error))")
  }
}
