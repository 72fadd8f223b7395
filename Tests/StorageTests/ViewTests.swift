import GRDB
import Testing
import Vocabulary

@testable import Storage

@Suite("The readable views") struct ViewTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try SmallRun.write(to: folder.run)
  }

  @Test("have a row for each row of their table", arguments: View.all.map(\.name))
  func everyRow(view: String) throws {
    let table = view.replacing("_view", with: "")
    try DatabaseQueue(path: folder.run).read { database in
      let rows = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(view)")
      let expected = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)")
      #expect(rows == expected)
      #expect((rows ?? 0) > 0)
    }
  }

  @Test("are all the views of the file, and those that show truth say so in their name")
  func catalogue() throws {
    try DatabaseQueue(path: folder.run).read { database in
      let views = try Row.fetchAll(
        database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'view'")
      #expect(Set(views.map { $0["name"] }) == Set(View.all.map(\.name)))
      for view in views {
        let (name, sql): (String, String) = (view["name"], view["sql"])
        #expect(sql.contains("truth_") == name.hasPrefix("truth_"), "\(name)")
      }
    }
  }

  @Test("have names for codes and calendar times for seconds")
  func words() throws {
    let connection = try QueryConnection(opening: folder.run)
    #expect(
      try connection.rows(
        "SELECT sender, receiver, outcome, receiver_age, sent_calendar, answered_calendar"
          + " FROM request_view")
        == [
          [
            .integer(0), .integer(1), .text("accepted"), .integer(13),
            .text("2017-04-01 00:00:40"), .text("2017-04-01 00:00:50"),
          ],
          [
            .integer(0), .integer(2), .text("declined"), .integer(12),
            .text("2017-04-01 00:00:41"), .text("2017-04-01 00:01:00"),
          ],
        ])
    #expect(
      try connection.rows("SELECT age_group, declared_place, platform FROM account_view")
        == [
          [.text("child"), .text("Nottingham"), .text("main")],
          [.text("child"), .text("Mansfield"), .text("main")],
          [.text("child"), .null, .text("main")],
          [.text("undeclared"), .text("Mansfield"), .text("main")],
          [.text("child"), .text("Nottingham"), .text("chat")],
        ])
    #expect(
      try connection.value("SELECT reasons FROM alert_view WHERE number = 0")
        == .text("ratio 0.1 log; gap 31.0 years"))
    #expect(
      try connection.rows("SELECT age, role, profile FROM truth_account_view WHERE groomer")
        == [[.integer(44), .text("adult"), .text("direct")]])
    #expect(
      try connection.rows("SELECT since_calendar, until_calendar FROM friendship_view LIMIT 2")
        == [
          [.text("2017-04-01 00:00:50"), .text("2017-04-01 00:01:40")],
          [.text("before the run"), .text("2017-04-01 00:01:30")],
        ])
  }
}
