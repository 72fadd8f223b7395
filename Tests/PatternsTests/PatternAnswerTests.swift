import Foundation
import Storage
import Testing
import Vocabulary

@testable import Patterns

/// What queries answer on a small graph, held against another graph engine where that can be.
@Suite("Answers to patterns")
struct PatternAnswerTests {
  private let scratch: Scratch
  private let graph: SmallGraph

  init() throws {
    scratch = try Scratch()
    graph = try SmallGraph(in: scratch.folder)
  }

  /// A question, and what Kuzu answers it: made by References/answers.py.
  struct Reference: Decodable, CustomStringConvertible {
    var name: String
    var query: String
    var rows: [[Value]]
    var isOrdered: Bool
    var description: String { name }

    static func all() throws -> [Reference] {
      let file = SmallGraph.references.appendingPathComponent("answers.json")
      return try JSONDecoder().decode([Reference].self, from: Data(contentsOf: file))
    }
  }

  /// A value as both engines give it: a truth as 1 or 0, a number to nine decimals.
  enum Value: Decodable, Hashable {
    case null
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let isTrue = try? container.decode(Bool.self) {
        self = .number(isTrue ? 1 : 0)
      } else if let number = try? container.decode(Double.self) {
        self.init(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    init(_ cell: Cell) {
      switch cell {
      case .null, .bytes: self = .null
      case .integer(let number): self.init(Double(number))
      case .real(let number): self.init(number)
      case .text(let text): self = .text(text)
      }
    }

    private init(_ number: Double) { self = .number((number * 1e9).rounded() / 1e9) }
  }

  @Test("are those of another graph engine")
  func references() throws {
    let references = try Reference.all()
    #expect(references.count >= 15)
    for reference in references {
      let found = try graph.rows(reference.query).map { $0.map(Value.init) }
      if reference.isOrdered {
        #expect(found == reference.rows, "\(reference.name)")
      } else {
        #expect(counted(found) == counted(reference.rows), "\(reference.name)")
      }
    }
  }

  private func counted(_ rows: [[Value]]) -> [[Value]: Int] {
    rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The first friendship of the graph that ended, and a request with an answer.
  @Test("an edge is there from its first second until just before its last")
  func edgesOfTime() throws {
    let ended = try sql("SELECT lower, higher, since, until FROM friendship WHERE until > since")
    let (a, b, since, until) = (ended[0], ended[1], Int32(ended[2]), Int32(ended[3]))
    for (time, isThere) in [(since - 1, false), (since, true), (until - 1, true), (until, false)] {
      let found = try graph.rows(
        "MATCH (a:account {id: $a})-[r:friend]-(b {id: $b}) WHERE r.since = $since RETURN r",
        asOf: SimTime(rawValue: time),
        parameters: ["a": .integer(a), "b": .integer(b), "since": .integer(Int64(since))])
      #expect(!found.isEmpty == isThere, "\(time)")
    }
  }

  @Test("what is known only later is null, or still open")
  func knownLater() throws {
    let request = try sql(
      "SELECT sender, receiver, sent, answered FROM request WHERE answered > sent AND outcome = 1")
    let query =
      "MATCH (a:account {id: \(request[0])})-[r:requested {sent: \(request[2])}]->(b) "
      + "RETURN b.id, r.outcome, r.answered"
    let before = try graph.rows(query, asOf: SimTime(rawValue: Int32(request[3]) - 1))
    #expect(before == [[.integer(request[1]), .text("open"), .null]])
    let after = try graph.rows(query, asOf: SimTime(rawValue: Int32(request[3])))
    #expect(after == [[.integer(request[1]), .text("accepted"), .integer(request[3])]])
    #expect(try graph.rows(query, asOf: SimTime(rawValue: Int32(request[2]) - 1)) == [])
  }

  private func sql(_ text: String) throws -> [Int64] {
    var answer = Answer()
    try graph.connection.ask(text + " LIMIT 1", into: &answer)
    return try #require(answer.rows.first).compactMap {
      if case .integer(let number) = $0 { number } else { nil }
    }
  }

  @Test("nodes, edges, paths, lists and truths are made readable")
  func words() throws {
    let query =
      "MATCH p = (g:groomer)-[r:grooms]->(c) WHERE r.id = 4 "
      + "RETURN g, r, p, labels(g), g:child, collect(c)"
    let end = SimTime(day: 6)
    #expect(
      try graph.words(query, asOf: end) == [
        [
          .text("account 20"), .text("grooms 20 -> 8"), .text("[grooms 20 -> 8]"),
          .text("[account, adult]"), .text("false"), .text("[account 8]"),
        ]
      ])
    let columns = try PatternQuery(query).statement(asOf: end).columns
    let json = try graph.rows(query, asOf: end).map {
      zip(columns, $0).map { $0.type.json(for: $1) }
    }
    #expect(
      json == [
        [
          .text(#"{"node": "account", "id": 20}"#),
          .text(#"{"edge": "grooms", "from": 20, "to": 8}"#),
          .text(#"[{"edge": "grooms", "from": 20, "to": 8}]"#), .text(#"["account", "adult"]"#),
          .text("false"), .text(#"[{"node": "account", "id": 8}]"#),
        ]
      ])
  }

  @Test("a path lists its edges from left to right, from whichever end it was found")
  func pathOrder() throws {
    let query = "MATCH p = (a:account)-[:requested*2]->(b:account {id: 7}) RETURN p"
    let rows = try graph.rows(query, asOf: SimTime(day: 6))
    #expect(!rows.isEmpty)
    for row in rows {
      guard case .text(let json) = row[0] else {
        Issue.record("a path is no text: \(row)")
        continue
      }
      let edges = try JSONDecoder().decode([[String: Value]].self, from: Data(json.utf8))
      #expect(edges.count == 2)
      #expect(edges[0]["to"] == edges[1]["from"])
      #expect(edges[1]["to"] == .number(7))
    }
  }

  @Test("values of a query reach SQL bound, whatever is in them")
  func injection() throws {
    let evil = "x' OR 1=1; DROP TABLE account; --"
    let quoted = evil.replacing("'", with: "\\'")
    let statement = try PatternQuery(
      "MATCH (p:place) WHERE p.name = '\(quoted)' OR p.name = $name RETURN p.name AS `\"; DROP x`"
    ).statement(asOf: SimTime(day: 0), parameters: ["name": .text(evil)])
    #expect(!statement.sql.contains("OR 1=1"))
    #expect(statement.sql.contains("AS \"\"\"; DROP x\""))
    #expect(statement.bindings.filter { $0 == .text(evil) }.count == 2)
    var answer = Answer()
    try graph.connection.ask(statement.sql, parameters: statement.bindings, into: &answer)
    #expect(answer.rows == [])
  }

  @Test("what is put in for the row and the time is not looked at again")
  func namesOfTemplates() throws {
    #expect(
      try graph.rows("MATCH (`$at`:account {id: 1})-[`$e.`:friend]-(b) RETURN DISTINCT `$at`.id")
        == [[.integer(1)]])
  }

  @Test(
    "the kind of a node follows from labels it has not",
    arguments: [
      ("(n:!!account)-[:friend]-(m {id: 1})", "(n:account)-[:friend]-(m {id: 1})"),
      ("(n:!(account|place|platform|focus|alert))", "(n:person)"),
      ("(n:!(child|!account))", "(n:account&!child)"), ("(n:!(!place&!place))", "(n:place)"),
    ])
  func labels(negated: String, plain: String) throws {
    let found = try graph.rows("MATCH \(negated) RETURN n ORDER BY n.id")
    #expect(try found == graph.rows("MATCH \(plain) RETURN n ORDER BY n.id"))
    #expect(!found.isEmpty)
  }

  @Test("a quote in a name ends no name in SQL, also with an accent on it")
  func quotesInNames() throws {
    let rows = try graph.rows(
      """
      MATCH (`a"\u{301} JOIN x; --`:account {id: 1})
      RETURN `a"\u{301} JOIN x; --`.id AS `"\u{301} FROM sqlite_schema --`
      """)
    #expect(rows == [[.integer(1)]])
  }

  @Test("variables may be named as keywords of SQL, or apart by capitals alone")
  func names() throws {
    let query =
      "MATCH (Group:account {id: 5})-[select:friend]-(GROUP) MATCH (`a \"b`:account {id: 1})"
      + " RETURN Group.id, GROUP.id > 0, select.since, `a \"b`.id LIMIT 1"
    #expect(try graph.rows(query).first?.first == .integer(5))
  }
}
