import Foundation
import Testing

/// What Documentation/Queries.md shows has to be what a reader gets.
@Suite("Queries.md")
struct QueriesPageTests {
  @Test("shows the real answer to each of its twenty questions")
  func answers() throws {
    let page = try String(
      contentsOf: Tocsin.package.appendingPathComponent("Documentation/Queries.md"),
      encoding: .utf8)
    let file = try Quickstart.run.get().file
    let shown = page.matches(of: /```sql\n((?s).*?)```\n\n```\n((?s).*?)```\n/)
    for (number, match) in shown.enumerated() {
      let ending = try Tocsin.run(["query", file, String(match.1)])
      #expect(ending.stderr == "", "question \(number + 1)")
      #expect(
        ending.stdout == match.2, "the answer to question \(number + 1); 'make queries' renews it")
    }
    #expect(shown.count == 20)
    #expect(
      page.matches(of: #/\n### [0-9]+\. /#).count == 20, "a question of another form is skipped")
  }
}
