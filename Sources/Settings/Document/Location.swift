/// Where a problem lies.
public enum Location: Sendable, Equatable {
  /// In the document as a whole, or in the file that should hold it.
  case document
  /// At a line and a column, both from 1; a column is a Unicode scalar.
  case position(line: Int, column: Int)
  /// In an override: its place among the options, and its text `path=value`.
  case option(index: Int, text: String)

  var isOption: Bool {
    guard case .option = self else { return false }
    return true
  }
}

extension Location: Comparable {
  /// Whether the first location comes earlier: the document, then its lines, then the options.
  public static func < (first: Location, second: Location) -> Bool {
    first.order < second.order
  }

  private var order: (Int, Int, Int) {
    switch self {
    case .document: (0, 0, 0)
    case .position(let line, let column): (1, line, column)
    case .option(let index, _): (2, index, 0)
    }
  }
}
