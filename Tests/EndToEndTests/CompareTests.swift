import Foundation
import Testing

/// What `tocsin compare` prints, and how it ends.
@Suite("tocsin compare", .tags(.endToEnd))
struct CompareTests {
  let scratch: Scratch
  let file: String

  init() throws {
    scratch = try Scratch()
    file = scratch.path("town.sqlite")
    try CaseTests.run(to: file, ["calendar.days=12"])
  }

  private struct Report: Decodable {
    var inUse: String
    var candidate: String
    var changes: [String: Int]
    var metrics: [Figure]
    var cases: [Contact]

    struct Figure: Decodable {
      var name: String
      var inUse: Value
      var candidate: Value
    }
    struct Value: Decodable, Equatable {
      var value: Double?
      var low: Double?
      var high: Double?
    }
    struct Contact: Decodable {
      var change: String
    }

    func value(_ name: String) -> (inUse: Double?, candidate: Double?) {
      let figure = metrics.first { $0.name == name }
      return (figure?.inUse.value, figure?.candidate.value)
    }
  }

  private func report(_ arguments: [String]) throws -> Report {
    let ending = try Tocsin.run(["compare"] + arguments + ["--json"])
    #expect(ending.status == 0 && ending.stderr.isEmpty, "\(ending.stderr)")
    return try JSONDecoder().decode(Report.self, from: Data(ending.stdout.utf8))
  }

  @Test("has the same of a detector, of its stored replay, and of its alerts as a file")
  func sides() throws {
    let name = "view-spike"
    let replay = try Tocsin.run(["replay", file, "--quiet", "--detectors", name])
    try #require(replay.status == 0)
    let alerts = try Tocsin.run([
      "query", file, "--csv",
      "SELECT detector, suspect, time, child, score FROM alert WHERE replay = 2 ORDER BY number",
    ])
    let csv = try scratch.write(alerts.stdout, to: "alerts.csv")
    let again = try report([file, "--detectors", name, "--detectors", "replay:2"])
    let given = try report([file, "--detectors", "replay:2", "--detectors", csv])
    for figure in again.metrics + given.metrics { #expect(figure.inUse == figure.candidate) }
    #expect((again.value("accounts-alerted").inUse ?? 0) > 0)
    let all = try report([file, "--detectors", name, "--detectors", "pattern"])
    #expect(all.value("accounts-alerted").inUse == again.value("accounts-alerted").inUse)
    // More detectors lose no meeting, and flag no fewer accounts.
    #expect(all.changes["lost"] == 0 && all.changes["later"] == 0)
    let flagged = all.value("accounts-alerted")
    #expect((flagged.candidate ?? 0) >= (flagged.inUse ?? .infinity))
  }

  @Test("changes keys of the candidate alone, and needs no side named for that")
  func settings() throws {
    let set = "detection.view-spike.limit=0.5"
    let found = try report([file, "--set", set])
    #expect(found.inUse == "the detectors of the scenario")
    #expect(found.candidate == "the detectors of the scenario \(set)")
    let flagged = found.value("accounts-alerted")
    #expect((flagged.candidate ?? 0) >= (flagged.inUse ?? .infinity))
    // The side in use is what the file's own replay found.
    let stored = try report([file, "--detectors", "replay:1", "--detectors", "replay:1"])
    #expect(flagged.inUse == stored.value("accounts-alerted").inUse)
  }

  @Test("ends with code 3 where the candidate misses a gate, and says which condition")
  func gate() throws {
    let side = ["compare", file, "--detectors", "replay:1", "--detectors", "replay:1"]
    let held = try Tocsin.run(side + ["--gate", "accounts_alerted >= 0, precision <= 100 %"])
    #expect(held.status == 0 && held.stderr.isEmpty)
    #expect(held.stdout.contains("\nGate\n"))
    let missed = try Tocsin.run(side + ["--gate", "accounts_alerted >= 0, accounts_alerted < 0"])
    #expect(missed.status == 3)
    #expect(missed.stderr.hasPrefix("gate missed: wanted accounts_alerted < 0, found "))
    #expect(missed.stdout.contains("MISSED"))
    let score = try Tocsin.run(["score", file, "--json", "--gate", "lead_median > 4000"])
    #expect(score.status == 3 && score.stderr.hasPrefix("gate missed: wanted lead_median > 4000"))
    _ = try JSONSerialization.jsonObject(with: Data(score.stdout.utf8))
    #expect(try Tocsin.run(["score", file, "--gate", "accounts_alerted >= 0"]).status == 0)
  }

  @Test("ends with code 1 where a detector failed, whatever the gate says, and tells it")
  func failing() throws {
    let settings = [
      "detection.questions=[{name: broken, sql: \"SELECT 'x' AS suspect\"}]",
      "calendar.days=12",
    ]
    let broken = scratch.path("broken.sqlite")
    let simulated = try Tocsin.run(
      [
        "simulate", Tocsin.scenario("quickstart.yaml"), "--quiet", "-o", broken,
        "--set", "population.accounts=800",
      ] + settings.flatMap { ["--set", $0] })
    try #require(simulated.status == 0, "\(simulated.stderr)")
    let side = ["compare", broken, "--detectors", "view-spike", "--detectors", "broken"]
    let text = try Tocsin.run(side + ["--gate", "accounts_alerted >= 0"])
    #expect(text.status == 1)
    #expect(text.stdout.contains("\nbroken: on the night before day 2: column suspect holds"))
    let json = try Tocsin.run(side + ["--json", "--gate", "accounts_alerted < 0"])
    #expect(json.status == 1 && json.stderr.contains("gate missed: "), "\(json.stderr)")
    #expect(json.stdout.contains("\"detector\" : \"broken\""), "\(json.stdout.suffix(600))")
  }

  @Test("takes several worlds together, and lists every meeting when it is asked to")
  func worlds() throws {
    let other = scratch.path("other.sqlite")
    try CaseTests.run(to: other, ["calendar.days=12", "seed=99"])
    let sides = ["--detectors", "view-spike", "--detectors", "pattern"]
    let (one, two) = (try report([file] + sides), try report([file, other] + sides))
    let meetings = two.value("meetings").inUse ?? 0
    #expect(two.cases.count == Int(meetings) && meetings >= one.value("meetings").inUse ?? 0)
    let text = try Tocsin.run(["compare", file, other, "--cases", "--quiet"] + sides)
    #expect(text.status == 0 && text.stdout.contains(" in 2 worlds\n"))
    #expect(text.stdout.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("refuses what cannot be compared, with code 2")
  func badInput() throws {
    let blind = scratch.path("blind.sqlite")
    try #require(
      Tocsin.run(["export", file, "--platform-view", "-o", blind, "--quiet"]).status == 0)
    let csv = try scratch.write("suspect,time\n1,2\n", to: "alerts.csv")
    let name = "view-spike"
    let copy = scratch.path("copy.sqlite")
    try FileManager.default.copyItem(atPath: file, toPath: copy)
    for (arguments, words) in [
      (["compare", file, "--detectors", name, "--detectors", "replay:9"], "replay 9"),
      (
        ["compare", file, "--detectors", name, "--detectors", "replay:x"], "the number of a replay"
      ),
      (
        ["compare", file, "--detectors", name, "--detectors", "view-spik"],
        "did you mean view-spike?"
      ),
      (["compare", file, "--detectors", name, "--detectors", "absent.csv"], "cannot be read"),
      (
        ["compare", file, "--detectors", csv, "--set", "detection.view-spike.limit=3"],
        "which no key"
      ),
      (
        ["compare", file, "--detectors", name, "--set", "seed=3"],
        "only change keys under detection"
      ),
      (["compare", blind, "--detectors", name, "--detectors", "pattern"], "truth"),
      (["compare", file, blind, "--detectors", csv], "compare them one by one"),
      (["compare", file, copy, "--detectors", name, "--detectors", "pattern"], "one world twice"),
      (
        ["replay", file, "--detectors", "always,view-spike", "--gate", "precision > 0"],
        "found always among the detectors"
      ),
      (["replay", blind, "--gate", "precision > 0"], "holds no truth"),
    ] {
      let ending = try Tocsin.run(arguments)
      #expect(ending.status == 2, "\(arguments): \(ending.stderr)")
      #expect(ending.stderr.contains(words), "\(arguments): \(ending.stderr)")
      #expect(ending.stdout.isEmpty)
    }
  }
}
