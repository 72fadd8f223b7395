import Foundation
import Testing

/// `script` from util-linux gives the program a terminal.
@Suite(
  "Progress", .tags(.endToEnd),
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
struct ProgressTests {
  @Test("is shown on a terminal, taken away, and no part of the result")
  func shown() throws {
    let (terminal, result) = try run(options: "")
    #expect(terminal.contains("building the world"))
    let note = try #require(terminal.range(of: "note: a page with charts"))
    #expect(terminal[..<note.lowerBound].hasSuffix("\r\u{1B}[K"))
    _ = try JSONSerialization.jsonObject(with: Data(result.utf8))
  }

  @Test("is not shown to those who ask for quiet")
  func quiet() throws {
    let (terminal, result) = try run(options: "--quiet")
    #expect(terminal.isEmpty)
    _ = try JSONSerialization.jsonObject(with: Data(result.utf8))
  }

  /// What a terminal shows of a small run whose standard output is a file, and that output.
  private func run(options: String) throws -> (terminal: String, result: String) {
    let scratch = try Scratch()
    let command =
      "'\(Tocsin.executable.path)' run '\(Tocsin.scenario("quickstart.yaml"))' --json \(options)"
      + " --set population.accounts=300 --set calendar.days=5 -o run.sqlite > result"
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
    process.arguments = ["--quiet", "--return", "--command", command, "/dev/null"]
    process.currentDirectoryURL = scratch.folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    try process.run()
    let terminal = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return (
      String(decoding: terminal, as: UTF8.self),
      try String(contentsOfFile: scratch.path("result"), encoding: .utf8)
    )
  }
}
