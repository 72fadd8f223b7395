import Foundation
import Storage
import Testing
import Vocabulary

@Suite("Detectors in other programs, on the command line", .serialized)
struct OutsideDetectorTests {
  private static let examples = Tocsin.package.appendingPathComponent("Examples/detectors")
  private static let python = Tocsin.package.appendingPathComponent(".build/python/bin/python3")

  private static let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("tocsin-outside-\(ProcessInfo.processInfo.processIdentifier)")

  /// The file of a small town with enough groomers to alert on, for five weeks.
  private static let town = Result<String, any Error> {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: folder) }
    let scenario = folder.appendingPathComponent("town.yaml")
    try """
    name: town
    calendar:
      days: 35
    population:
      accounts: 800
      groomers:
        per-adult-account: 0.05
    """.write(to: scenario, atomically: true, encoding: .utf8)
    let file = folder.appendingPathComponent("town.sqlite").path
    let run = try Tocsin.run(["simulate", scenario.path, "-o", file, "--quiet"])
    try #require(run.status == 0, "\(run.stderr)")
    return file
  }

  private func replay(_ commands: [String], _ more: [String] = []) throws -> Tocsin.Ending {
    try Tocsin.run(
      ["replay", Self.town.get(), "--quiet"]
        + commands.flatMap { ["--detector", $0] } + more)
  }

  private func lastReplay() throws -> (row: ReplayRow, alerts: [Alert]) {
    let file = try RunFile(opening: Self.town.get())
    let last = try #require(try file.replays().last)
    return (last, try file.alerts(replay: last.id))
  }

  @Test("the examples run, alert, and raise the same alerts whatever the batches")
  func examples() throws {
    try #require(
      FileManager.default.isExecutableFile(atPath: Self.python.path),
      "\(Self.python.path) is missing; Scripts/set-up-python.sh makes it, as 'make test' does")
    let commands = ["plain", "scikit", "streaming"].map {
      "'\(Self.python.path)' '\(Self.examples.path)/\($0).py'"
    }
    let whole = try replay(commands)
    #expect(whole.status == 0, "\(whole.stdout) \(whole.stderr)")
    let (row, alerts) = try lastReplay()
    #expect(row.detectors.suffix(3) == ["plain", "scikit", "streaming"])
    #expect(row.settings.hasPrefix("# plain: The program: '\(Self.python.path)'"))
    for name in row.detectors.suffix(3) {
      #expect(alerts.contains { $0.detector == name }, "\(name)")
    }
    _ = try replay(commands, ["--batch", "97"])
    #expect(try lastReplay().alerts == alerts)
  }

  @Test("plain.py is as short as it is said to be")
  func short() throws {
    let text = try String(
      contentsOf: Self.examples.appendingPathComponent("plain.py"), encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 40)
  }

  @Test("a program that fails on the way is told after the report, and results are kept")
  func failing() throws {
    let command = "read hello; echo '{\"ready\": 1, \"name\": \"brief\"}'; read line; exit 3"
    let text = try replay([command])
    #expect(text.status == 1)
    #expect(text.stdout.contains("brief: ended with exit code 3 before it answered batch 1"))
    #expect(try lastReplay().row.detectors.last == "brief")
    // A failure comes before a missed gate, and both are told.
    let gated = try replay([command], ["--gate", "accounts_alerted < 0"])
    #expect(gated.status == 1)
    #expect(gated.stdout.contains("brief: ended") && gated.stderr.contains("gate missed: "))
    let json = try replay([command], ["--json"])
    #expect(json.status == 1)
    #expect(json.stdout.contains("\"detector\" : \"brief\""), "\(json.stdout.suffix(400))")
  }

  @Test("a program that cannot be used is refused before anything is replayed")
  func refused() throws {
    let before = try lastReplayNumber()
    let missing = try replay(["no-such-program"])
    #expect(missing.status == 2)
    #expect(
      missing.stderr.contains("error: the program \"no-such-program\" ended with exit code 127"))
    let taken = try replay(["read h; echo '{\"ready\": 1, \"name\": \"view-spike\"}'; cat"])
    #expect(taken.status == 2)
    #expect(taken.stderr.contains("calls itself view-spike, as another detector is called"))
    for name in ["oracle", "any"] {
      let reserved = try replay(["read h; echo '{\"ready\": 1, \"name\": \"\(name)\"}'; cat"])
      #expect(reserved.status == 2)
      #expect(reserved.stderr.contains("calls itself \(name), as another detector"))
    }
    #expect(try replay(["true"], ["--detector-seconds", "0"]).status == 2)
    #expect(try lastReplayNumber() == before)
  }

  private func lastReplayNumber() throws -> Int {
    try RunFile(opening: Self.town.get()).replays().count
  }

  @Test("Ctrl-C ends a replay that waits for a program, and the program with it")
  func interrupted() throws {
    let scratch = try Scratch()
    let mark = scratch.path("started")
    let command = "read h; echo '{\"ready\": 1}'; touch '\(mark)'; sleep 1000; true"
    let running = try Tocsin.start(
      [
        "replay", Self.town.get(), "--quiet", "--detector", command,
      ])
    for _ in 0..<600 where !FileManager.default.fileExists(atPath: mark) { usleep(50_000) }
    usleep(300_000)
    try running.interrupt()
    #expect(try running.ending().status == 130)
  }
}
