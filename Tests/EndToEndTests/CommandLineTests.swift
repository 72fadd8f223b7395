import Foundation
import Testing

@Suite("The command line", .tags(.endToEnd)) struct CommandLineTests {
  private static let quickstart = Tocsin.scenario("quickstart.yaml")

  @Test(
    "has a page of help for every command, on standard output",
    arguments: [
      "", "run", "simulate", "replay", "score", "compare", "stress", "train", "validate",
      "hardness", "info", "match", "explain",
      "digest", "detectors",
      "scenario",
      "scenario check", "scenario new", "scenario keys", "scenario schema",
    ])
  func help(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let page = try Tocsin.run(["help"] + words)
    #expect(page.status == 0)
    #expect(page.stderr.isEmpty)
    #expect(page.stdout.contains("USAGE: tocsin \(command)"))
    #expect(page.stdout.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(try Tocsin.run(words + ["--help"]).stdout == page.stdout)
  }

  @Test(
    "refuses what it does not know with code 2, and says what to do",
    arguments: [
      (["rum"], "error: there is no subcommand \"rum\"; did you mean run?"),
      (
        ["analyse"],
        "error: there is no subcommand \"analyse\"; there are: run, simulate, replay, score, "
          + "compare, replicate, sweep, sensitivity, worker, stress, train, validate, hardness, "
          + "info, query, match, case, explain, graph, report, export, import, digest, detectors, scenario"
      ),
      (["scenario", "chek"], "error: there is no subcommand \"chek\"; did you mean check?"),
      (["run"], "error: Missing expected argument '<scenario>'"),
      (["run", "--sed", "3"], "error: Unknown option '--sed'. Did you mean '--seed'?"),
      (["run", ""], "error: <scenario>: found nothing, expected the path of a scenario file."),
      (["run", "a.yaml", "b.yaml"], "error: Unexpected argument 'b.yaml'"),
      (
        ["run", "a.yaml", "-o", ""],
        "error: --output: found nothing, expected the path of a results file."
      ),
      (
        ["compare", "a.sqlite"],
        "error: --detectors: found no side, expected what is in use and the candidate (or a --set "
          + "that makes the candidate of what is in use)."
      ),
      (
        ["compare", "a.sqlite", "a.sqlite", "--detectors", "pattern"],
        "error: <file>: found a.sqlite twice, expected worlds that differ."
      ),
      (
        ["compare", "a.sqlite", "--detectors", "pattern", "--gate", "precsion >= 0.5"],
        "error: --gate: found \"precsion\", expected a metric; did you mean precision?"
      ),
      (
        ["score", "a.sqlite", "--gate", "precision"],
        "error: --gate: found \"precision\", expected a metric, a comparison and a number such as "
          + "share_alerted_7d >= 0.6, with commas between several"
      ),
      (["detectors", "all"], "error: Unexpected argument 'all'"),
      (["run", "absent.yaml"], "absent.yaml: there is no such file; check the path"),
      (
        ["info", "absent.sqlite"],
        "error: absent.sqlite: there is no such file; check the path, or make it with `tocsin run`"
      ),
      (
        ["score", quickstart],
        "error: \(quickstart): this is not an SQLite database; name a file that `tocsin run` made"
      ),
      (
        ["scenario", "keys", "unicorn"],
        "error: no key's path or description contains \"unicorn\"; `tocsin scenario keys` lists "
          + "them all"
      ),
    ])
  func refusal(arguments: [String], firstLine: String) throws {
    try expectRefusal(arguments, firstLine)
  }

  @Test(
    "refuses the value of an option with code 2, naming the option and what was found",
    arguments: [
      (["--seed", "-1"], "error: --seed: found -1, expected a whole number from 0."),
      (["--seed", "lucky"], "error: The value 'lucky' is invalid for '--seed <seed>'"),
      (["--threads", "0"], "error: --threads: found 0, expected a number from 1 to 1024."),
      (["--threads", "-2"], "error: --threads: found -2, expected a number from 1 to 1024."),
      (["--batch", "0"], "error: --batch: found 0, expected a number from 1 to 10000000."),
      (["--batch", "few"], "error: The value 'few' is invalid for '--batch <rows>'"),
      (["--detectors", ""], "error: --detectors: found nothing, expected some of: \(detectors)"),
      (
        ["--detectors", "42"],
        "error: --detectors: found \"42\", expected some of: \(detectors); the "
          + "name of a file ends in .yaml or .json"
      ),
      (
        ["--detectors", "view-spike,view-pike"],
        "error: --detectors: found \"view-pike\", expected some of: \(detectors); "
          + "did you mean view-spike?"
      ),
      (
        ["--detectors", "view-spike,patern"],
        "error: --detectors: found \"patern\", expected some of: \(detectors); "
          + "did you mean pattern?"
      ),
      (
        ["--set", "population.acounts=5000"],
        "--set population.acounts=5000: unknown key; did you mean population.accounts?"
      ),
      (
        ["--set", "population.accounts=many"],
        "--set population.accounts=many: found \"many\", expected a whole number from 100 to "
          + "10000000 (accounts); write such a value"
      ),
      (
        ["--set", "population.accounts"],
        "--set population.accounts: found no =, expected path=value; write it as in "
          + "population.accounts=5000"
      ),
      (
        ["--output", "/nowhere/file.sqlite"],
        "error: /nowhere/file.sqlite: the folder /nowhere does not exist; make it or name "
          + "another output"
      ),
    ])
  func option(arguments: [String], firstLine: String) throws {
    let folder = try Scratch()
    try expectRefusal(["run", Self.quickstart] + arguments, firstLine, in: folder)
    #expect(try folder.names().filter { !$0.hasPrefix("std") } == [])
  }

  @Test("starts a scenario file that it takes, and never writes over a file")
  func newScenario() throws {
    let folder = try Scratch()
    let made = try Tocsin.run(["scenario", "new", "mine.yaml"], in: folder.folder)
    #expect(
      made
        == Tocsin.Ending(
          status: 0, stdout: "mine.yaml is written; change it, then: tocsin run mine.yaml\n",
          stderr: ""))
    let check = try Tocsin.run(["scenario", "check", "mine.yaml"], in: folder.folder)
    #expect(
      check.stdout
        == "mine.yaml is fine: unnamed, 20,000 accounts in 1 place, 90 days from 3 April 2017\n")
    try expectRefusal(
      ["scenario", "new", "mine.yaml"],
      "error: mine.yaml exists already; name another file, or remove it first", in: folder)
    try expectRefusal(
      ["run", "mine.yaml", "--output", "mine.yaml"],
      "error: \(folder.path("mine.yaml")): this existing file is not a run of Tocsin and is left "
        + "alone; name another output or remove the file", in: folder)
  }

  @Test(
    "prints one JSON value and nothing else where it is asked to",
    arguments: ["detectors", "scenario keys", "scenario keys holidays", "scenario schema"])
  func json(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let ending = try Tocsin.run(words + (words.last == "schema" ? [] : ["--json"]))
    #expect(ending.status == 0 && ending.stderr.isEmpty)
    _ = try JSONSerialization.jsonObject(with: Data(ending.stdout.utf8))
  }

  @Test("lists every detector with its group, what it looks for and its guide page")
  func detectorList() throws {
    struct Detector: Decodable {
      var name: String
      var group: String
      var about: String
      var `default`: Bool
      var guide: String
    }
    let list = try JSONDecoder().decode(
      [Detector].self, from: Data(Tocsin.run(["detectors", "--json"]).stdout.utf8))
    #expect(list.map(\.name).joined(separator: ", ") == Self.detectors)
    #expect(list.allSatisfy { $0.default == ($0.group == "pattern") && !$0.about.isEmpty })
    #expect(list.allSatisfy { $0.guide == "Documentation/Detectors/\($0.name).md" })
    let text = try Tocsin.run(["detectors"]).stdout
    #expect(list.allSatisfy { text.contains(" \($0.name) ") })
  }

  @Test("counts one of a thing as one")
  func one() throws {
    let check = try Tocsin.run(["scenario", "check", Self.quickstart, "--set", "calendar.days=1"])
    #expect(
      check.stdout == "\(Self.quickstart) is fine: Quickstart, 10,000 accounts in 3 places, "
        + "1 day from 24 April 2017\n")
  }

  @Test("lists the keys without empty lines or white space at a line's end")
  func keys() throws {
    let lines = try Tocsin.run(["scenario", "keys"]).stdout.dropLast()
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.filter { $0.isEmpty || $0.last == " " } == [])
  }

  @Test("is quiet when nobody reads its output to the end")
  func closedPipe() throws {
    let shell = Process()
    let errors = Pipe()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "\"$0\" scenario keys | head -n 1", Tocsin.executable.path]
    shell.standardOutput = FileHandle.nullDevice
    shell.standardError = errors
    try shell.run()
    let words = try errors.fileHandleForReading.readToEnd() ?? Data()
    shell.waitUntilExit()
    #expect(words.isEmpty)
  }

  static let detectors =
    "unconnected-outreach, rejected-by-children, view-spike, conversation-cues, messages-to-minors, "
    + "user-reports, rate-limits, recently-blocked, sybil-edge, midas-r, cue-skewness, "
    + "unlikely-contacts, always, never, random, rejecto, vote-trust, fraudar, sybil-rank"

  private func expectRefusal(
    _ arguments: [String], _ firstLine: String, in scratch: Scratch? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let ending = try Tocsin.run(arguments, in: scratch?.folder)
    let lines = ending.stderr.split(separator: "\n")
    #expect(ending.status == 2, sourceLocation: location)
    #expect(lines.first.map(String.init) == firstLine, sourceLocation: location)
    #expect(ending.stdout.isEmpty, sourceLocation: location)
  }
}
