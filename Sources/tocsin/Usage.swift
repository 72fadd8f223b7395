import ArgumentParser
import Settings

/// What is said of a command line that cannot be understood.
enum Usage {
  /// The parser's words in the form of our own, with the subcommand that was probably meant.
  static func message(for error: any Error) -> String {
    var lines = Tocsin.fullMessage(for: error).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    guard let first = lines.first else { return "" }
    // The parser begins with a capital, every other message of ours does not.
    if first.hasPrefix("Error: ") { lines[0] = "error: " + first.dropFirst("Error: ".count) }
    if let word = unexpectedArgument(in: first), let known = subcommands(after: lines) {
      let nearest = NearestName(to: word).among(known).map { "did you mean \($0)?" }
      lines[0] =
        "error: there is no subcommand \"\(word)\"; "
        + (nearest ?? "there are: \(known.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n")
  }

  private static func unexpectedArgument(in line: String) -> String? {
    let start = "Error: Unexpected argument '"
    guard line.hasPrefix(start), line.hasSuffix("'") else { return nil }
    return String(line.dropFirst(start.count).dropLast())
  }

  /// The subcommands of the command whose usage is told and ends with `<subcommand>`, if any.
  private static func subcommands(after lines: [String]) -> [String]? {
    let root = Command(Tocsin.self)
    let told = ([root] + root.subcommands).first { command in
      lines.contains("Usage: \(command.path) <subcommand>")
    }
    return told?.subcommands.map(\.name)
  }

  /// A command with its full name and those below it.
  private struct Command {
    var path: String
    var name: String
    var subcommands: [Command] = []

    init(_ type: any ParsableCommand.Type, below parent: String = "") {
      name = type.configuration.commandName ?? "\(type)".lowercased()
      path = parent.isEmpty ? name : "\(parent) \(name)"
      for subcommand in type.configuration.subcommands {
        subcommands.append(Command(subcommand, below: path))
      }
    }
  }
}
