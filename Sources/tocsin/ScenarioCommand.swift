import Activity
import ArgumentParser
import Experiments
import Foundation
import Reporting
import Population
import Settings

/// `tocsin scenario`: everything about scenario files.
struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario", abstract: "Check, start and document scenario files.",
    subcommands: [Check.self, New.self, Keys.self, Schema.self])

  /// `tocsin scenario check`.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a scenario file; all its problems are told at once.")

    @OptionGroup var scenario: ScenarioOptions

    func run() throws {
      let file = try ScenarioFile(path: scenario.scenario, overrides: scenario.overrides)
      let accounts = file.accountCount.counting("account")
      print(
        "\(scenario.scenario) is fine: \(file.scenario.name), \(accounts) in "
          + "\(file.places.count.counting("place")), "
          + "\(file.scenario.calendar.days.counting("day")) from "
          + "\(file.scenario.calendar.start.inWords)")
      if let graph = file.graph { print(Self.words(of: graph)) }
    }

    /// What was read of an imported graph.
    private static func words(of graph: ImportedGraph) -> String {
      let friendships = graph.friendships.count.counting("friendship")
      let repeated = graph.repeatedEdges.counting("line")
      return "imported: \(graph.accounts.count.counting("account")) of "
        + "\(graph.accounts.persons.count.counting("person")), \(friendships)"
        + (graph.repeatedEdges == 0 ? "" : "; \(repeated) gave one again")
    }
  }

  /// `tocsin scenario new`.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Start a scenario file: every key with its default, commented.",
      discussion: "Prints it, or writes it to a file that does not exist yet.")

    @Argument(help: "The file to write. (default: print)")
    var file: String?

    func run() throws {
      let template = Scenario.template()
      guard let file else {
        print(template, terminator: "")
        return
      }
      do {
        try Data(template.utf8).write(
          to: URL(fileURLWithPath: file), options: .withoutOverwriting)
      } catch CocoaError.fileWriteFileExists {
        throw BadInput("\(file) exists already; name another file, or remove it first")
      } catch {
        throw BadInput("\(file) cannot be written; check that its folder exists and is writable")
      }
      print("\(file) is written; change it, then: tocsin run \(file)")
    }
  }

  /// `tocsin scenario keys`.
  struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List every key with its default, unit, bounds and source.",
      discussion: """
        A published source is followed by how far it was checked: FOUND, read in the work itself; \
        FOUND2, read in a report of it; DERIVED, computed from what was found; MEMORY-H, -M or -L, \
        recalled with high, medium or low confidence and to be checked before it is quoted. \
        "assumption" is our own choice; "sweep" has no good source and should be varied over the \
        range given.
        """)

    @Argument(help: "Only keys whose path or description contains this.")
    var filter: String?

    @Flag(help: "Print JSON instead of text.")
    var json = false

    func run() throws {
      let entries = Scenario.catalogue().filter { entry in
        guard let filter = filter?.lowercased() else { return true }
        return entry.path.lowercased().contains(filter)
          || entry.about.lowercased().contains(filter)
      }
      if entries.isEmpty, let filter {
        throw BadInput(
          "no key's path or description contains \"\(filter)\"; "
            + "`tocsin scenario keys` lists them all")
      }
      guard json else {
        for entry in entries { print(Self.text(of: entry)) }
        return
      }
      print(try JSONText.text(of: entries), terminator: "")
    }

    private static func text(of entry: CatalogueEntry) -> String {
      var facts: [String] = []
      switch entry.standard {
      case "": break
      case "required": facts.append("required")
      case let standard: facts.append("default \(standard)")
      }
      if !entry.unit.isEmpty { facts.append(entry.unit) }
      if !entry.bounds.isEmpty { facts.append(entry.bounds) }
      var lines = [entry.path]
      if !entry.about.isEmpty { lines.append("    \(entry.about)") }
      if !facts.isEmpty { lines.append("    " + facts.joined(separator: "; ")) }
      if !entry.source.isEmpty { lines.append("    source: \(entry.source)") }
      return lines.joined(separator: "\n")
    }
  }

  /// `tocsin scenario schema`.
  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the JSON Schema of scenario files, for editors.")

    func run() {
      print(Scenario.jsonSchema(title: "Tocsin scenario"))
    }
  }
}
