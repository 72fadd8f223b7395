import Foundation
import Testing

@Suite("tocsin sensitivity", .tags(.endToEnd)) struct SensitivityCommandTests {
  private func run(_ words: [String]) throws -> Tocsin.Ending {
    try Tocsin.run(["sensitivity", Tocsin.scenario("quickstart.yaml")] + words)
  }

  private let small = [
    "--set", "population.accounts=300", "--set", "calendar.days=10", "--method", "tornado",
    "--metric", "first-alerts-per-1000-weekly", "--seeds", "2", "--keys",
    "campaigns.reach-median", "activity.requests.follow-share=0..1",
  ]

  @Test("gives the same on any number of threads, as text and as a picture")
  func sameBytes() throws {
    let scratch = try Scratch()
    let first = try run(small + ["--threads", "1", "--plot", scratch.path("one.svg")])
    #expect(first.status == 0 && first.stderr.isEmpty, "\(first.stderr)")
    let text = first.stdout.replacing("\n", with: " ")
    #expect(text.contains("5 points of 2 keys, seeds 1 to 2 at every point: 10 worlds."))
    #expect(first.stdout.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(try run(small + ["--threads", "3", "--plot", scratch.path("other.svg")]) == first)
    let pictures = try ["one.svg", "other.svg"].map {
      try Data(contentsOf: URL(fileURLWithPath: scratch.path($0)))
    }
    #expect(pictures[0] == pictures[1])
  }

  @Test("goes on where it was ended, and takes what workers made, to the same bytes")
  func resumed() throws {
    let scratch = try Scratch()
    let (kept, cut) = (scratch.path("a.jsonl"), scratch.path("b.jsonl"))
    let plain = try run(small)
    let first = try run(small + ["-o", kept, "--csv", scratch.path("a.csv")])
    #expect(first == plain, "\(first.stderr)")
    let results = try String(contentsOfFile: kept, encoding: .utf8)
    let lines = results.split(separator: "\n")
    #expect(lines.count == 10)
    let columns = try String(contentsOfFile: scratch.path("a.csv"), encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(columns[0][3] == "campaigns.reach-median" && columns[1][3...4] == ["", ""])
    #expect(columns.last?[4] == "1")

    let half = lines.prefix(4).joined(separator: "\n") + "\n" + lines[4].prefix(20)
    try half.write(toFile: cut + ".partial", atomically: true, encoding: .utf8)
    let resumed = try run(small + ["-o", cut])
    #expect(resumed.stdout == plain.stdout)
    #expect(resumed.stderr.contains("goes on with the 4 results that are there; half a line"))
    #expect(try String(contentsOfFile: cut, encoding: .utf8) == results)

    let jobs = try run(small + ["--jobs-only"]).stdout
    #expect(jobs.split(separator: "\n").count == 10)
    #expect(lines[9].contains(jobs.split(separator: "\n")[9]))
    let other = try run(small.dropLast() + ["-o", kept])
    #expect(other.status == 2 && other.stderr.contains("these are results of another experiment"))
  }

  @Test("tells of worlds that fail, with code 1, and ends without values at all")
  func failing() throws {
    let rule = try run(
      small.prefix(4) + [
        "--quiet", "--method", "morris", "--trajectories", "6", "--metric", "accounts-alerted",
        "--keys", "activity.endings.unfriend-per-day=0..0.66",
        "activity.endings.block-per-day=0..0.66",
      ])
    #expect(rule.status == 1 && rule.stderr.isEmpty, "\(rule.stderr)")
    let told = rule.stdout.replacing(/\s+/, with: " ")
    #expect(told.contains("of 18 worlds could not be made and count for nothing. The first: "))
    #expect(told.contains("together they must not exceed 1"))
    let none = try run(
      small.prefix(4) + [
        "--quiet", "--method", "tornado", "--metric", "lead-median", "--keys",
        "campaigns.reach-median", "--set", "population.groomers.per-adult-account=0",
      ])
    #expect(none.status == 1 && none.stdout.isEmpty)
    #expect(none.stderr.contains("found a value of lead-median of any in 0 of 3 worlds"))
  }

  @Test("the largest seed can be the last")
  func largestSeed() throws {
    let jobs = try run(
      small.filter { $0 != "--seeds" && $0 != "2" } + [
        "--seed", "9007199254740991", "--seeds", "2", "--jobs-only",
      ])
    #expect(jobs.status == 0 && jobs.stdout.contains(#""seed":9007199254740992}"#))
  }

  @Test(
    "refuses what it cannot ask with code 2",
    arguments: [
      (["--metric", "leed-median"], "--metric: found leed-median"),
      (["--metric", "lead-median", "--detector", "x"], "--detector: found x, expected any or one"),
      (["--keys", "campaigns.reach"], "--keys: found campaigns.reach, expected a key or section"),
      (["--keys", "campaigns.reach-median=5..1"], "must go from a lower to a higher number"),
      (["--method", "sobol", "--keys", "activity"], "--method sobol takes at most 64 keys"),
      (["--method", "sobol", "--trajectories", "4"], "--trajectories is of --method morris"),
      (["--seeds", "0"], "--seeds: found \"0\", expected how many"),
      (["--seeds", "3..5", "--seed", "4"], "--seed: found beside --seeds 3..5"),
      (["--set", "seed=4"], "use --seeds"),
      (
        ["--seed", "9007199254740991", "--seeds", "3"],
        "seed: found 9007199254740991, expected at most 9007199254740990, as 3 seeds from it on"
      ),
      (["--seed", "9007199254740993"], "expected at most 9007199254740992, as 1 seed from it on"),
      (["--keys", "seed=1..5"], "use --seeds"),
      (["--keys", "campaigns.recontact-share=0..5"], "found 5, expected a number from 0 to 1"),
      (["--retry-failed"], "--retry-failed: found no --output"),
      (["--csv", "a.svg", "--plot", "a.svg"], "--plot: found a.svg, expected another file than"),
      (["--set", "population.acounts=5"], "population.acounts"),
    ])
  func refusals(words: [String], message: String) throws {
    let ending = try run(words)
    #expect(ending.status == 2)
    #expect(ending.stdout.isEmpty)
    #expect(ending.stderr.contains(message), "\(ending.stderr)")
  }
}
