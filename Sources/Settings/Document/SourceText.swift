/// The text of a document, as Unicode scalars in lines, the way YAML counts them.
struct SourceText: Sendable {
  private(set) var scalars: [Unicode.Scalar]
  /// Where each line begins in `scalars`, ascending.
  private let lineStarts: [Int]

  /// Takes a text; a byte-order mark at its start is left out.
  init(_ text: String) {
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    self.scalars = scalars
    var starts = [0]
    for (index, scalar) in scalars.enumerated() where Self.isLineBreak(scalar) {
      let isFirstOfPair =
        scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
      if !isFirstOfPair { starts.append(index + 1) }
    }
    lineStarts = starts
  }

  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The line and column, both from 1, of the scalar at `index`.
  func position(of index: Int) -> (line: Int, column: Int) {
    let line = lineStarts.lastIndex { $0 <= index } ?? 0
    return (line + 1, index - lineStarts[line] + 1)
  }

  /// The index of a scalar from its line and column; nil if there is none.
  func index(line: Int, column: Int) -> Int? {
    guard lineStarts.indices.contains(line - 1) else { return nil }
    let index = lineStarts[line - 1] + column - 1
    return scalars.indices.contains(index) ? index : nil
  }

  /// A line, counted from 1, without its line break; empty beyond the last.
  func line(_ number: Int) -> ArraySlice<Unicode.Scalar> {
    guard lineStarts.indices.contains(number - 1) else { return [] }
    return scalars[lineStarts[number - 1]...].prefix { !Self.isLineBreak($0) }
  }

  /// The same text with another scalar in all places of one, so that no position changes.
  func replacing(_ scalar: Unicode.Scalar, with other: Unicode.Scalar) -> SourceText {
    var copy = self
    for index in scalars.indices where scalars[index] == scalar { copy.scalars[index] = other }
    return copy
  }

  /// The same text with one scalar put in the place of another, so that no position changes.
  func replacing(at index: Int, with scalar: Unicode.Scalar) -> SourceText {
    var copy = self
    copy.scalars[index] = scalar
    return copy
  }

  /// The first scalar that YAML does not allow in a document, as an index.
  var firstControlCharacter: Int? {
    scalars.firstIndex { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85: false
      case 0x00...0x1F, 0x7F...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
