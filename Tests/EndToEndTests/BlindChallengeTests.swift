import Foundation
import Testing

/// What is handed out for a blind challenge, and what comes back.
@Suite("A blind challenge", .tags(.endToEnd)) struct BlindChallengeTests {
  private let folder: Scratch

  init() throws { folder = try Scratch() }

  @Test("alerts raised on the copy score as those raised on the file itself")
  func thereAndBack() throws {
    _ = try succeed([
      "run", Tocsin.scenario("quickstart.yaml"), "--set", "population.accounts=600", "--set",
      "calendar.days=20", "--set", "population.groomers.per-adult-account=0.05", "--detectors",
      "view-spike", "-o", "town.sqlite",
    ])
    let expected = try succeed(["score", "town.sqlite"])
    let export = try Tocsin.run(
      ["export", "town.sqlite", "--platform-view", "-o", "blind.sqlite"], in: folder.folder)
    #expect(export.status == 0 && export.stdout == "blind.sqlite\n")
    #expect(export.stderr.hasPrefix("note: whoever guesses the scenario and its seed"))
    let replay = try succeed(["replay", "blind.sqlite", "--detectors", "view-spike"])
    #expect(replay.hasPrefix("Replay 1: "))
    let alerts = try succeed([
      "query", "blind.sqlite", "SELECT detector, suspect, time, child, score FROM alert", "--csv",
    ])
    _ = try folder.write(alerts, to: "alerts.csv")
    #expect(try succeed(["score", "town.sqlite", "--alerts", "alerts.csv"]) == expected)
    #expect(try succeed(["info", "blind.sqlite"]).contains("no truth, seed or scenario in it"))
  }

  @Test("commands that need the truth refuse the copy with words")
  func refusals() throws {
    _ = try succeed([
      "run", Tocsin.scenario("quickstart.yaml"), "--set", "population.accounts=200", "--set",
      "calendar.days=2", "--seed", "5000000000", "-o", "town.sqlite",
    ])
    _ = try succeed(["export", "town.sqlite", "--platform-view", "-o", "blind.sqlite"])
    for arguments in [
      ["score", "blind.sqlite"], ["hardness", "blind.sqlite"], ["validate", "blind.sqlite"],
      ["digest", "blind.sqlite"], ["case", "blind.sqlite"],
      ["match", "blind.sqlite", "MATCH (a:groomer) RETURN a"],
      ["match", "blind.sqlite", "MATCH (:account)-[:grooms]->(c) RETURN c"],
      ["match", "blind.sqlite", "MATCH (p:person) RETURN p"],
      ["query", "blind.sqlite", "SELECT * FROM truth_case"],
      ["export", "blind.sqlite", "--platform-view", "-o", "b.sqlite"],
    ] {
      let ending = try Tocsin.run(arguments, in: folder.folder)
      #expect(ending.status == 2 && ending.stdout == "", "\(arguments): \(ending.stdout)")
      #expect(
        ending.stderr.hasPrefix("error: blind.sqlite: this is a copy without the truth"),
        "\(arguments): \(ending.stderr)")
    }
    // What stands on a copy: the network, without what made its friendships.
    #expect(try succeed(["graph", "blind.sqlite", "3"]).contains("3"))
    let over = try Tocsin.run(
      ["export", "town.sqlite", "--platform-view", "-o", "town.sqlite"], in: folder.folder)
    #expect(over.status == 2)
    #expect(over.stderr.hasPrefix("error: town.sqlite: this is the file that is to be exported"))
    let missing = try Tocsin.run(["score", "town.sqlite", "--alerts", "no.csv"], in: folder.folder)
    #expect(missing.status == 2)
    #expect(missing.stderr.hasPrefix("error: --alerts no.csv: this file cannot be read"))
  }

  /// Runs the program, which must not fail, nor say anything on a standard error that is a file.
  private func succeed(_ arguments: [String]) throws -> String {
    let ending = try Tocsin.run(arguments, in: folder.folder)
    #expect(ending.status == 0 && ending.stderr.isEmpty, "\(arguments): \(ending.stderr)")
    return ending.stdout
  }
}
