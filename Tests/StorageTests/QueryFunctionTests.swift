import GRDB
import Storage
import Testing
import Vocabulary

@Suite("The functions of SQL") struct QueryFunctionTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try SmallRun.write(to: folder.run)
  }

  private func connection() throws -> QueryConnection { try QueryConnection(opening: folder.run) }

  @Test(
    "a friendship stands from its first second to before its last, both in tables and functions")
  func edgesOfIntervals() throws {
    let connection = try connection()
    // 0 and 1 are friends from 50 to 100, 0 and 3 from before the run to 90.
    for (time, expected) in [(-2, 0), (49, 0), (50, 1), (99, 1), (100, 0), (1 << 30, 0)] {
      #expect(
        try connection.value("SELECT are_friends(0, 1, \(time))") == .integer(Int64(expected)))
    }
    for (time, expected) in [(-2, 0), (-1, 1), (89, 1), (90, 0)] {
      #expect(
        try connection.value("SELECT are_friends(3, 0, \(time))") == .integer(Int64(expected)))
    }
    #expect(try connection.value("SELECT are_friends(1, 2)") == .integer(1), "at the end")
    #expect(try connection.value("SELECT are_friends(0, 1)") == .integer(0), "at the end")
    #expect(
      try connection.value("SELECT are_friends(0, 1, 99.9)") == .integer(1), "within a second")
  }

  @Test("mutual friends are those of a self-join, for friendships that end and begin again")
  func selfJoin() throws {
    let queue = try DatabaseQueue(path: folder.run)
    try queue.write { database in
      try database.execute(sql: "DELETE FROM truth_friendship; DELETE FROM friendship")
      var state: UInt32 = 5
      func draw(_ below: UInt32) -> Int {
        state = state &* 1_664_525 &+ 1_013_904_223
        return Int((state >> 16) % below)
      }
      for lower in 0..<5 {
        for higher in lower + 1..<5 {
          var since = draw(4) - 1
          for last in [false, false, true] where draw(4) > 0 {
            let until: Int? = last && draw(2) == 0 ? nil : since + draw(6)
            try database.execute(
              sql: "INSERT INTO friendship VALUES (?, ?, ?, ?)",
              arguments: [lower, higher, since, until])
            since = (until ?? since) + 1 + draw(3)
          }
        }
      }
    }
    try queue.close()
    let differences = try connection().rows(
      """
      WITH side(a, b, since, until) AS (
        SELECT lower, higher, since, until FROM friendship
        UNION ALL SELECT higher, lower, since, until FROM friendship),
      moments(t) AS (SELECT -2 UNION ALL SELECT t + 1 FROM moments WHERE t < 30)
      SELECT * FROM (
        SELECT x.id, y.id, t, mutual_friends(x.id, y.id, t) AS ours,
          (SELECT count(*) FROM side AS p JOIN side AS q ON p.b = q.b
            WHERE p.a = x.id AND q.a = y.id AND p.since <= t AND coalesce(t < p.until, 1)
              AND q.since <= t AND coalesce(t < q.until, 1)) AS theirs,
          are_friends(x.id, y.id, t) AS friends,
          EXISTS (SELECT 1 FROM side AS p WHERE p.a = x.id AND p.b = y.id AND p.since <= t
            AND coalesce(t < p.until, 1)) AS join_friends
        FROM account AS x, account AS y, moments)
      WHERE ours <> theirs OR friends <> join_friends
      """)
    #expect(differences == [])
    let most = "SELECT max(mutual_friends(x.id, y.id, 9)) FROM account AS x, account AS y"
    #expect(try connection().value(most + " WHERE x.id < y.id") != .integer(0), "something to find")
  }

  @Test("distances are between declared places, and NULL without one")
  func distance() throws {
    let connection = try connection()
    guard case .real(let kilometres)? = try connection.value("SELECT distance_km(0, 1)") else {
      Issue.record("no distance")
      return
    }
    // By the haversine formula, worked out apart: (52.9375, -1.15625) to (53.140625, -1.203125).
    #expect(abs(kilometres - 22.80289) < 0.001)
    #expect(try connection.value("SELECT distance_km(0, 4)") == .real(0))
    #expect(try connection.value("SELECT distance_km(0, 2)") == .null)
  }

  @Test("calendar and moment turn times into texts and back")
  func calendar() throws {
    let connection = try connection()
    #expect(
      try connection.rows(
        "SELECT calendar(0), calendar(90061), calendar(-1), moment('2017-04-02 01:01:01'),"
          + " moment('2017-04-02'), moment('2017-03-31 23:59')")
        == [
          [
            .text("2017-04-01 00:00:00"), .text("2017-04-02 01:01:01"),
            .text("2017-03-31 23:59:59"), .integer(90_061),
            .integer(86_400), .integer(-60),
          ]
        ])
  }

  @Test("of NULL, each makes NULL")
  func nulls() throws {
    for call in [
      "mutual_friends(NULL, 1)", "mutual_friends(0, NULL, 3)", "mutual_friends(0, 1, NULL)",
      "are_friends(0, NULL)", "distance_km(NULL, 0)", "calendar(NULL)", "moment(NULL)",
    ] {
      #expect(try connection().value("SELECT \(call)") == .null, "\(call)")
    }
  }

  @Test(
    "bad arguments are refused with what was found and what was expected",
    arguments: [
      (
        "mutual_friends(0, 5)",
        "mutual_friends(a, b, at): b is 5, expected the id of an account, a whole number from 0 to 4"
      ),
      ("mutual_friends(-1, 0)", "a is -1, expected the id"),
      ("are_friends('one', 0)", "a is the text 'one', expected the id"),
      ("are_friends(1.5, 0)", "a is 1.5, expected the id"),
      ("are_friends(0, 1, '2017-04-01')", "at is the text '2017-04-01', expected seconds"),
      ("distance_km(0, x'00')", "b is 1 bytes, expected the id"),
      ("calendar(1e10)", "time is 10000000000.0, expected seconds since the start, from -21"),
      ("are_friends(0, 1, \(1 << 40))", "at is 1099511627776, expected seconds since the start"),
      ("calendar('noon')", "time is the text 'noon', expected seconds"),
      ("moment(5)", "calendar is 5, expected a text"),
      ("moment('2017-02-30')", "calendar is the text '2017-02-30', expected a day"),
      ("mutual_friends(1)", "wrong number of arguments to function mutual_friends()"),
    ])
  func badArguments(call: String, words: String) throws {
    let error = try connection().error("SELECT \(call)")
    #expect(error?.isBadInput == true)
    #expect(error.map { "\($0)" }?.contains(words) == true, "\(String(describing: error))")
  }
}
