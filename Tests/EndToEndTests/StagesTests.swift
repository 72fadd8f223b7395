import Foundation
import Testing

/// A small run, stage by stage and whole.
@Suite("The stages of a run", .tags(.endToEnd)) struct StagesTests {
  private static let small = [
    Tocsin.scenario("quickstart.yaml"), "--set", "population.accounts=600", "--set",
    "calendar.days=20", "--set", "population.groomers.per-adult-account=0.05",
  ]
  private let folder: Scratch

  init() throws { folder = try Scratch() }

  @Test("give the same digest with any number of threads, size of a batch, and again")
  func digest() throws {
    let expected = try digest(of: [])
    for options in [
      [], ["--threads", "1", "--batch", "1"], ["--threads", "2", "--batch", "7"],
      ["--threads", "1", "--batch", "4096"],
    ] {
      #expect(try digest(of: options) == expected, "with \(options)")
    }
  }

  @Test("give another digest for another seed, of everything but the parameters")
  func seed() throws {
    let first = try digest(of: ["--seed", "1"]).split(separator: "\n")
    let second = try digest(of: ["--seed", "2"]).split(separator: "\n")
    #expect(first.count == 5 && second.count == 5)
    #expect(zip(first, second).allSatisfy { $0 != $1 })
  }

  @Test("give one by one what the whole gives at once")
  func stages() throws {
    let whole = try succeed(["run"] + Self.small + ["-o", "run.sqlite", "--json"])
    #expect(try succeed(["simulate"] + Self.small + ["-o", "run-2.sqlite"]) == "run-2.sqlite\n")
    let early = try Tocsin.run(["score", "run-2.sqlite"], in: folder.folder)
    #expect(
      early
        == Tocsin.Ending(
          status: 2, stdout: "",
          stderr: "error: run-2.sqlite: no replay in it yet; "
            + "run `tocsin replay run-2.sqlite` first\n"))
    let replayed = try succeed(["replay", "run-2.sqlite", "--json"])
    let scored = try succeed(["score", "run-2.sqlite", "--json"])
    #expect(replayed == scored)
    #expect(scored.replacing("run-2.sqlite", with: "run.sqlite") == whole)
    #expect(
      try succeed(["digest", "run.sqlite"]) == succeed(["digest", "run-2.sqlite"]))
  }

  @Test("are timed where that is wanted, beside results that are the same", arguments: ["1", "2"])
  func timings(threads: String) throws {
    let command = ["run"] + Self.small + ["-o", "run.sqlite", "--json", "--threads", threads]
    let plain = try Tocsin.run(command, in: folder.folder)
    let timed = try Tocsin.run(command + ["--timings"], in: folder.folder)
    #expect(plain.status == 0 && plain.stderr.isEmpty)
    #expect(timed.status == 0 && timed.stdout == plain.stdout)
    let stages = timed.stderr.split(separator: "\n").map { line in
      line.prefix(40).trimmingCharacters(in: .whitespaces)
    }
    #expect(
      stages.filter { $0 != "save how far it is" } == [
        "build the world", "store the world", "simulate the days", "survey what accounts do",
        "store the events", "run the detectors", "measure how hard the run is", "store the edges",
        "score the alerts", "seal and finish the file", "report",
        "in all, as stages go on side by side",
        "processor time, on \(threads == "1" ? "1 thread" : "2 threads")",
      ])
    #expect(timed.stderr.split(separator: "\n").allSatisfy { $0.hasSuffix(" s") })
  }

  @Test("keep every replay, each with its own detectors and parameters")
  func replays() throws {
    _ = try succeed(["run"] + Self.small + ["-o", "run.sqlite"])
    let first = try succeed(["score", "run.sqlite"])
    let set = "detection.view-spike.limit=2"
    let second = try succeed(
      ["replay", "run.sqlite", "--detectors", "view-spike", "--set", set])
    #expect(second != first)
    #expect(try succeed(["score", "run.sqlite"]) == second)
    #expect(try succeed(["score", "run.sqlite", "--replay", "1"]) == first)
    for (number, found) in [("99", "99"), ("0", "0"), ("-1", "-1")] {
      let ending = try Tocsin.run(
        ["score", "run.sqlite", "--replay", number], in: folder.folder)
      #expect(
        ending
          == Tocsin.Ending(
            status: 2, stdout: "",
            stderr: "error: run.sqlite: there is no replay \(found), the file holds 2; "
              + "make one with `tocsin replay`\n"))
    }
    let other = try Tocsin.run(
      ["replay", "run.sqlite", "--set", "population.accounts=5000"], in: folder.folder)
    #expect(
      other
        == Tocsin.Ending(
          status: 2, stdout: "",
          stderr: "error: --set population.accounts=5000: a replay can only change keys under "
            + "detection; run the scenario again for others\n"))
    let json = ["info", "digest", "score"]
    for command in json {
      let text = try succeed([command, "run.sqlite", "--json"])
      _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    }
  }

  private func digest(of options: [String]) throws -> String {
    _ = try succeed(["run"] + Self.small + ["-o", "digest.sqlite"] + options)
    return try succeed(["digest", "digest.sqlite"])
  }

  /// Runs the program, which must not fail, nor say anything on a standard error that is a file.
  private func succeed(_ arguments: [String]) throws -> String {
    let ending = try Tocsin.run(arguments, in: folder.folder)
    #expect(ending.status == 0 && ending.stderr.isEmpty, "\(arguments): \(ending.stderr)")
    return ending.stdout
  }
}
