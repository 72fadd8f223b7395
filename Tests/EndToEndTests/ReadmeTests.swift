import Foundation
import Testing

/// What README.md shows has to be what a reader gets.
@Suite("README")
struct ReadmeTests {
  @Test("shows the real output of the real command, up to the mark")
  func quickstart() throws {
    let readme = try String(
      contentsOf: Tocsin.package.appendingPathComponent("README.md"), encoding: .utf8)
    let shown = try #require(
      readme.components(separatedBy: "```").first { $0.contains("were preceded by an alert") })
    let untilMark = try #require(shown.components(separatedBy: "[... here shortened").first)
    let printed = try Quickstart.run.get().stdout.split(
      separator: "\n", omittingEmptySubsequences: false)
    // The first line is the command itself.
    let expected = untilMark.drop(while: \.isNewline)
      .split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast()
    // Line by line: a difference is easier to read, and to carry over.
    for (number, line) in expected.enumerated() {
      #expect(
        printed.count > number && printed[number] == line,
        "line \(number + 1) of the output; 'make readme' renews it")
    }
    #expect(expected.count > 30)
  }
}
