import Foundation
import Testing

@testable import Patterns

@Suite("Documentation/Patterns.md")
struct PatternsPageTests {
  @Test(
    "lists the graph, the functions and what is refused as the catalogues have them",
    arguments: [PatternsPage.graph, PatternsPage.functions, PatternsPage.refused])
  func catalogues(part: String) throws {
    let page = try String(
      contentsOf: SmallGraph.references.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Documentation/Patterns.md"),
      encoding: .utf8)
    #expect(page.contains(part), "the page should hold:\n\(part)")
  }
}
