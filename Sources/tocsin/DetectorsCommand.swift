import ArgumentParser
import Detection
import Experiments
import Reporting

/// `tocsin detectors`: what detectors there are.
struct DetectorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detectors", abstract: "List the detectors and what each looks for.")

  @Flag(help: "Print JSON instead of text.")
  var json = false

  func run() throws {
    let list = DetectorList(
      DetectorCatalogue.entries.map { entry in
        DetectorList.Detector(
          name: entry.name, group: entry.group.rawValue, about: entry.about,
          default: entry.isEnabled(DetectionSettings()), guide: entry.guide)
      },
      groups: DetectorCatalogue.groups.map { ($0.rawValue, $0.about) })
    print(json ? try list.json() : list.text(), terminator: "")
  }
}

extension DetectorCatalogue.Entry {
  /// The page that says what it looks for and when it fails, from the top of the repository.
  var guide: String { "Documentation/Detectors/\(name).md" }
}
