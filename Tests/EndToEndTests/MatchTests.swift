import Foundation
import Testing

/// What `tocsin match` prints, and how it ends.
@Suite("tocsin match", .tags(.endToEnd))
struct MatchTests {
  let scratch: Scratch
  let file: String

  init() throws {
    let town = try Town()
    (scratch, file) = (town.scratch, town.file)
  }

  @Test("prints a table, CSV or JSON, with nodes as text and as objects")
  func formats() throws {
    let query = "MATCH (a:account) RETURN a, a.id = 3 AS three ORDER BY a LIMIT 2"
    let table = try Tocsin.run(["match", file, query])
    #expect(table.stderr == "")
    #expect(
      table.stdout == """
        a          three
        ----------------
        account 0  false
        account 1  false
        2 rows

        """)
    let csv = try Tocsin.run(["match", file, query, "--csv"])
    #expect(csv.stdout == "a,three\naccount 0,false\naccount 1,false\n")
    let json = try Tocsin.run(["match", file, query, "--json"])
    let rows = try JSONSerialization.jsonObject(with: Data(json.stdout.utf8)) as? [[String: Any]]
    #expect((rows?.first?["a"] as? [String: Any])?["node"] as? String == "account")
    #expect(rows?.first?["three"] as? Bool == false)
  }

  @Test("sees the graph as of a moment of the scenario's calendar, of its end if none is given")
  func moments() throws {
    let query = "MATCH ()-[r:requested]->() RETURN count(*) AS n"
    func count(_ options: [String]) throws -> Int? {
      let ending = try Tocsin.run(["match", file, query, "--csv"] + options)
      return ending.stdout.split(separator: "\n").last.flatMap { Int($0) }
    }
    let info = try Tocsin.run(["query", file, "SELECT start_date FROM run", "--csv"])
    let start = try #require(info.stdout.split(separator: "\n").last.map(String.init))
    let end = try #require(try count([]))
    #expect(try count(["--at", start]) == 0)
    let noon = try #require(try count(["--at", "\(start) 12:00"]))
    #expect(noon < end)
    #expect(try Tocsin.run(["match", file, query, "--at", "2001-01-01"]).status == 2)
  }

  @Test("--explain prints the statement, its values and SQLite's plan")
  func explain() throws {
    let query = "MATCH (a:account {id: $who}) RETURN a"
    let page = try Tocsin.run(["match", file, query, "--param", "who=3", "--explain"])
    #expect(page.status == 0)
    #expect(page.stdout.hasPrefix("SELECT a.id AS \"a\"\nFROM account AS a\nWHERE"))
    #expect(page.stdout.contains("\n?2 = 3\n"))
    #expect(page.stdout.contains("SEARCH a USING INTEGER PRIMARY KEY"))
    let json = try Tocsin.run(["match", file, query, "--param", "who=3", "--explain", "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.stdout.utf8)) as? [String: Any]
    #expect((object?["sql"] as? String)?.hasPrefix("SELECT") == true)
  }

  @Test(
    "ends with code 2, words on what was wrong, and a caret below it",
    arguments: [
      (
        ["MATCH (a:chidl) RETURN a"],
        "error: there is no label \"chidl\"; did you mean child?\n"
          + "  MATCH (a:chidl) RETURN a\n           ^\n"
      ),
      (
        ["MATCH (a:child)\nDELETE a"],
        "error: DELETE is not supported; tocsin match only reads\n  DELETE a\n  ^\n"
      ),
      (
        ["MATCH (a:child) RETURN a", "--param", "x"],
        "error: --param: found \"x\", expected name=value\n"
      ),
      (
        ["MATCH (a:child) RETURN a", "--param", "x=1", "--param", "x=2"],
        "error: --param: found x twice, expected each name once\n"
      ),
    ])
  func badQuery(arguments: [String], words: String) throws {
    let ending = try Tocsin.run(["match", file] + arguments)
    #expect(ending.status == 2)
    #expect(ending.stdout == "")
    #expect(ending.stderr == words)
  }
}
