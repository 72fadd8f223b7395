import Foundation
import Testing

@Suite("tocsin stress", .tags(.endToEnd)) struct StressCommandTests {
  /// Two small scenarios beside a reference.
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for name in ["reference", "end-to-end-encryption", "claims-to-be-a-child"] {
      try FileManager.default.copyItem(
        atPath: "\(StressSuiteTests.folder)/\(name).yaml", toPath: scratch.path("\(name).yaml"))
    }
  }

  private func arguments(
    _ words: [String] = [], of scenarios: String = ".", seeds: Int = 2
  ) -> [String] {
    let small = [
      "population.accounts=1000", "calendar.days=50", "calendar.holidays=[]",
      "population.groomers.per-adult-account=0.04",
      "population.places=\(Tocsin.scenario("places/small-towns.csv"))",
    ]
    return ["stress", "--scenarios", scenarios] + words + ["--seeds", "\(seeds)"]
      + small.flatMap { ["--set", $0] }
  }

  private func run(
    _ words: [String] = [], of scenarios: String = ".", seeds: Int = 2
  ) throws -> Tocsin.Ending {
    try Tocsin.run(arguments(words, of: scenarios, seeds: seeds), in: scratch.folder)
  }

  private struct Document: Decodable, Equatable {
    struct Scenario: Decodable, Equatable {
      var name: String
      var detectors: [Result]
    }

    struct Result: Decodable, Equatable {
      var detector: String
      var threshold: Double?
      var innocentAlertedPer1000Weekly: Double
      var meetings: Int
      var preceded: Int
      var groomersAlerted: Int
    }

    var reference: String
    var scenarios: [Scenario]
  }

  private func document(
    _ words: [String] = [], of scenarios: String = ".", seeds: Int = 2
  ) throws -> Document {
    let ending = try run(["--json"] + words, of: scenarios, seeds: seeds)
    #expect(ending.status == 0 && ending.stderr.isEmpty, "\(ending.stderr)")
    return try JSONDecoder().decode(Document.self, from: Data(ending.stdout.utf8))
  }

  @Test("compares every scenario of a folder to its reference, at a price that none exceeds")
  func matrix() throws {
    let document = try document(["--budget", "1"])
    #expect(document.reference == "reference")
    #expect(
      document.scenarios.map(\.name) == [
        "reference", "claims-to-be-a-child", "end-to-end-encryption",
      ])
    for scenario in document.scenarios {
      for result in scenario.detectors {
        #expect(result.innocentAlertedPer1000Weekly <= 1)
        #expect(result.preceded <= result.meetings && result.meetings > 0)
      }
    }
    // Detectors of adults do not see groomers who say that they are none, and one of cues sees
    // nothing without any.
    #expect(document.scenarios[0].detectors.allSatisfy { $0.preceded > 0 })
    #expect(document.scenarios[1].detectors.allSatisfy { $0.groomersAlerted == 0 })
    #expect(document.scenarios[2].detectors.map(\.threshold).last == .some(nil))
  }

  @Test("gives the same on any number of threads and with any batch")
  func sameBytes() throws {
    let first = try run(["--threads", "1"], seeds: 1)
    #expect(first.status == 0)
    #expect(try run(["--threads", "3", "--batch", "500"], seeds: 1) == first)
  }

  @Test("finds the same with one detector alone, and spends the price that it may")
  func options() throws {
    func results(_ words: [String]) throws -> [Document.Result] {
      try document(words, of: "reference.yaml", seeds: 1).scenarios[0].detectors
    }
    let free = try results(["--budget", "0"])
    let one = try results(["--detectors", "view-spike", "--budget", "0"])
    #expect(one == free.filter { $0.detector == "view-spike" })
    let dear = try results(["--detectors", "view-spike", "--budget", "20"])
    #expect(dear[0].innocentAlertedPer1000Weekly > 0 && one[0].innocentAlertedPer1000Weekly == 0)
  }

  @Test("prints lines of at most 100 columns, for each scenario what is lost but for the reference")
  func text() throws {
    let ending = try run(seeds: 1)
    let lines = ending.stdout.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 }, "\(ending.stdout)")
    #expect(lines.count { $0.hasPrefix("  lost ") } == 2)
  }

  @Test("takes the reference beside a file")
  func file() throws {
    let document = try document(of: "end-to-end-encryption.yaml", seeds: 1)
    #expect(document.scenarios.map(\.name) == ["reference", "end-to-end-encryption"])
  }

  @Test(
    "refuses what it cannot run with code 2",
    arguments: [
      (
        ["stress"],
        "error: Scenarios/stress: found nothing here, expected a folder of scenarios; run where the "
          + "folder Scenarios/stress is, or name another folder, or files, with --scenarios"
      ),
      (
        ["stress", "--scenarios", "empty"],
        "error: empty: found no .yaml file in this folder, expected scenarios; name another folder, "
          + "or files, with --scenarios"
      ),
      (
        ["stress", "--scenarios", "alone/a.yaml"],
        "error: alone/reference.yaml: there is no such file, and the other scenarios are compared "
          + "to it; put a reference.yaml beside them, or add one to --scenarios"
      ),
      (
        ["stress", "--scenarios", StressSuiteTests.folder, "--set", "population.acounts=9"],
        "--set population.acounts=9: unknown key; did you mean population.accounts?"
      ),
      (["stress", "--seeds", "0"], "error: --seeds: found 0, expected a number from 1 to 1000."),
      (
        ["stress", "--budget", "-1"],
        "error: --budget: found -1.0, expected a number from 0 to 1000."
      ),
      (
        ["stress", "--scenarios", StressSuiteTests.folder, "--detectors", "oracle"],
        "error: --detectors: the oracle has no threshold to set by a budget: it accuses nobody innocent; "
          + "leave it out"
      ),
    ])
  func refusal(arguments: [String], firstLine: String) throws {
    for folder in ["empty", "alone"] {
      try FileManager.default.createDirectory(
        atPath: scratch.path(folder), withIntermediateDirectories: true)
    }
    try Data("name: a\n".utf8).write(to: URL(fileURLWithPath: scratch.path("alone/a.yaml")))
    let ending = try Tocsin.run(arguments, in: scratch.folder)
    #expect(ending.status == 2 && ending.stdout.isEmpty)
    #expect(ending.stderr.split(separator: "\n").first.map(String.init) == firstLine)
  }

  @Test("ends with code 130 and no result when it is interrupted")
  func interrupted() throws {
    let program = try Tocsin.start(arguments(seeds: 1_000), in: scratch.folder)
    Thread.sleep(forTimeInterval: 1)
    try program.interrupt()
    let ending = try program.ending()
    #expect(ending.status == 130 && ending.stdout.isEmpty)
  }
}
