import Testing
import Vocabulary

@testable import Patterns

@Suite("Refusals of patterns")
struct PatternRefusalTests {
  /// A query with the part that is refused between two bars, and why it is.
  struct Refusal: Sendable, CustomStringConvertible {
    var description: String
    var words: String

    init(_ marked: String, _ words: String) {
      description = marked
      self.words = words
    }

    var query: String { description.replacing("¦", with: "") }
  }

  private static let written: [Refusal] = [
    .init("¦CREATE¦ (a:child)", "CREATE is not supported; tocsin match only reads"),
    .init("MATCH (a) ¦SET¦ a.x = 1 RETURN a", "SET is not supported; tocsin match only reads"),
    .init(
      "MATCH (a) ¦WITH¦ a RETURN a",
      "WITH is not supported; RETURN groups and counts, and MATCH may follow MATCH"),
    .init(
      "MATCH (a) RETURN a ¦UNION¦ MATCH (b) RETURN b", "UNION is not supported; ask twice"),
    .init(
      "MATCH (a) ¦UNWIND¦ [1] AS x RETURN x",
      "UNWIND is not supported; ask for each value in a query of its own, or use IN"),
    .init(
      "MATCH (a)¦-[:friend*¦]-(b) RETURN b",
      "a path without an upper bound is not supported; say how many edges at most, such as *1..3"),
    .init(
      "MATCH (a)-[:friend]-¦+¦(b) RETURN b",
      "\"+\" after an edge is not supported; say how many at most, such as {1,3} or *1..3"),
    .init(
      "MATCH (a)¦-[:friend*3..1¦]-(b) RETURN b",
      "found 3 to 1 edges, expected a range such as 1 to 3"),
    .init(
      "MATCH (a) RETURN [¦x¦ IN a.y | x]",
      "a list comprehension is not supported; use WHERE, and collect(...) in RETURN"),
    .init(
      "MATCH (a) WHERE a.name ¦=~¦ 'x' RETURN a",
      "=~ is not supported; use STARTS WITH, ENDS WITH or CONTAINS"),
    .init(
      "MATCH (a) WHERE ¦all¦(x IN a.y WHERE x) RETURN a",
      "all(...) is not supported; use EXISTS { ... } or NOT EXISTS { ... }"),
    .init("MATCH (a) RETURN a.x ¦^¦ 2", "^ is not supported; multiply"),
    .init(
      "MATCH (a) RETURN ¦COUNT¦ { (a)--(b) }",
      "COUNT { ... } is not supported; MATCH it and return count(*)"),
    .init("MATCH (a) RETURN ¦'¦abc", "the text is not ended"),
    .init(
      "MATCH (a ¦RETURN¦ a", "found \"RETURN\", expected \")\", a label or a property map"),
    .init("MATCH (a) RETURN¦¦", "found the end of the query, expected a value"),
    .init("MATCH (a) RETURN ¦1e999¦", "this number is too large"),
    .init("MATCH (a) RETURN ¦#¦", "found \"#\", which begins nothing here"),
    .init(
      "MATCH (a) RETURN a LIMIT ¦-¦1",
      "found \"-\", expected a number of rows, from 0, or a parameter"),
    .init("¦SELECT¦ 1", "SELECT is not supported; for SQL there is `tocsin query`"),
  ]

  private static let meant: [Refusal] = [
    .init(
      "MATCH (a:¦chidl¦) RETURN a",
      "there is no label \"chidl\"; there are: account, child, adult, undeclared, groomer, place, "
        + "platform, focus, school, club, workplace, alert, person"),
    .init(
      "MATCH (a)-[:¦friends¦]-(b) RETURN a",
      "there is no type of edge \"friends\"; there are: "
        + GraphCatalogue.edges.map(\.name).joined(separator: ", ")),
    .init(
      "MATCH (a:child) RETURN a.¦age¦",
      "there is no property of account \"age\"; there are: id, declared_age, opened, latitude, "
        + "longitude"),
    .init("MATCH (a:child) RETURN ¦b¦", "there is no variable \"b\"; there are: a"),
    .init(
      "MATCH (a:child) RETURN ¦size2¦(a)",
      "there is no function \"size2\"; there are: "
        + (FunctionCatalogue.all.map(\.name) + ["labels"]).joined(separator: ", ")),
    .init(
      "MATCH (a:child {id: ¦$id¦}) RETURN a",
      "there is no value for the parameter \"id\"; there are none"),
    .init(
      "MATCH ¦(a)¦ RETURN a",
      "what is this node? Give it a label, such as (n:account); it can be: account, place, "
        + "platform, focus, alert, person"),
    .init("MATCH ¦(a:child&place)¦ RETURN a", "no node has these labels together"),
    .init(
      "MATCH (a:place)¦-[:friend]-¦(b) RETURN a",
      "no such edge leads from place to any node; friend is between accounts"),
    .init("MATCH (a)¦-[:friend]->¦(b) RETURN a", "friend has no direction; write -[:friend]-"),
    .init(
      "MATCH (a:child) WHERE ¦a.declared_age¦ RETURN a",
      "a condition: found a whole number, expected true or false"),
    .init(
      "MATCH (a:child) WHERE ¦a.declared_age = 'x'¦ RETURN a",
      "=: found a text, expected a whole number"),
    .init(
      "MATCH (p:place) RETURN 5 % ¦p.latitude¦", "%: found a number, expected a whole number"),
    .init(
      "MATCH (a:child) WHERE ¦count(a)¦ > 1 RETURN a",
      "count(...) counts over many matches and stands in RETURN, in no other aggregate"),
    .init(
      "MATCH (a:child) RETURN ¦a.opened¦ + count(*)",
      "this is neither counted nor grouped by; RETURN it on its own too, or aggregate it"),
    .init(
      "MATCH (a:child) RETURN DISTINCT a ORDER BY ¦a.opened¦",
      "with DISTINCT only what is returned can be ordered by"),
    .init(
      "MATCH (a)-[r:friend*1..2]-(b) RETURN ¦r¦.since",
      "r stands for several edges, which have no property together; a property that each must "
        + "have stands in the pattern, such as [r:requested*1..2 {outcome: 'accepted'}]"),
    .init(
      "MATCH (a)-[r:friend]-(b), (a)-[¦r¦:follows]->(b) RETURN r",
      "\"r\" is taken already; give this one another name (the variable of an edge can be used "
        + "again for a node alone)"),
    .init(
      "MATCH (a:account) WHERE mutual_friends(a, ¦5¦) = 0 RETURN a",
      "mutual_friends(a, b): found a whole number, expected an account"),
  ]

  @Test("what is not of the language is refused by name, with its place", arguments: written)
  func grammar(refusal: Refusal) throws {
    try check(refusal) { _ = try Parser.query(refusal.query) }
  }

  @Test("what the graph does not have is refused by name, with its place", arguments: meant)
  func meaning(refusal: Refusal) throws {
    try check(refusal) {
      _ = try PatternQuery(refusal.query).statement(asOf: SimTime(rawValue: 0))
    }
  }

  private func check(_ refusal: Refusal, _ refused: () throws -> Void) throws {
    let error = try #require(throws: PatternError.self) { try refused() }
    var marked = Array(refusal.query)
    marked.insert("¦", at: error.range.upperBound)
    marked.insert("¦", at: error.range.lowerBound)
    #expect(String(marked) == refusal.description)
    #expect(error.fault.words() == refusal.words)
  }

  @Test("a name that is nearly one is met with the one that was meant")
  func nearest() throws {
    let error = try #require(throws: PatternError.self) {
      _ = try PatternQuery("MATCH (a:chidl) RETURN a").statement(asOf: SimTime(rawValue: 0))
    }
    let words = error.fault.words { found, known in known.contains("child") ? "child" : found }
    #expect(words == "there is no label \"chidl\"; did you mean child?")
  }

  @Test(
    "what is nested too deep, or too long, is refused before it is translated",
    arguments: [
      "RETURN " + String(repeating: "(", count: 5_000),
      "RETURN " + String(repeating: "-", count: 5_000) + "1",
      "RETURN " + String(repeating: "NOT ", count: 5_000) + "true",
      "RETURN " + Array(repeating: "1", count: 4_000).joined(separator: "+"),
      "MATCH " + Array(repeating: "(:child)", count: 100).joined(separator: ","),
      "RETURN " + Array(repeating: "1", count: 200).joined(separator: ","),
      "MATCH (b:" + String(repeating: "!", count: 5_000) + "child) RETURN b",
    ])
  func limits(rest: String) {
    #expect(throws: PatternError.self) { try Parser.query("MATCH (a:child) " + rest) }
  }
}
