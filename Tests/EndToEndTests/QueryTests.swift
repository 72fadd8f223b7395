import Foundation
import Population
import Storage
import Testing

/// What `tocsin query` prints, and how it ends.
@Suite("tocsin query")
struct QueryTests {
  let scratch: Scratch
  let file: String

  init() throws {
    let town = try Town()
    (scratch, file) = (town.scratch, town.file)
  }

  @Test("prints a table, CSV or JSON, and says how many rows there are")
  func formats() throws {
    let sql = "SELECT id, declared_place FROM account_view ORDER BY id"
    let table = try Tocsin.run(["query", file, sql, "--limit", "2"])
    #expect(table.status == 0)
    #expect(table.stdout.hasPrefix("id  declared_place\n--"))
    #expect(table.stdout.hasSuffix("\n2 of 400 rows shown; --limit gives more\n"))
    let csv = try Tocsin.run(["query", file, sql, "--csv"])
    #expect(csv.stdout.split(separator: "\n", omittingEmptySubsequences: false).count == 402)
    #expect(csv.stderr == "")
    let json = try Tocsin.run(["query", file, sql, "--json", "--limit", "3"])
    let rows = try JSONSerialization.jsonObject(with: Data(json.stdout.utf8)) as? [[String: Any]]
    #expect(rows?.map { $0["id"] as? Int } == [0, 1, 2])
    #expect(json.stderr == "note: 3 of 400 rows shown; --limit gives more\n")
  }

  @Test(
    "ends with code 2 and words on what was wrong with the question",
    arguments: [
      (["SELECT nmae FROM account"], "error: no such column: nmae\n  SELECT nmae FROM account\n"),
      (["DELETE FROM account"], "error: DELETE FROM account is refused: a query may only read"),
      (["SELECT mutual_friends(1, 'x')"], "error: mutual_friends(a, b, at): b is the text 'x'"),
      (["/* nothing */"], "error: found no statement"),
      (["SELECT 1", "--csv", "--json"], "error: --csv and --json: found both"),
      (["SELECT 1", "--limit", "-1"], "error: --limit: found -1"),
      (["SELECT 1", "--timeout", "-1"], "error: --timeout: found -1"),
    ])
  func badQuestion(arguments: [String], words: String) throws {
    let ending = try Tocsin.run(["query", file] + arguments)
    #expect(ending.status == 2)
    #expect(ending.stdout == "")
    #expect(ending.stderr.hasPrefix(words), "\(ending.stderr)")
  }

  /// A question that does not end by itself.
  private let endless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

  @Test("gives up when its time is up, with code 1")
  func timeLimit() throws {
    let ending = try Tocsin.run(["query", file, endless, "--timeout", "0.2"])
    #expect(ending.status == 1)
    #expect(ending.stderr.hasPrefix("error: no answer within 0.2 s; give more with --timeout"))
  }

  @Test("ends on Ctrl-C with code 130")
  func interrupt() throws {
    let running = try Tocsin.start(["query", file, endless])
    Thread.sleep(forTimeInterval: 0.5)
    try running.interrupt()
    let ending = try running.ending()
    #expect(ending.status == 130)
    #expect(ending.stderr == "interrupted\n")
    #expect(!ending.wasKilled)
  }

  @Test("at a terminal it asks for questions, helps to type them, and knows the earlier ones")
  func prompt() throws {
    let environment = ["XDG_STATE_HOME": scratch.path("state"), "TERM": "xterm"]
    let terminal = try PseudoTerminal(["query", file], environment: environment)
    // Keys come as they are only once the prompt is there.
    func ask(_ keys: String, _ answer: String, prompt: String = "tocsin> ") throws {
      try terminal.see(prompt)
      terminal.type(keys)
      try terminal.see(answer)
    }
    try ask("SEL\tcount(*) FR\taccount_v\t;\r", "count(*)\n--------\n     400\n1 row\n")
    try ask("SELECT 1,\r", "\n")
    try ask("2;\r", "1  2\n----\n1  2\n1 row\n", prompt: "   ...> ")
    try ask(
      "SELECT nmae FROM account;\r",
      "error: no such column: nmae\n  SELECT nmae FROM account;\n         ^\n")
    // Up twice, to the start, another letter there; to the end, and Ctrl-W takes a word back.
    try ask(
      "\u{1B}[A\u{1B}[A\u{1B}[H\u{1B}[3~s\u{05}\u{7F}, 3, word\u{17}4;\r",
      "1  2  3  4\n----------\n1  2  3  4\n1 row\n")
    try ask("SELECT 5\u{03}", "^C\n")
    try ask(".tabels\r", "error: there is no command \".tabels\"; did you mean .tables?\n")
    try ask(".schema follw\r", "error: there is no table or view follw; did you mean follow?\n")
    try ask(".schema follow\r", ") STRICT, WITHOUT ROWID;\n")
    try ask(".tables\r", "truth_stage_view")
    try ask(".quit\r", "\n")
    #expect(try terminal.status() == 0)

    let later = try PseudoTerminal(["query", file, "--csv"], environment: environment)
    try later.see("tocsin> ")
    later.type(String(repeating: "\u{10}", count: 9) + "\r")
    try later.see("count(*)\n400\n")
    try later.see("tocsin> ")
    later.type("\u{04}")
    #expect(try later.status() == 0)
  }

  @Test("reads statements from standard input where no terminal is")
  func standardInput() throws {
    let ending = try Tocsin.run(["query", file])
    #expect(ending.status == 2)
    #expect(ending.stderr.hasPrefix("error: found no statement"))
  }
}
