import Foundation
import Settings
import Testing

@testable import Detection

@Suite("Guide pages, over every detector of the catalogue")
struct GuidePageTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Documentation/Detectors")

  private static let headings = [
    "What it looks for", "Formula", "Source", "Parameters", "What an alert says",
    "When it fails", "Cost",
  ]

  /// The lines of a detector's page.
  private func page(_ name: String) throws -> [String] {
    let file = Self.folder.appending(path: "\(name).md")
    return try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  /// What stands between backticks in a section of a page: names of keys or of reasons.
  private func names(in section: String, of page: [String]) -> Set<String> {
    let lines = page.drop { $0 != "## \(section)" }.dropFirst().prefix { !$0.hasPrefix("## ") }
    let parts = lines.joined(separator: " ").split(separator: "`", omittingEmptySubsequences: false)
    let quoted = parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    // Commands have blanks, or are names of something else than a key.
    return Set(
      quoted.map(String.init).filter {
        $0.allSatisfy { $0 == "-" || $0.isLowercase || $0.isNumber }
      })
  }

  @Test(
    "have the agreed headings in their order, and something below each",
    arguments: DetectorCatalogue.entries.map(\.name))
  func headings(name: String) throws {
    let page = try page(name)
    #expect(page.first == "# \(name)")
    #expect(page.filter { $0.hasPrefix("## ") } == Self.headings.map { "## \($0)" })
    for heading in Self.headings {
      let below = page.drop { $0 != "## \(heading)" }.dropFirst().prefix { !$0.hasPrefix("#") }
      #expect(below.contains { !$0.isEmpty }, "\(heading)")
    }
  }

  @Test(
    "name every key of the detector's section, and none that it has not",
    arguments: DetectorCatalogue.entries.map(\.name))
  func keys(name: String) throws {
    let keys = DetectionSettings.catalogue().map(\.path)
      .filter { $0.hasPrefix("\(name).") }.map { String($0.dropFirst(name.count + 1)) }
      // Rows of a table are not keys of their own.
      .filter { !$0.contains(".") }
    #expect(keys.contains("enabled"))
    #expect(names(in: "Parameters", of: try page(name)) == Set(keys))
  }
}
