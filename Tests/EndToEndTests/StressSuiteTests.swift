import Experiments
import Foundation
import Settings
import Testing

@Suite("The stress suite", .tags(.endToEnd)) struct StressSuiteTests {
  static let folder = Tocsin.package.appendingPathComponent("Scenarios/stress").path
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  private let reference: [String: String]

  init() throws { reference = try Self.values(of: "reference.yaml") }

  @Test("has a scenario for every way in which platforms and adversaries differ")
  func present() {
    #expect(
      Self.names.map { $0.replacing(".yaml", with: "") } == [
        "claims-to-be-a-child", "classifier-drift", "end-to-end-encryption", "false-place",
        "few-targets", "late-delivery", "local-offender", "missing-ages", "missing-places",
        "mutual-friends-first", "new-town", "no-looking-first", "one-in-ten-thousand",
        "platform-outage", "pranksters", "reference", "several-accounts", "slow-conversation",
        "summer-without-school", "term-start", "throttled-requests", "viral-post",
        "within-the-community",
      ])
  }

  @Test("changes in each scenario what the scenario says, and nothing else", arguments: names)
  func changes(name: String) throws {
    let values = try Self.values(of: name)
    let changed = Set(values.keys).union(reference.keys).filter { values[$0] != reference[$0] }
    let said = try Self.comment(of: name).filter { $0.hasPrefix("# Changes: ") }
      .flatMap { $0.dropFirst("# Changes: ".count).split(separator: ",") }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(changed.sorted() == said.filter { $0 != "nothing" }.sorted())
    #expect(!said.isEmpty)
  }

  @Test("opens each scenario with what it tests and which signal it takes away", arguments: names)
  func opening(name: String) throws {
    let comment = try Self.comment(of: name).joined(separator: "\n")
    #expect(comment.contains("\n# What it tests: "))
    #expect(comment.contains("\n# What it takes away: "))
  }

  private static func text(of name: String) throws -> [Substring] {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func comment(of name: String) throws -> [String] {
    try text(of: name).prefix { $0.hasPrefix("#") }.map(String.init)
  }

  /// Every key of a scenario with its value, but for its name; a list is one value.
  private static func values(of name: String) throws -> [String: String] {
    let scenario = try ScenarioFile(path: "\(folder)/\(name)").scenario
    var values: [String: String] = [:]
    var path: [(indent: Int, name: Substring)] = []
    var listIndent = Int.max
    for line in scenario.canonicalYAML().split(separator: "\n") {
      let indent = line.prefix { $0 == " " }.count
      let parts = line.dropFirst(indent).split(separator: ":", maxSplits: 1)
      if parts[0].hasPrefix("- ") { listIndent = indent }
      if indent < listIndent { listIndent = .max }
      if listIndent == .max {
        path.removeAll { $0.indent >= indent }
        path.append((indent, parts[0]))
      }
      values[path.map(\.name).joined(separator: "."), default: ""] += line + "\n"
    }
    values["name"] = nil
    return values
  }
}
