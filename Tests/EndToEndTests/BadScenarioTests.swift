import Experiments
import Foundation
import Population
import Settings
import Testing

/// Every file in `BadScenarios` is refused, with the words in the text file beside it.
///
/// To add a case, write the scenario and run the tests: the failure shows the message, which goes
/// into the text file once an author would know from it what to do.
@Suite("Bad scenario files") struct BadScenarioTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("BadScenarios").path

  static let names = files(ending: ".yaml", in: folder)

  @Test("are refused with the words kept beside them", .tags(.golden), arguments: names)
  func refused(name: String) throws {
    let found = try #require(refusal(of: name), "\(name).yaml was taken for a good scenario")
    let golden = try? String(contentsOfFile: "\(Self.folder)/\(name).txt", encoding: .utf8)
    #expect(found + "\n" == golden)
  }

  @Test("are told with the line of every problem", arguments: names)
  func positions(name: String) throws {
    let message = try #require(refusal(of: name))
    let place = #/^[a-z0-9/-]+\.(yaml:[0-9]+:[0-9]+|csv:[0-9]+): ./#
    let told = message.split(separator: "\n").filter { !$0.hasPrefix("  ") }
    for line in told.dropLast() {
      #expect(line.contains(place), "\(line)")
    }
    #expect(told.count >= 2)
    #expect(told.last?.contains(#/^[0-9]+ problems? in /#) == true)
  }

  @Test("are told without characters that a terminal would obey", arguments: names)
  func harmless(name: String) throws {
    let message = try #require(refusal(of: name))
    let controls = message.unicodeScalars.filter {
      $0 != "\n" && $0.properties.generalCategory == .control
    }
    #expect(controls.isEmpty)
  }

  @Test("have no text that lost its scenario, and are forty and more")
  func complete() {
    #expect(Self.files(ending: ".txt", in: Self.folder) == Self.names)
    #expect(Self.names.count >= 40)
    let tables = Set(Self.names.filter { $0.hasPrefix("places-") }.map { $0.dropFirst(7) })
    let unused = Self.files(ending: ".csv", in: Self.folder + "/places").filter {
      !tables.contains($0[...])
    }
    #expect(unused.isEmpty)
    let imports = Set(Self.names.filter { $0.hasPrefix("import-") }.map { $0.dropFirst(7) })
    for name in Self.files(ending: ".csv", in: Self.folder + "/imports") where name != "places" {
      let scenario = name.hasSuffix("-accounts") ? name.dropLast("-accounts".count) : name[...]
      #expect(imports.contains(scenario) || imports.contains(name[...]), "\(name)")
    }
  }

  @Test("end the program with code 2, words on standard error alone", .tags(.endToEnd))
  func exitCode() throws {
    let folder = URL(fileURLWithPath: Self.folder)
    for name in ["many-problems", "places-not-utf8", "import-bad-values", "nul"] {
      let ending = try Tocsin.run(["scenario", "check", "\(name).yaml"], in: folder)
      let words = try String(contentsOfFile: "\(Self.folder)/\(name).txt", encoding: .utf8)
      #expect(ending == Tocsin.Ending(status: 2, stdout: "", stderr: words))
    }
  }

  /// What is said of a file, with paths from the folder of bad scenarios on; nil if it is taken.
  private func refusal(of name: String) -> String? {
    do {
      _ = try ScenarioFile(path: "\(Self.folder)/\(name).yaml")
      return nil
    } catch {
      return "\(error)".replacingOccurrences(of: Self.folder + "/", with: "")
    }
  }

  private static func files(ending: String, in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
  }
}
