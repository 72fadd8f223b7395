import Foundation
import Testing

@testable import Settings

/// A folder of the test's own, removed with it.
private final class Folder {
  let path = NSTemporaryDirectory() + "settings-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
}

@Suite("Scenario files") struct FileRefusalTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func problems(inFile path: String) -> [String] {
    do throws(InvalidSettings) {
      let garden: Garden = try SettingsDocument(file: path).decode()
      return ["no problem: \(garden)"]
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test("a missing file is refused")
  func missing() {
    let path = folder.path + "/absent.yaml"
    #expect(problems(inFile: path) == ["\(path): there is no such file; check the path"])
  }

  @Test("a folder is refused")
  func isFolder() {
    #expect(
      problems(inFile: folder.path) == [
        "\(folder.path): this is a folder, expected a scenario file; name a file in it"
      ])
  }

  @Test("a device is refused without being read")
  func device() {
    #expect(
      problems(inFile: "/dev/zero") == [
        "/dev/zero: this is not a regular file; give a scenario file"
      ])
  }

  @Test("an unreadable file is refused", .enabled(if: getuid() != 0))
  func unreadable() throws {
    let path = try folder.write(Array("plots: 2".utf8), to: "secret.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    #expect(problems(inFile: path) == ["\(path): the file cannot be read; check its permissions"])
  }

  @Test("a file of 1 MiB is read, and one byte more is refused")
  func size() throws {
    let limit = 1_048_576
    let text = Array("plots: 2\n#".utf8)
    let comment = [UInt8](repeating: UInt8(ascii: "-"), count: limit - text.count)
    let largest = try folder.write(text + comment, to: "largest.yaml")
    let garden: Garden = try SettingsDocument(file: largest).decode()
    #expect(garden.plots == 2)
    let tooLarge = try folder.write(text + comment + comment.prefix(1), to: "large.yaml")
    #expect(
      problems(inFile: tooLarge) == [
        "\(tooLarge): the file has 1048577 bytes, expected at most 1048576; "
          + "is it a scenario file?"
      ])
  }

  @Test("a byte that is not UTF-8 is refused at its line and column")
  func notUTF8() throws {
    let path = try folder.write(Array("plots: 2\nname: caf".utf8) + [0xE9, 0x0A], to: "latin.yaml")
    #expect(
      problems(inFile: path) == [
        "\(path):2:10: found the byte 0xE9, expected text in UTF-8; save the file as UTF-8"
      ])
  }

  @Test("a NUL byte is refused at its line and column")
  func nul() throws {
    let path = try folder.write(Array("plots: 2\nname: a\0b\n".utf8), to: "nul.yaml")
    #expect(
      problems(inFile: path) == [
        "\(path):2:8: found the control character U+0000, expected text; remove it"
      ])
  }

  @Test("a byte-order mark and line ends of two characters are read")
  func byteOrderMark() throws {
    let text = "\u{FEFF}plots: 2\r\npond:\r\n  fish: 3\r\n"
    let path = try folder.write(Array(text.utf8), to: "windows.yaml")
    let garden: Garden = try SettingsDocument(file: path).decode()
    #expect((garden.plots, garden.pond.fish) == (2, 3))
  }

  @Test("lines and columns hold after a byte-order mark and with line ends of two characters")
  func positionsWithCRLF() throws {
    let path = try folder.write(
      Array("\u{FEFF}plots: 0\r\n\r\npond:\r\n  fish: -3\r\n".utf8), to: "windows.yaml")
    #expect(
      problems(inFile: path) == [
        "\(path):1:8: plots: found 0, expected a whole number from 1 to 500 (plots); "
          + "raise it to 1 at least",
        "\(path):4:9: pond.fish: found -3, expected a whole number from 0; "
          + "raise it to 0 at least",
      ])
  }

  @Test("lines are shown and keys found with line ends of two characters")
  func excerptWithCRLF() {
    let error = #expect(throws: InvalidSettings.self) {
      try garden("shade: 0.1\r\nplots: 1\r\nshade: 0.2\r\n")
    }
    #expect(
      error?.description == """
        garden.yaml:3:1: shade: the key is given twice, first at line 1, column 1; remove one of the two
          shade: 0.2
          ^
        1 problem in garden.yaml
        """)
  }

  @Test("a file that the scenario names is found from the scenario's folder")
  func inputFile() throws {
    let plan = try folder.write([], to: "plan.svg")
    let path = try folder.write(Array("plan: plan.svg".utf8), to: "garden.yaml")
    let garden: Garden = try SettingsDocument(file: path).decode()
    #expect(garden.plan == InputFile("plan.svg", in: folder.path + "/"))
    #expect(garden.plan?.path == plan)
  }

  @Test("a file that the scenario names must be there and be a file")
  func missingInputFile() throws {
    let path = try folder.write(Array("plots: 2\nplan: plan.svg\n".utf8), to: "garden.yaml")
    #expect(
      problems(inFile: path) == [
        "\(path):2:7: plan: there is no file \(folder.path)/plan.svg; check the path, "
          + "which is relative to the scenario's folder"
      ])
    let dot = try folder.write(Array("plan: .".utf8), to: "dot.yaml")
    #expect(
      problems(inFile: dot) == [
        "\(dot):1:7: plan: \(folder.path)/. is a folder, expected a file; name a file in it"
      ])
  }
}
