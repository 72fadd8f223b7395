import Detection

/// What a program is called that does not say.
enum ProgramName {
  /// The name of the script in a command, or else of the program, with a number behind it if another
  /// has it: of `python3 lab/My_Rule.py --fast` it is `my-rule`.
  static func name(for command: String, taken: [String]) -> String {
    let words = command.split(whereSeparator: \.isWhitespace).map { word in
      word.split(separator: "/").last.map(String.init) ?? ""
    }
    let script = words.dropFirst().first { word in
      word.first?.isLetter == true && word.dropFirst().contains(".")
    }
    let file = script ?? words.first ?? ""
    let stem = file.split(separator: ".").first.map(String.init) ?? ""
    var name = ""
    for scalar in stem.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": name.unicodeScalars.append(scalar)
      default: if !name.isEmpty, name.last != "-" { name += "-" }
      }
    }
    name = String(name.prefix(36))
    while name.last == "-" { name.removeLast() }
    if name.first?.isLetter != true { name = "program" + (name.isEmpty ? "" : "-" + name) }
    func isFree(_ name: String) -> Bool {
      !taken.contains(name) && !DetectorCatalogue.isTaken(name)
    }
    return isFree(name) ? name : (2...).lazy.map { "\(name)-\($0)" }.first(where: isFree) ?? name
  }
}
