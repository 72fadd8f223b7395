import Foundation
import Testing

/// What `tocsin export` writes, read by other programs.
@Suite("tocsin export", .tags(.endToEnd)) struct ExportTests {
  private let folder: Scratch

  init() throws {
    folder = try Scratch()
    try simulate()
  }

  private func simulate(_ options: String...) throws {
    _ = try succeed(
      [
        "simulate", Tocsin.scenario("quickstart.yaml"), "--set", "population.accounts=300",
        "--set", "calendar.days=6", "-o", "town.sqlite",
      ] + options)
  }

  @Test(
    "standard readers find the numbers, values and ends that the file has",
    arguments: [([], "all"), (["--at", "2017-04-27 12:00"], "all"), ([], "child-facing")])
  func readers(at: [String], recording: String) throws {
    if recording != "all" { try simulate("--set", "recording=\(recording)") }
    for (format, output) in [
      ("graphml", "town.graphml"), ("gexf", "town.gexf"), ("csv", "town"),
      ("events-jsonl", "events.jsonl"), ("event-objects", "objects.jsonl"),
      ("events-sqlite", "events.sqlite"),
    ] {
      let ending = try Tocsin.run(
        ["export", "town.sqlite", "--format", format, "-o", output] + at, in: folder.folder)
      #expect(ending.status == 0 && ending.stdout == output + "\n", "\(ending.stderr)")
      let isPartial = recording != "all" && format.hasPrefix("event")
      #expect(ending.stderr.hasPrefix("note: the file does not hold every event") == isPartial)
    }
    // The seconds of the moment; of none, the end of time.
    let seconds = at.isEmpty ? "" : "\(3 * 86_400 + 12 * 3_600)"
    let reader = Process()
    reader.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    reader.arguments = ["python3", Self.script, folder.folder.path, seconds]
    let words = Pipe()
    reader.standardOutput = words
    reader.standardError = words
    try reader.run()
    let said = try words.fileHandleForReading.readToEnd() ?? Data()
    reader.waitUntilExit()
    #expect(reader.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
  }

  private static let script = Tocsin.package
    .appendingPathComponent("Tests/EndToEndTests/Readers/read_exports.py").path

  @Test(
    "a name that SQLite would take for a URI or for memory is a name as any other",
    arguments: ["file:a.sqlite", "file:a.sqlite?mode=memory", ":memory:"])
  func names(name: String) throws {
    try simulate("--seed", "5000000000")
    _ = try succeed(["export", "town.sqlite", "--platform-view", "-o", name])
    #expect(try folder.names() == [name, "town.sqlite"].sorted())
    _ = try succeed(["info", name, "--check", "--quiet"])
    #expect(
      try succeed(["query", name, "SELECT count(*) FROM account", "--csv"]).hasSuffix("300\n"))
    #expect(try folder.names() == [name, "town.sqlite"].sorted())
  }

  @Test("the truth goes out only where it is asked for")
  func truth() throws {
    for arguments in [[], ["--with-truth"]] {
      for (format, output, file) in [
        ("graphml", "g.graphml", "g.graphml"), ("gexf", "g.gexf", "g.gexf"),
        ("csv", "g", "g/account.csv"),
      ] {
        _ = try succeed(
          ["export", "town.sqlite", "--format", format, "-o", output] + arguments)
        let text = try String(contentsOfFile: folder.path(file), encoding: .utf8)
        #expect(text.contains("truth_groomer") == !arguments.isEmpty, "\(output)")
      }
    }
  }

  @Test(
    "ends with code 2 and words on what cannot be done",
    arguments: [
      (
        ["--format", "graphml", "-o", "town.sqlite"],
        "town.sqlite: this existing file is a database"
      ),
      (
        ["--format", "csv", "-o", "file"],
        "error: file: this is a file, and the format takes a folder"
      ),
      (
        ["--format", "events-sqlite", "-o", "file"],
        "file: this file exists already and is left alone; name another output"
      ),
      (["--format", "xls", "-o", "x"], "error: The value 'xls' is invalid for '--format"),
      (["-o", "x"], "error: Found neither --format and --platform-view"),
      (
        ["--format", "csv", "--edges", "likes", "-o", "x"],
        "error: --edges: found \"likes\", expected some of friendship,"
      ),
      (
        ["--format", "events-jsonl", "--with-truth", "-o", "x"],
        "error: --edges and --with-truth go with --format graphml, gexf, csv."
      ),
      (["--format", "csv", "--at", "1999-01-01", "-o", "x"], "error: --at: found \"1999-01-01\""),
      (["--format", "graphml", "-o", "no/x"], "error: no/x: the folder no does not exist"),
    ])
  func refusals(arguments: [String], words: String) throws {
    _ = try folder.write("mine", to: "file")
    let before = try folder.names()
    let ending = try Tocsin.run(["export", "town.sqlite"] + arguments, in: folder.folder)
    #expect(ending.status == 2 && ending.stdout == "")
    #expect(ending.stderr.contains(words), "\(ending.stderr)")
    #expect(try folder.names() == before)
  }

  /// Runs the program, which must not fail, nor say anything on a standard error that is a file.
  private func succeed(_ arguments: [String]) throws -> String {
    let ending = try Tocsin.run(arguments, in: folder.folder)
    #expect(ending.status == 0 && ending.stderr.isEmpty, "\(arguments): \(ending.stderr)")
    return ending.stdout
  }
}
