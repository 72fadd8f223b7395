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

  @Test(
    "refuses what it cannot ask with code 2",
    arguments: [
      (["--metric", "leed-median"], "--metric: found leed-median"),
      (["--metric", "lead-median", "--detector", "x"], "--detector: found x, expected any or one"),
      (["--keys", "campaigns.reach"], "--keys: found campaigns.reach, expected a key or section"),
      (["--keys", "campaigns.reach-median=5..1"], "must go from a lower to a higher number"),
      (["--method", "sobol", "--keys", "activity"], "--method sobol takes at most 64 keys"),
      (["--method", "sobol", "--trajectories", "4"], "--trajectories is of --method morris"),
      (["--seeds", "0"], "--seeds: found 0, expected a number from 1 to 100000"),
      (["--set", "population.acounts=5"], "population.acounts"),
    ])
  func refusals(words: [String], message: String) throws {
    let ending = try run(words)
    #expect(ending.status == 2)
    #expect(ending.stdout.isEmpty)
    #expect(ending.stderr.contains(message), "\(ending.stderr)")
  }
}
