import Foundation
import Testing

/// What Documentation/Patterns.md shows has to be what a reader gets.
@Suite("Documentation/Patterns.md, run", .tags(.endToEnd))
struct PatternsPageTests {
  @Test("shows the real output of every query")
  func queries() throws {
    let file = try URL(fileURLWithPath: Quickstart.run.get().file)
    let shown = try ShownCommand.all(of: "Documentation/Patterns.md")
    #expect(shown.count > 10)
    #expect(shown[0].command == "tocsin run Scenarios/quickstart.yaml --quiet >report.txt")
    for command in shown.dropFirst() {
      #expect(try command.run(in: file.deletingLastPathComponent()) == command.output, "\(command)")
    }
  }
}
