import Randomness
import Testing
import Vocabulary

@testable import Patterns

/// Values made at random, each worked out here as well.
@Suite("Logic of patterns")
struct PatternLogicTests {
  private let scratch: Scratch
  private let graph: SmallGraph

  init() throws {
    scratch = try Scratch()
    graph = try SmallGraph(in: scratch.folder)
  }

  /// A value as a query has it, and what it is: truths are 1 and 0, as SQLite gives them.
  struct Term: Sendable {
    var text: String
    var value: Int?
  }

  @Test("values of values are those of openCypher, with three truths", arguments: 0..<4)
  func values(seed: UInt64) throws {
    var random = RandomStream(seed: seed, purpose: .test, entity: 2)
    for _ in 0..<100 {
      // A query takes few labels.
      let terms = (0..<30).map { _ in Self.truth(depth: 4, &random) }
        .filter { term in term.text.count { $0 == ":" } < 2 }.prefix(20)
      let query =
        "MATCH (a:account {id: 3}) RETURN "
        + terms.enumerated().map { "\($1.text) AS t\($0)" }.joined(separator: ", ")
      let row = try #require(try graph.rows(query).first)
      for (term, cell) in zip(terms, row) {
        let expected: Cell = term.value.map { .integer(Int64($0)) } ?? .null
        #expect(cell == expected, "seed \(seed): \(term.text)")
      }
    }
  }

  @Test("a condition keeps the matches for which it is true, and no others")
  func conditions() throws {
    var random = RandomStream(seed: 1, purpose: .test, entity: 3)
    for _ in 0..<300 {
      let term = Self.truth(depth: 3, &random)
      let rows = try graph.rows("MATCH (a:account {id: 3}) WHERE \(term.text) RETURN 1")
      #expect(rows.count == (term.value == 1 ? 1 : 0), "\(term.text)")
    }
  }

  /// Something that is true, false or null; account 3 declares 17 years and no place.
  private static func truth(depth: Int, _ random: inout RandomStream) -> Term {
    guard depth > 0 else { return leaves[random.below(leaves.count)] }
    func inner() -> Term { truth(depth: random.below(depth), &random) }
    switch random.below(9) {
    case 0:
      let one = inner()
      return Term(text: "(NOT \(one.text))", value: one.value.map { 1 - $0 })
    case 1:
      return joined(inner(), "AND", inner()) { one, other in
        one == 0 || other == 0 ? 0 : one.flatMap { _ in other }
      }
    case 2:
      return joined(inner(), "OR", inner()) { one, other in
        one == 1 || other == 1 ? 1 : one.flatMap { _ in other }
      }
    case 3: return joined(inner(), "XOR", inner(), where: !=)
    case 4:
      let one = inner()
      return Term(text: "(\(one.text) IS NULL)", value: one.value == nil ? 1 : 0)
    case 5:
      let one = number(depth: depth - 1, &random)
      return Term(text: "(\(one.text) IS NOT NULL)", value: one.value == nil ? 0 : 1)
    case 6:
      let (one, some) = (inner(), [inner(), inner()])
      let isEqual = some.map { other in one.value.flatMap { one in other.value.map { $0 == one } } }
      return Term(
        text: "(\(one.text) IN [\(some.map(\.text).joined(separator: ", "))])",
        value: isEqual.contains(true) ? 1 : isEqual.contains(nil) ? nil : 0)
    case 7:
      let (condition, one, other) = (inner(), inner(), inner())
      return Term(
        text: "CASE \(condition.text) WHEN true THEN \(one.text) ELSE \(other.text) END",
        value: condition.value == 1 ? one.value : other.value)
    default:
      let (sign, holds) = comparisons[random.below(comparisons.count)]
      if random.below(2) == 0 { return joined(inner(), sign, inner(), where: holds) }
      let (one, other) = (number(depth: depth - 1, &random), number(depth: depth - 1, &random))
      return joined(one, sign, other, where: holds)
    }
  }

  private static let leaves = [
    Term(text: "true", value: 1), Term(text: "false", value: 0), Term(text: "null", value: nil),
    Term(text: "a:child", value: 1), Term(text: "a:adult", value: 0),
    Term(text: "('north' STARTS WITH 'no')", value: 1),
    Term(text: "('north' ENDS WITH 'no')", value: 0),
    Term(text: "('north' CONTAINS null)", value: nil),
  ]

  private static let comparisons: [(sign: String, holds: @Sendable (Int, Int) -> Bool)] = [
    ("=", { $0 == $1 }), ("<>", { $0 != $1 }), ("<", { $0 < $1 }), ("<=", { $0 <= $1 }),
    (">", { $0 > $1 }), (">=", { $0 >= $1 }),
  ]

  /// A small whole number, or null.
  private static func number(depth: Int, _ random: inout RandomStream) -> Term {
    let small = random.below(3)
    guard depth > 0 else {
      return [
        Term(text: "\(small)", value: small), Term(text: "a.declared_age", value: 17),
        Term(text: "a.latitude", value: nil),
      ][random.below(3)]
    }
    let one = number(depth: random.below(depth), &random)
    switch random.below(3) {
    case 0: return Term(text: "-\(one.text)", value: one.value.map { -$0 })
    case 1: return joined(one, "-", number(depth: random.below(depth), &random), of: -)
    default:
      let truth = truth(depth: random.below(depth), &random)
      return Term(
        text: "CASE \(truth.text) WHEN false THEN \(one.text) END",
        value: truth.value == 0 ? one.value : nil)
    }
  }

  /// Two values with an operator between them.
  private static func joined(
    _ one: Term, _ sign: String, _ other: Term, value: (Int?, Int?) -> Int?
  ) -> Term {
    Term(text: "(\(one.text) \(sign) \(other.text))", value: value(one.value, other.value))
  }

  /// Two numbers with an operator between them that makes null of null.
  private static func joined(
    _ one: Term, _ sign: String, _ other: Term, of number: (Int, Int) -> Int
  ) -> Term {
    joined(one, sign, other) { one, other in
      one.flatMap { one in other.map { number(one, $0) } }
    }
  }

  /// Two values with a comparison between them, which of null is null.
  private static func joined(
    _ one: Term, _ sign: String, _ other: Term, where holds: (Int, Int) -> Bool
  ) -> Term {
    joined(one, sign, other, of: { holds($0, $1) ? 1 : 0 })
  }
}
