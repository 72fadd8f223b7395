/// Running text broken into lines that fit a terminal.
enum Paragraph {
  /// The widest line of a report, in columns.
  static let width = 100

  /// Breaks a text at spaces into lines of at most `width` columns, each after the first indented.
  ///
  /// A word wider than a line stands alone and sticks out: a path is more use whole.
  static func lines(_ text: String, indent: Int = 0, width: Int = width) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").map(String.init) {
      if !line.isEmpty, line.displayWidth + 1 + word.displayWidth > width {
        lines.append(line)
        line = String(repeating: " ", count: indent) + word
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// A list with a dash before each item.
  static func list(_ items: [String]) -> [String] {
    items.flatMap { lines("- " + $0, indent: 2) }
  }
}
