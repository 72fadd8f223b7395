import Foundation
import Testing

@Suite("tocsin train", .tags(.endToEnd)) struct TrainCommandTests {
  /// A small scenario.
  private let scratch: Scratch

  private static let small = [
    "population.accounts=800", "calendar.days=30", "calendar.holidays=[]",
    "population.groomers.per-adult-account=0.05",
    "population.places=\(Tocsin.scenario("places/small-towns.csv"))",
  ].flatMap { ["--set", $0] }

  init() throws {
    scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: Tocsin.scenario("quickstart.yaml"), toPath: scratch.path("small.yaml"))
  }

  private func run(_ words: [String]) throws -> Tocsin.Ending {
    try Tocsin.run(words, in: scratch.folder)
  }

  private func train(_ words: [String] = [], to output: String = "model.json") throws
    -> Tocsin.Ending
  {
    try run(
      ["train", "small.yaml", "--seeds", "101..102", "-o", output, "--innocents", "0.5"]
        + Self.small + words)
  }

  @Test("writes the same model on any number of threads, which runs beside built-in detectors")
  func whole() throws {
    let ending = try train(["--threads", "1"])
    #expect(ending.status == 0 && ending.stderr.isEmpty, "\(ending.stderr)")
    let lines = ending.stdout.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 }, "\(ending.stdout)")
    #expect(ending.stdout.contains("tocsin replay FILE --detectors model.json"))
    let model = try Data(contentsOf: URL(fileURLWithPath: scratch.path("model.json")))
    // An earlier model gives way.
    let json = try train(["--threads", "3", "--json"])
    #expect(json.status == 0, "\(json.stderr)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path("model.json"))) == model)
    let document = try JSONDecoder().decode(Document.self, from: Data(json.stdout.utf8))
    #expect(document.provenance.seeds == [101, 102])
    #expect(document.candidates.map(\.kind) == ["logistic", "trees"])
    #expect(document.reliability.reduce(0) { $0 + $1.rows } == document.provenance.rows)

    // Of what it was trained on, and of another seed.
    let simulated = try run(["simulate", "small.yaml", "--seed", "101"] + Self.small)
    #expect(simulated.status == 0, "\(simulated.stderr)")
    let known = try run([
      "replay", "small.sqlite", "--detectors", "model.json,view-spike", "--thresholds",
    ])
    // A model's scores are probabilities, and it runs at every threshold too.
    #expect(known.stdout.contains("Are the probabilities true?"))
    let table = known.stdout.components(separatedBy: "At every threshold").last ?? ""
    #expect(table.contains("combination") && table.contains("view-spike"))
    #expect(known.status == 0 && known.stdout.contains("combination"), "\(known.stderr)")
    #expect(known.stderr.contains("was trained on this scenario with seed 101"))
    #expect(try run(["simulate", "small.yaml", "--seed", "1"] + Self.small).status == 0)
    let fresh = try run(["replay", "small.sqlite", "--detectors", "./model.json"])
    #expect(fresh.status == 0 && fresh.stderr.isEmpty, "\(fresh.stderr)")
  }

  private struct Document: Decodable {
    struct Provenance: Decodable {
      var seeds: [Int]
      var rows: Int
    }

    struct Candidate: Decodable {
      var kind: String
    }

    struct Bin: Decodable {
      var rows: Int
    }

    var provenance: Provenance
    var candidates: [Candidate]
    var reliability: [Bin]
  }

  @Test("replaces no file that is not a model")
  func otherFile() throws {
    let path = scratch.path("notes.json")
    try Data("{\"format\": \"diary\", \"version\": 1}".utf8).write(to: URL(fileURLWithPath: path))
    let ending = try train(to: "notes.json")
    #expect(ending.status == 2)
    #expect(ending.stderr.contains("notes.json: found a file that is no model"))
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("diary"))
  }

  @Test(
    "refuses what it cannot train with code 2",
    arguments: [
      (["--seeds", "7"], "--seeds: found \"7\", expected the first and the last"),
      (["--seeds", "8..7"], "--seeds: found \"8..7\""),
      (["--seeds", "1..x"], "--seeds: found \"1..x\""),
      (["--kind", "forest"], "--kind"),
      (["--innocents", "0"], "--innocents: found 0.0"),
      (["--name", "view-spike"], "--name: found \"view-spike\""),
      (["--name", "oracle"], "--name: found \"oracle\""),
      (["-o", "model.txt"], "--output: found \"model.txt\""),
      (["--set", "seed=5"], "--set seed=5: the seeds are those of --seeds"),
      (
        ["--set", "population.groomers.per-adult-account=0"],
        "seed 101: found no groomer who turned to an under-18"
      ),
    ])
  func refusals(words: [String], message: String) throws {
    let ending = try train(words)
    #expect(ending.status == 2, "\(ending.stderr)")
    #expect(ending.stderr.contains(message), "\(ending.stderr)")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("model.json")))
  }

  @Test("models that cannot be used are refused with code 2 and a reason")
  func models() throws {
    func refusal(_ text: String) throws -> String {
      try Data(text.utf8).write(to: URL(fileURLWithPath: scratch.path("bad.json")))
      let ending = try run(
        ["stress", "--detectors", "bad.json", "--scenarios", "small.yaml"] + Self.small)
      #expect(ending.status == 2)
      return ending.stderr
    }
    try FileManager.default.copyItem(
      atPath: scratch.path("small.yaml"), toPath: scratch.path("reference.yaml"))
    #expect(try refusal("[1]").contains("bad.json: found no model"))
    #expect(
      try refusal("{\"format\": \"tocsin-model\", \"version\": 9}")
        .contains("version 9, expected \"tocsin-model\" version 1"))
    #expect(
      try refusal("{\"format\": \"tocsin-model\", \"version\": 1}").contains("a value is missing"))
    let absent = try run(
      ["stress", "--detectors", "none.json", "--scenarios", "small.yaml"] + Self.small)
    #expect(absent.status == 2 && absent.stderr.contains("none.json: found no file"))
  }
}
