import Experiments
import Foundation
import Testing

@Suite("Scenarios that come with Tocsin", .tags(.endToEnd)) struct ShippedScenarioTests {
  static let names: [String] = {
    let folder = Tocsin.package.appendingPathComponent("Scenarios").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test("are there")
  func present() {
    #expect(
      Set(Self.names).isSuperset(of: [
        "quickstart.yaml", "nottinghamshire-2017.yaml", "imported-graph.yaml",
      ]))
  }

  @Test("run, here made small, and give a report", arguments: names)
  func runs(name: String) throws {
    let folder = try Scratch()
    let overrides = ["population.accounts=600", "calendar.days=15"]
    let accounts = try ScenarioFile(path: Tocsin.scenario(name), overrides: overrides).accountCount
    // An imported graph has the accounts that it has.
    #expect(accounts == (name == "imported-graph.yaml" ? 300 : 600))
    let ending = try Tocsin.run(
      [
        "run", Tocsin.scenario(name), "--set", "population.groomers.per-adult-account=0.02", "-o",
        "run.sqlite",
      ] + overrides.flatMap { ["--set", $0] }, in: folder.folder)
    #expect(ending.status == 0 && ending.stderr.isEmpty, "\(ending.stderr)")
    #expect(ending.stdout.contains("\(accounts) accounts"))
    #expect(ending.stdout.contains("15 days from"))
  }

  @Test("open with a comment on what they show and what to look for", arguments: names)
  func opening(name: String) throws {
    let text = try String(contentsOfFile: Tocsin.scenario(name), encoding: .utf8)
    let comment = text.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.hasPrefix("#") }.joined(separator: "\n")
    #expect(comment.contains("What it shows: "))
    #expect(comment.contains("What to look for: "))
  }
}
