import Foundation
import Testing

/// What Documentation/Patterns.md shows has to be what a reader gets.
@Suite("Documentation/Patterns.md, run", .tags(.endToEnd))
struct PatternsPageTests {
  @Test("shows the real output of every query")
  func queries() throws {
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      at: scratch.folder.appendingPathComponent("Scenarios"),
      withDestinationURL: Tocsin.package.appendingPathComponent("Scenarios"))
    let shown = try ShownCommand.all(of: "Documentation/Patterns.md")
    #expect(shown.count > 10)
    for command in shown {
      #expect(try command.run(in: scratch.folder) == command.output, "\(command)")
    }
  }
}
