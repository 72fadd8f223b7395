import Foundation

/// A command that a page of documentation shows after `$ `, and the output below it.
struct ShownCommand: CustomStringConvertible {
  let command: String
  let output: String

  var description: String { command }

  /// The commands of a page, such as `Documentation/Patterns.md`, from the first.
  ///
  /// A command goes on over lines until its last quotation mark is closed; its output, until the
  /// end of the block.
  static func all(of page: String) throws -> [ShownCommand] {
    let text = try String(
      contentsOf: Tocsin.package.appendingPathComponent(page), encoding: .utf8)
    return text.components(separatedBy: "```\n$ ").dropFirst().map { block in
      var lines = block.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
      var command = lines.removeFirst()
      while command.count(where: { $0 == "\"" }) % 2 == 1, !lines.isEmpty {
        command += "\n" + lines.removeFirst()
      }
      return ShownCommand(command: command, output: lines.joined(separator: "\n"))
    }
  }

  /// What the command really prints, on either output, in a folder with the shipped scenarios.
  func run(in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command + " 2>&1"]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    let programs = Tocsin.executable.deletingLastPathComponent().path
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PATH": "\(programs):/usr/bin:/bin"]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}
