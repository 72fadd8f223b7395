/// Pieces of a document made fit to be shown: short, and without control characters.
public enum Excerpt {
  private static let width = 90

  /// A text of at most so many characters, with an ellipsis if it was longer.
  public static func shortened(_ text: String, to length: Int = 60) -> String {
    let head = text.unicodeScalars.prefix(length + 1)
    let shown = String(String.UnicodeScalarView(head.prefix(length).map(visible)))
    return head.count > length ? shown + "..." : shown
  }

  /// The line of a text that holds a position, and below it a caret under the position.
  ///
  /// - Parameters:
  ///   - text: one line or many.
  ///   - position: how many scalars of the text stand before what is pointed at.
  /// - Returns: two lines; none if the line is empty.
  public static func lines(of text: String, at position: Int) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let position = min(position, scalars.count)
    let start = scalars[..<position].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let end = scalars[position...].firstIndex(of: "\n") ?? scalars.count
    return lines(of: scalars[start..<end], column: position - start + 1)
  }

  /// A line of a document and below it a caret under the column, which counts from 1.
  ///
  /// Of a long line the part around the column is shown.
  static func lines(of line: ArraySlice<Unicode.Scalar>, column: Int) -> [String] {
    let start = column > width ? column - width / 2 : 1
    let shown = line.dropFirst(start - 1)
    let before = start > 1 ? "..." : ""
    let after = shown.count > width ? "..." : ""
    let text = String(String.UnicodeScalarView(shown.prefix(width).map(visible)))
    let indent = String(repeating: " ", count: before.count + column - start)
    guard !text.isEmpty else { return [] }
    return ["  \(before)\(text)\(after)", "  \(indent)^"]
  }

  /// The scalar itself, a space for a tab, or the replacement character for other controls.
  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "\t" { return " " }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: return "\u{FFFD}"
    default: return scalar
    }
  }
}
