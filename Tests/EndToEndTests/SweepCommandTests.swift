import Foundation
import Testing

@Suite("tocsin replicate, sweep, worker", .tags(.endToEnd)) struct SweepCommandTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    _ = try scratch.write(
      """
      name: tiny
      seed: 5
      calendar:
        days: 16
      population:
        accounts: 300
        groomers:
          per-adult-account: 0.1
      """, to: "tiny.yaml")
  }

  private func run(_ words: String...) throws -> Tocsin.Ending {
    try Tocsin.run(words, in: scratch.folder)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: scratch.path(name), encoding: .utf8)
  }

  private func worker(_ jobs: String, _ words: String = "") throws -> Tocsin.Ending {
    let path = try scratch.write(jobs, to: "jobs.jsonl")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "'\(Tocsin.executable.path)' worker \(words) < '\(path)' > out.jsonl 2> err.txt",
    ]
    process.currentDirectoryURL = scratch.folder
    try process.run()
    process.waitUntilExit()
    return Tocsin.Ending(
      status: process.terminationStatus, stdout: try text("out.jsonl"),
      stderr: try text("err.txt"))
  }

  private static let sweep = [
    "sweep", "tiny.yaml", "--vary", "population.groomers.per-adult-account=0.05,0.2", "--vary",
    "calendar.days=12..16:2", "--seeds", "2", "--quiet",
  ]

  @Test("a sweep is what a worker makes of its jobs, on any number of threads")
  func worker() throws {
    let ending = try Tocsin.run(
      Self.sweep + ["-o", "a.jsonl", "--threads", "1"], in: scratch.folder)
    #expect(ending.status == 0, "\(ending.stderr)")
    #expect(ending.stdout.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let results = try text("a.jsonl")
    #expect(results.split(separator: "\n").count == 8)
    #expect(
      try Tocsin.run(Self.sweep + ["-o", "b.jsonl", "--threads", "3"], in: scratch.folder).status
        == 0)
    #expect(try text("b.jsonl") == results)
    let jobs = try Tocsin.run(Self.sweep + ["--jobs-only"], in: scratch.folder).stdout
    #expect(
      jobs.hasPrefix(
        #"{"overrides":["population.groomers.per-adult-account=0.05","calendar.days=12"],"#
          + #""scenario":"tiny.yaml","seed":5}"# + "\n"))
    let ending2 = try worker(jobs)
    #expect(ending2.status == 0 && ending2.stdout == results && ending2.stderr.isEmpty)
  }

  @Test("the results of a sweep are a page, and stand on none beside another file")
  func page() throws {
    #expect(
      try Tocsin.run(Self.sweep + ["-o", "a.jsonl"], in: scratch.folder).status == 0)
    let report = try run("report", "a.jsonl")
    #expect(report.status == 0 && report.stdout == "a.html is written; open it in a browser\n")
    let page = try text("a.html")
    #expect(page.contains("4 points, seeds 5 to 6, 8 worlds measured."))
    for key in ["population.groomers.per-adult-account", "calendar.days"] {
      #expect(page.contains("<h2 id=\"key-") && page.contains(">\(key)</h2>"), "\(key)")
    }
    let pair = try run("report", "a.jsonl", "a.jsonl")
    #expect(pair.status == 2 && pair.stderr.contains("expected them alone"))
    _ = try scratch.write("{}\n", to: "none.jsonl")
    let results = try text("a.jsonl")
    _ = try scratch.write(results + results, to: "twice.jsonl")
    let twice = try run("report", "twice.jsonl")
    #expect(twice.status == 2)
    #expect(twice.stderr.contains("twice.jsonl:9: found a point once more with the same seed"))
    let none = try run("report", "none.jsonl")
    #expect(none.status == 2 && none.stderr.contains("line 1: found no result"))
  }

  @Test("a sweep that is killed goes on to the same bytes, and one that is done runs nothing again")
  func killed() throws {
    let words = ["replicate", "tiny.yaml", "--seeds", "1..8", "--quiet", "--threads", "1"]
    #expect(try Tocsin.run(words + ["-o", "whole.jsonl"], in: scratch.folder).status == 0)
    let whole = try text("whole.jsonl")
    let program = try Tocsin.start(words + ["-o", "a.jsonl"], in: scratch.folder)
    let partial = scratch.path("a.jsonl.partial")
    while program.isRunning,
      ((try? Data(contentsOf: URL(fileURLWithPath: partial)))?.count ?? 0) == 0
    {
      Thread.sleep(forTimeInterval: 0.01)
    }
    program.send(SIGKILL)
    #expect(try program.ending().wasKilled)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("a.jsonl")))
    // As if it had been killed in the middle of a line.
    let end = try FileHandle(forWritingTo: URL(fileURLWithPath: partial))
    try end.seekToEnd()
    try end.write(contentsOf: Data(#"{"digest":"ab"#.utf8))
    try end.close()
    let resumed = try Tocsin.run(words + ["-o", "a.jsonl"], in: scratch.folder)
    #expect(resumed.status == 0)
    #expect(resumed.stderr.contains("note: goes on with the "))
    #expect(resumed.stderr.contains("half a line behind them is dropped"))
    #expect(try text("a.jsonl") == whole)
    let again = try Tocsin.run(words + ["-o", "a.jsonl"], in: scratch.folder)
    #expect(again.stderr == "note: all results are there already; nothing is run again\n")
    #expect(again.stdout == resumed.stdout)
    // Another experiment, and another scenario under the same name, are refused.
    let other = try Tocsin.run(
      ["replicate", "tiny.yaml", "--seeds", "2..9", "-o", "a.jsonl"], in: scratch.folder)
    #expect(other.status == 2 && other.stderr.contains("these are results of another experiment"))
    let fewer = try Tocsin.run(
      ["replicate", "tiny.yaml", "--seeds", "1..9", "-o", "a.jsonl"], in: scratch.folder)
    #expect(fewer.status == 2 && fewer.stderr.contains("found results of 8 jobs, expected 9"))
    let scenario = try text("tiny.yaml")
    _ = try scratch.write(scenario.replacing("300", with: "310"), to: "tiny.yaml")
    let changed = try Tocsin.run(words + ["-o", "a.jsonl"], in: scratch.folder)
    #expect(changed.status == 2 && changed.stderr.contains("has changed since these results"))
    #expect(try text("a.jsonl") == whole)
  }

  @Test("a job that fails is a result with its error, and the rest goes on")
  func failing() throws {
    let ending = try worker(
      """
      {"scenario":"tiny.yaml","id":"x","detectors":["view-spike"]}
      {"scenario":"tiny.yaml","sead":3}

      {"scenario":"tiny.yaml","overrides":["population.acounts=3"]}
      {"scenario":"nowhere.yaml"}
      {"scenario":"tiny.yaml","detectors":["view-spik"]}
      {"scenario":"tiny.yaml","seed":1.5}
      {"scenario":"tiny.yaml","overrides":"a=1"}
      [1]
      nonsense
      """, "--threads 2")
    #expect(ending.status == 0 && ending.stderr.isEmpty)
    let lines = ending.stdout.split(separator: "\n").map(String.init)
    let expected = [
      #""job":{"detectors":["view-spike"],"id":"x","overrides":[],"scenario":"tiny.yaml"}"#,
      #"line 2: job: found the key \"sead\", expected"#,
      "unknown key; did you mean population.accounts?",
      "nowhere.yaml: there is no such file",
      "did you mean view-spike?",
      "line 7: job.seed: found 1.5, expected a whole number from 0 to",
      #"line 8: job.overrides: found \"a=1\", expected a list of settings"#,
      "line 9: job: found a list, expected an object",
      "line 10: job: ",
    ]
    #expect(lines.count == expected.count)
    for (line, part) in zip(lines, expected) { #expect(line.contains(part), "\(line)") }
    #expect(lines[0].contains(#""metrics":["#) && !lines[0].contains(#""error""#))
    #expect(lines.dropFirst().allSatisfy { $0.contains(#"{"error":{"kind":"#) })
  }

  @Test(
    "a point that a rule between keys refuses is told, with code 1, and the others are measured")
  func failingPoint() throws {
    // Both ends of each key can be run, and so can both ends of the grid; 0.9 and 0.6 together not.
    let words = [
      "sweep", "tiny.yaml", "--vary", "activity.endings.unfriend-per-day=0,0.9", "--vary",
      "activity.endings.block-per-day=0.6,0", "-o", "a.jsonl", "--quiet", "--detectors",
      "view-spike",
    ]
    let ending = try Tocsin.run(words, in: scratch.folder)
    #expect(ending.status == 1 && ending.stderr.isEmpty, "\(ending.stderr)")
    let told = ending.stdout.replacing(/\s+/, with: " ")
    #expect(
      told.contains("Worlds that could not be measured: - job 3: --set activity.endings"),
      "\(told)")
    #expect(told.contains("together they must not exceed 1"))
    let results = try text("a.jsonl").split(separator: "\n")
    #expect(
      results.map { $0.contains(#""error":{"kind":"scenario""#) } == [false, false, true, false])
    // Nothing is run again for the point that cannot be run, and the code stays.
    let again = try Tocsin.run(words, in: scratch.folder)
    #expect(again.status == 1 && again.stdout == ending.stdout)
  }

  @Test("jobs that failed are tried again where that is asked for, and the others stay as they are")
  func retried() throws {
    let words = ["replicate", "tiny.yaml", "--seeds", "1..4", "-o", "a.jsonl", "--quiet"]
    #expect(try Tocsin.run(words, in: scratch.folder).status == 0)
    let whole = try text("a.jsonl")
    // As if a disk had been full for two of the worlds.
    let lines = whole.split(separator: "\n").enumerated().map { index, line in
      index % 2 == 0
        ? String(line)
        : #"{"error":{"kind":"run","what":"disk full"},"job":{"overrides":[],"scenario":"tiny.yaml","#
          + #""seed":\#(index + 1)},"version":"0.1.0"}"#
    }
    _ = try scratch.write(lines.joined(separator: "\n") + "\n", to: "a.jsonl")
    let plain = try Tocsin.run(words, in: scratch.folder)
    #expect(plain.status == 1 && plain.stderr.contains("nothing is run again"))
    #expect(plain.stdout.contains("job 2: disk full"))
    #expect(try text("a.jsonl") != whole)
    let again = try Tocsin.run(words + ["--retry-failed"], in: scratch.folder)
    #expect(again.status == 0 && again.stderr.contains("2 jobs that failed: tried again"))
    #expect(try text("a.jsonl") == whole)
    #expect(try scratch.names() == ["a.jsonl", "tiny.yaml"])
    // As if the program had been ended between using what it retried and removing it.
    _ = try scratch.write(
      whole.split(separator: "\n")[1...2].joined(separator: "\n") + "\n", to: "a.jsonl.retried")
    let nothing = try Tocsin.run(words + ["--retry-failed"], in: scratch.folder)
    #expect(try scratch.names() == ["a.jsonl", "tiny.yaml"])
    #expect(nothing.status == 0 && !nothing.stderr.contains("tried again"))
  }

  @Test("the parts of a cluster's sweep are of one file of jobs and one number of parts")
  func parts() throws {
    _ = try scratch.write((1...10).map { "\($0)\n" }.joined(), to: "jobs.jsonl")
    let script = Tocsin.package.appendingPathComponent("Deploy/part.sh").path
    func part(_ number: Int, of parts: Int) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      // A command of this name that hands its input back stands for tocsin.
      process.arguments = [
        "-c",
        "tocsin() { cat; }; export -f tocsin; "
          + "'\(script)' \(number) \(parts) jobs.jsonl results 2> err.txt",
      ]
      process.currentDirectoryURL = scratch.folder
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    for number in 0..<3 { #expect(try part(number, of: 3) == 0) }
    #expect(try part(1, of: 3) == 0)
    let put = try (0..<3).map { try text("results/0000000\($0).jsonl") }.joined()
    #expect(try put == text("jobs.jsonl"))
    #expect(try part(0, of: 4) == 2)
    #expect(try text("err.txt").contains("results: found 3 parts of "))
    _ = try scratch.write("another\n", to: "jobs.jsonl")
    #expect(try part(0, of: 3) == 2)
  }

  @Test(
    "a sweep's table and JSON have every metric of every point, and each world's areas and prices")
  func tables() throws {
    let ending = try run(
      "sweep", "tiny.yaml", "--vary", "detection.view-spike.limit=5,8", "--set",
      "calendar.days=8", "-o", "a.jsonl", "--csv", "a.csv", "--sqlite", "a.sqlite", "--json",
      "--quiet", "--detectors", "view-spike")
    #expect(ending.status == 0, "\(ending.stderr)")
    let rows = try text("a.csv").split(separator: "\n")
    #expect(
      rows[0]
        == "job,scenario,seed,detection.view-spike.limit,detector,metric,unit,value,low,high,count,"
        + "total,error")
    #expect(rows[1].hasPrefix("1,tiny.yaml,5,5,view-spike,meetings,meetings,"))
    #expect((rows.count - 1) % 4 == 0 && rows.last?.hasPrefix("2,tiny.yaml,5,8,any,") == true)
    for metric in ["roc-area", "average-precision"] {
      let row = rows.first { $0.hasPrefix("1,tiny.yaml,5,5,view-spike,\(metric),") }
      #expect(row.map { !$0.contains("share,,") } == true, "\(metric): \(row ?? "none")")
    }
    #expect(FileManager.default.fileExists(atPath: scratch.path("a.sqlite")))
    #expect(ending.stdout.contains(#""source" : "withinWorld""#))
  }

  @Test("two results are compared world by world")
  func compared() throws {
    for (name, limit) in [("a", "5"), ("b", "40")] {
      let ending = try run(
        "replicate", "tiny.yaml", "--seeds", "3", "--set", "detection.view-spike.limit=\(limit)",
        "-o", "\(name).jsonl", "--quiet")
      #expect(ending.status == 0)
    }
    let ending = try run("compare", "a.jsonl", "b.jsonl")
    #expect(ending.status == 0 && ending.stdout.hasPrefix("3 worlds on both sides"))
    #expect(ending.stdout.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let json = try run("compare", "a.jsonl", "b.jsonl", "--json")
    #expect(json.stdout.contains(#""worlds" : 3"#))
    let other = try run("replicate", "tiny.yaml", "--seeds", "9..9", "-o", "c.jsonl", "--quiet")
    #expect(other.status == 0)
    let none = try run("compare", "a.jsonl", "c.jsonl")
    #expect(none.status == 2 && none.stderr.contains("c.jsonl: found no world of a.jsonl"))
    let three = try run("compare", "a.jsonl", "b.jsonl", "c.jsonl")
    #expect(three.status == 2)
    let mixed = try run("compare", "a.jsonl", "b.jsonl", "--set", "detection.quiet-days=3")
    #expect(mixed.status == 2)
  }

  @Test("a table of places that has changed is another experiment")
  func changedPlaces() throws {
    let towns = try String(
      contentsOfFile: Tocsin.scenario("places/small-towns.csv"), encoding: .utf8)
    _ = try scratch.write(towns, to: "towns.csv")
    _ = try scratch.write(try text("tiny.yaml") + "\n  places: towns.csv\n", to: "placed.yaml")
    let words = ["replicate", "placed.yaml", "--seeds", "1..2", "-o", "a.jsonl", "--quiet"]
    #expect(try Tocsin.run(words, in: scratch.folder).status == 0)
    let rows = towns.split(separator: "\n")
    _ = try scratch.write(rows.dropLast().joined(separator: "\n") + "\n", to: "towns.csv")
    let changed = try Tocsin.run(words, in: scratch.folder)
    #expect(changed.status == 2 && changed.stderr.contains("has changed since these results"))
  }

  @Test(
    "nothing takes the place of results, of the scenario or of what it names, or fails behind the work"
  )
  func places() throws {
    let towns = "name,latitude,longitude,population\nOne,53,-1,5000\n"
    _ = try scratch.write(towns, to: "towns.csv")
    _ = try scratch.write(
      text("tiny.yaml").replacing("population:", with: "population:\n  places: towns.csv"),
      to: "tiny.yaml")
    for (words, refusal) in [
      (["--csv", "a.jsonl"], "--csv: found a.jsonl, expected another file than that of --output"),
      (["--csv", "./tiny.yaml"], "--csv: found ./tiny.yaml, expected another file than"),
      (["--sqlite", "a.jsonl"], "--sqlite: found a.jsonl, expected another file than"),
      (["--csv", "towns.csv"], "--csv: found towns.csv, expected another file than"),
      (
        ["--csv", "a.jsonl.partial"], "--csv: found a.jsonl.partial, expected a name that does not"
      ),
      (["--csv", "nowhere/a.csv"], "nowhere/a.csv: "),
    ] {
      let refused = try Tocsin.run(
        ["replicate", "tiny.yaml", "--seeds", "1..2", "-o", "a.jsonl"] + words,
        in: scratch.folder)
      #expect(refused.status == 2 && refused.stderr.contains(refusal), "\(refused.stderr)")
      #expect(try scratch.names() == ["tiny.yaml", "towns.csv"])
      #expect(try text("towns.csv") == towns)
    }
  }

  @Test("two scenarios are compared as the results of replicating both, and nothing is left behind")
  func comparedScenarios() throws {
    let candidate = try text("tiny.yaml") + "\ndetection:\n  view-spike:\n    limit: 40\n"
    _ = try scratch.write(candidate, to: "other.yaml")
    let names = try scratch.names()
    let ending = try run("compare", "tiny.yaml", "other.yaml", "--seeds", "1..2", "--quiet")
    #expect(ending.status == 0 && ending.stderr.isEmpty, "\(ending.stderr)")
    #expect(ending.stdout.contains("  before  tiny.yaml\n  after   other.yaml\n"))
    #expect(try scratch.names() == names)
    for name in ["tiny", "other"] {
      let replicated = try run(
        "replicate", "\(name).yaml", "--seeds", "1..2", "-o", "\(name).jsonl", "--quiet")
      #expect(replicated.status == 0)
    }
    let results = try run("compare", "tiny.jsonl", "other.jsonl")
    #expect(results.stdout.replacing(".jsonl", with: ".yaml") == ending.stdout)
    for (words, refusal) in [
      (["tiny.yaml", "other.yaml"], "--seeds: found none"),
      (["tiny.yaml", "other.jsonl", "--seeds", "2"], "expected files of one kind"),
      (["tiny.yaml", "tiny.yaml", "--seeds", "2"], "expected two scenarios that differ"),
      (["tiny.jsonl", "other.jsonl", "--seeds", "2"], "--seeds goes with scenarios"),
      (["tiny.yaml", "other.yaml", "--seeds", "2", "--cases"], "--gate and --cases go with runs"),
    ] {
      let refused = try Tocsin.run(["compare"] + words, in: scratch.folder)
      #expect(refused.status == 2 && refused.stderr.contains(refusal), "\(refused.stderr)")
    }
  }

  @Test(
    "refuses what it cannot run with code 2, before the first world",
    arguments: [
      (["sweep", "tiny.yaml"], "error: --vary: found none, expected a key with values"),
      (["sweep", "tiny.yaml", "--vary", "population.accounts"], "is no key with values"),
      (
        ["sweep", "tiny.yaml", "--vary", "population.acounts=300,400"],
        "unknown key; did you mean population.accounts?"
      ),
      (["sweep", "tiny.yaml", "--vary", "calendar.days=0,5"], "calendar.days"),
      (
        ["sweep", "tiny.yaml", "--vary", "calendar.days=9..5:2"], "must go from a lower to a higher"
      ),
      (["sweep", "tiny.yaml", "--vary", "calendar.days=5..9"], "a grid needs to know how many"),
      (["sweep", "tiny.yaml", "--vary", "calendar.days=5,5"], "is given twice"),
      (
        ["sweep", "tiny.yaml", "--vary", "calendar.days=5,6", "--vary", "calendar.days=7,8"],
        "is varied twice"
      ),
      (
        ["sweep", "tiny.yaml", "--vary", "calendar.days=5,6", "--set", "calendar.days=7"],
        "calendar.days is varied, and --set calendar.days=7 sets it for all points"
      ),
      (["sweep", "tiny.yaml", "--vary", "seed=1,2"], "use --seeds"),
      (
        ["sweep", "tiny.yaml", "--vary", "calendar.days=5..9", "--design", "latin"],
        "needs a number of points"
      ),
      (["replicate", "tiny.yaml"], "--seeds"),
      (["replicate", "tiny.yaml", "--seeds", "9..1"], "--seeds: found \"9..1\""),
      (["replicate", "tiny.yaml", "--seeds", "0"], "--seeds: found \"0\""),
      (
        ["replicate", "tiny.yaml", "--seeds", "9007199254740992..9007199254740993"],
        "and none above 9007199254740992"
      ),
      (["replicate", "tiny.yaml", "--seeds", "2", "--set", "seed=4"], "use --seeds"),
      (["replicate", "tiny.yaml", "--seeds", "2", "--detectors", "vew-spike"], "did you mean"),
      (["replicate", "none.yaml", "--seeds", "2"], "none.yaml: there is no such file"),
      (["worker", "--threads", "0"], "--threads: found 0"),
    ])
  func refusal(arguments: [String], words: String) throws {
    let ending = try Tocsin.run(arguments, in: scratch.folder)
    #expect(ending.status == 2 && ending.stdout.isEmpty)
    #expect(ending.stderr.contains(words), "\(ending.stderr)")
    #expect(try scratch.names() == ["tiny.yaml"])
  }

  @Test("ends with code 130 when it is interrupted, and keeps what is there")
  func interrupted() throws {
    let program = try Tocsin.start(
      ["replicate", "tiny.yaml", "--seeds", "500", "-o", "a.jsonl", "--threads", "1"],
      in: scratch.folder)
    let partial = scratch.path("a.jsonl.partial")
    while program.isRunning,
      ((try? Data(contentsOf: URL(fileURLWithPath: partial)))?.count ?? 0) == 0
    {
      Thread.sleep(forTimeInterval: 0.01)
    }
    try program.interrupt()
    let ending = try program.ending()
    #expect(ending.status == 130 && ending.stdout.isEmpty)
    #expect(ending.stderr.contains("worlds are kept beside a.jsonl: the same command goes on"))
    #expect(try scratch.names() == ["a.jsonl.partial", "tiny.yaml"])
    #expect(try text("a.jsonl.partial").hasSuffix("\n"))
  }
}
