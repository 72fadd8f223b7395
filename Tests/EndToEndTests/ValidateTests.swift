import Foundation
import Testing

@Suite("tocsin validate", .tags(.endToEnd)) struct ValidateTests {
  private static let quickstart = Tocsin.scenario("quickstart.yaml")

  /// A world small enough to be made in a moment.
  private static let small = ["--set", "population.accounts=400", "--quiet"]

  /// The rows that fail and the number of rows shown, from a report as JSON.
  private func rows(of ending: Tocsin.Ending) throws -> (failed: [String], shown: Int) {
    let value = try JSONSerialization.jsonObject(with: Data(ending.stdout.utf8))
    let report = try #require(value as? [String: Any])
    return (
      try #require(report["rowsFailed"] as? [String]), try #require(report["rowsShown"] as? Int)
    )
  }

  @Test("tells by its exit code whether a row fails, and names those that do")
  func exitCode() throws {
    let wide = Self.small + ["--set", "population.friendships.degree-scale=3"]
    let ending = try Tocsin.run(["validate", Self.quickstart] + wide)
    #expect(ending.status == 1)
    #expect(ending.stderr.isEmpty)
    let json = try Tocsin.run(["validate", Self.quickstart, "--json"] + wide)
    #expect(json.status == 1)
    #expect(json.stderr.isEmpty)
    let (failed, shown) = try rows(of: json)
    #expect(failed.contains("V1"))
    let last = "\(failed.count) of \(shown) rows fail: \(failed.joined(separator: ", "))."
    #expect(ending.stdout.contains("\n\n\(last)\n\n"))
  }

  @Test("ends with code 0 where and only where every row shown passes", arguments: [1, 2])
  func consistency(seed: Int) throws {
    let ending = try Tocsin.run(
      ["validate", Self.quickstart, "--json", "--seed", "\(seed)"] + Self.small)
    #expect(ending.status == (try rows(of: ending).failed.isEmpty ? 0 : 1))
  }

  @Test("gives the same table for a scenario and for its file, and for the file another")
  func file() throws {
    let scratch = try Scratch()
    let path = scratch.path("run.yaml")
    let simulated = try Tocsin.run(
      ["simulate", Self.quickstart, "--set", "calendar.days=1", "-o", path] + Self.small)
    #expect(simulated.status == 0, "\(simulated.stderr)")
    let ofFile = try Tocsin.run(["validate", path]).stdout
    let ofScenario = try Tocsin.run(["validate", Self.quickstart] + Self.small).stdout
    #expect(ofFile.hasPrefix("Quickstart: seed 1, Tocsin "))
    // The title and the table of the world, up to what follows it.
    let table = try #require(ofScenario.split(separator: "\n\n'error'").first)
    #expect(ofFile.hasPrefix(table + "\n\nWhat people do, on all platforms: 1 day, "))
    #expect(ofScenario.contains("\nRows on what people do (V11, V12, "))
    #expect(!ofFile.contains("Rows on what people do"))
  }

  @Test("holds what people do in a results file against what was published, in JSON too")
  func activity() throws {
    let scratch = try Scratch()
    let path = scratch.path("run.sqlite")
    let simulated = try Tocsin.run(
      ["simulate", Self.quickstart, "--set", "calendar.days=35", "-o", path] + Self.small)
    #expect(simulated.status == 0, "\(simulated.stderr)")
    let ending = try Tocsin.run(["validate", path, "--json"])
    let value = try JSONSerialization.jsonObject(with: Data(ending.stdout.utf8))
    let report = try #require(value as? [String: Any])
    let run = try #require(report["run"] as? [String: Int])
    #expect(run["days"] == 35 && (run["events"] ?? 0) > 1_000)
    let rows = try #require(report["rows"] as? [[String: Any]])
    let verdicts = Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        (row["id"] as? String).map { ($0, row["verdict"] as? String) }
      })
    #expect(verdicts["V15"] == "not-shown" && verdicts["V24"] == "not-shown")
    #expect(["pass", "fail"].contains(verdicts["V19"]))
    #expect(ending.status == (try self.rows(of: ending).failed.isEmpty ? 0 : 1))
  }

  @Test(
    "refuses what it cannot use with code 2",
    arguments: [
      (["absent.yaml"], "absent.yaml: there is no such file; check the path"),
      (
        [""],
        "error: <scenario|file>: found nothing, expected the path of a scenario or results file."
      ),
      ([], "error: Missing expected argument '<scenario|file>'"),
      (
        [quickstart, "--platform", "other"] + small,
        "error: --platform: found \"other\", expected one of: main"
      ),
      (
        [quickstart, "--set", "population.acounts=5"],
        "--set population.acounts=5: unknown key; did you mean population.accounts?"
      ),
      ([quickstart, "--seed", "-1"], "error: --seed: found -1, expected a whole number from 0."),
    ])
  func refusal(arguments: [String], firstLine: String) throws {
    let ending = try Tocsin.run(["validate"] + arguments)
    #expect(ending.status == 2)
    #expect(ending.stdout.isEmpty)
    #expect(ending.stderr.split(separator: "\n").first.map(String.init) == firstLine)
  }

  @Test("refuses a database that is no run, and settings for a file, with code 2")
  func fileRefusal() throws {
    let scratch = try Scratch()
    let path = scratch.path("cut.sqlite")
    try Data("SQLite format 3\0, and nothing more".utf8).write(to: URL(fileURLWithPath: path))
    let ending = try Tocsin.run(["validate", path])
    #expect(ending.status == 2)
    #expect(ending.stderr.hasPrefix("error: \(path): this is not an SQLite database;"))
    let changed = try Tocsin.run(["validate", path, "--seed", "3"])
    #expect(changed.status == 2)
    #expect(changed.stderr.hasPrefix("error: \(path): a results file holds one world, "))
  }
}
