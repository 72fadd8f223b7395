import Foundation
import Testing

@testable import Lines

@Suite("Lines of input") struct LineInputTests {
  private func lines(of text: String) throws -> [LineInput.Line] {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("tocsin-lines-\(UUID().uuidString)").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var input = try LineInput(file: path)
    var lines: [LineInput.Line] = []
    while let line = try input.next() { lines.append(line) }
    return lines
  }

  @Test(
    "come one by one, the last marked where it was cut short",
    arguments: [
      ("", []),
      ("a\n", [("a", true)]),
      ("a\n\nb", [("a", true), ("", true), ("b", false)]),
      ("\n", [("", true)]),
    ] as [(String, [(String, Bool)])])
  func ends(text: String, expected: [(String, Bool)]) throws {
    #expect(
      try lines(of: text)
        == expected.map { LineInput.Line(bytes: Array($0.0.utf8), isWhole: $0.1) })
  }

  @Test("may be longer than what is read at a time")
  func long() throws {
    let long = String(repeating: "x", count: 200_000)
    #expect(try lines(of: "\(long)\ny\n").map(\.bytes.count) == [200_000, 1])
  }

  @Test("cannot be had of a file that is not there")
  func missing() {
    #expect(
      throws: LineInputError(name: "/nowhere/a.jsonl", reason: "No such file or directory")
    ) {
      try LineInput(file: "/nowhere/a.jsonl")
    }
  }
}
