import ArgumentParser
import Detection
import Foundation
import Reporting

/// `tocsin detectors`: what detectors there are.
struct DetectorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detectors", abstract: "List the detectors and what each looks for.")

  @Flag(help: "Print JSON instead of text.")
  var json = false

  private struct Row: Encodable {
    var name: String
    var about: String
  }

  func run() throws {
    let rows = DetectorCatalogue.entries.map { Row(name: $0.name, about: $0.about) }
    guard json else {
      let width = rows.map(\.name.count).max() ?? 0
      for row in rows {
        print(row.name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + row.about)
      }
      return
    }
    print(try JSONText.text(of: rows), terminator: "")
  }
}
