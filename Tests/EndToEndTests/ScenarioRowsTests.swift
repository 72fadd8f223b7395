import Experiments
import Foundation
import Settings
import Testing

@Suite("The scenario's rows") struct ScenarioRowsTests {
  @Test("hold no mistake")
  func mistakes() {
    #expect(Scenario.mistakes() == [])
  }

  @Test("make a template that means the defaults")
  func template() throws {
    let template = Scenario.template()
    let scenario = try SettingsDocument(text: template, name: "template").decode(Scenario.self)
    #expect(scenario.canonicalYAML() == Scenario().canonicalYAML())
  }

  @Test(
    "make canonical YAML that reads back as the same scenario",
    arguments: ["quickstart.yaml", "nottinghamshire-2017.yaml", "imported-graph.yaml"])
  func roundTrip(name: String) throws {
    let scenario = try ScenarioFile(path: Tocsin.scenario(name)).scenario
    let canonical = scenario.canonicalYAML()
    let folder = Tocsin.package.appendingPathComponent("Scenarios").path
    let again = try SettingsDocument(text: canonical, name: "canonical", folder: folder)
      .decode(Scenario.self)
    #expect(again.canonicalYAML() == canonical)
    #expect(canonical != Scenario().canonicalYAML())
  }

  @Test("have these paths and defaults, which scenario files rely on", .tags(.golden))
  func catalogue() throws {
    let lines = Scenario.catalogue().map { entry in
      entry.standard.isEmpty ? entry.path : "\(entry.path): \(entry.standard)"
    }
    let golden = try linesOf(file: "catalogue.txt")
    let changes = lines.difference(from: golden)
    let told = changes.map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line)"
      case .remove(_, let line, _): "- \(line)"
      }
    }
    #expect(told == [], "Goldens/catalogue.txt no longer says what the rows say")
  }

  @Test("make a JSON Schema whose first level is this", .tags(.golden))
  func schema() throws {
    let text = Scenario.jsonSchema(title: "Tocsin scenario")
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let schema = try #require(value as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    #expect(
      schema.keys.sorted() == [
        "$schema", "additionalProperties", "properties", "title", "type",
      ])
    #expect(schema["additionalProperties"] as? Bool == false)
    #expect(
      properties.mapValues { $0["type"] as? String } == [
        "name": "string", "seed": "integer", "calendar": "object", "population": "object",
        "activity": "object", "campaigns": "object", "delivery": "object",
        "detection": "object", "recording": nil,
      ])
  }

  private func linesOf(file name: String) throws -> [String] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens/\(name)")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
