import Foundation
import Randomness
import Storage
import Testing
import Vocabulary

@testable import Patterns

/// Whatever is asked, it is refused with a place, or SQLite takes the statement.
@Suite("Fuzzed patterns")
struct PatternFuzzTests {
  private let scratch: Scratch
  private let graph: SmallGraph
  private let queries: [[String]]

  /// Words that take each other's place without the grammar noticing.
  private static let kinds: [[String]] = [
    ["=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "AND", "OR", "XOR", "IN"],
    ["a", "b", "c", "r", "p", "x", "g", "n1", "e1"],
    GraphCatalogue.nodes.flatMap(\.labelNames), GraphCatalogue.edges.map(\.name),
    FunctionCatalogue.all.map(\.name) + ["labels"],
    GraphCatalogue.nodes.flatMap { $0.properties.map(\.name) }
      + GraphCatalogue.edges.flatMap { $0.properties.map(\.name) },
    ["0", "1", "2", "5", "-3.5", "a.id", "'x'", "null", "true", "$n", "count(*)", "collect(a)"],
    ["MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "RETURN DISTINCT", "ORDER BY", "LIMIT"],
    ["(", ")", "[", "]", "{", "}", ",", ".", ":", "|", "&", "!", "..", "'", "`", "\"", "\\", "é"],
  ]

  init() throws {
    scratch = try Scratch()
    graph = try SmallGraph(in: scratch.folder)
    queries = try PatternAnswerTests.Reference.all().map { reference in
      try Lexer.tokens(of: reference.query).dropLast().map { token in
        let characters = Array(reference.query)
        return String(characters[token.range])
      }
    }
  }

  @Test("mutated queries never crash and never fail in SQLite", arguments: 0..<4)
  func mutated(seed: UInt64) throws {
    var random = RandomStream(seed: seed, purpose: .test, entity: 0)
    var translated = 0
    for _ in 0..<1_500 {
      var words = queries[random.below(queries.count)]
      for _ in 0...random.below(3) { mutate(&words, &random) }
      if try isTranslated(words.joined(separator: " ")) { translated += 1 }
    }
    #expect(translated > 200, "most mutations are refused, but not nearly all")
  }

  @Test("garbage never crashes")
  func garbage() throws {
    var random = RandomStream(seed: 1, purpose: .test, entity: 1)
    let words = Self.kinds.flatMap { $0 } + queries.flatMap { $0 } + ["\u{0}", "\u{1F600}", "\n"]
    for _ in 0..<3_000 {
      let query = (0..<random.below(30)).map { _ in words[random.below(words.count)] }
      _ = try isTranslated(
        (random.below(2) == 0 ? ["MATCH"] + query : query).joined(separator: " "))
    }
  }

  private func mutate(_ words: inout [String], _ random: inout RandomStream) {
    guard !words.isEmpty else { return }
    let place = random.below(words.count)
    switch random.below(24) {
    case 0: words.remove(at: place)
    case 1: words.insert(words[random.below(words.count)], at: place)
    case 2:
      let kind = Self.kinds[random.below(Self.kinds.count)]
      words.insert(kind[random.below(kind.count)], at: place)
    case 3: words.swapAt(place, random.below(words.count))
    default:
      // A word of the same kind; one of the query itself may well be known.
      guard let kind = Self.kinds.dropLast().first(where: { $0.contains(words[place]) }) else {
        return
      }
      let own = words.filter { kind.contains($0) && $0 != words[place] }
      let others = own.isEmpty || random.below(2) == 0 ? kind : own
      words[place] = others[random.below(others.count)]
    }
  }

  /// Whether a query is translated; SQLite then has to take the statement.
  private func isTranslated(_ query: String) throws -> Bool {
    let statement: PatternStatement
    do {
      statement = try PatternQuery(query).statement(
        asOf: SmallGraph.answered, parameters: ["n": .integer(3)])
    } catch {
      #expect(error.range.upperBound <= query.count, "\(query)")
      #expect(!error.fault.words().isEmpty)
      return false
    }
    var answer = Answer()
    do {
      try graph.connection.ask(
        "EXPLAIN " + statement.sql, parameters: statement.bindings, into: &answer)
    } catch {
      Issue.record("\(query)\n\(statement.sql)\n\(error)")
    }
    return true
  }
}
