/// Goes through the lines of a table that are neither blank nor comments.
///
/// Lines end with a line feed, with or without a carriage return before it; a byte-order mark in
/// front of the first is no part of it. A line that is not text in UTF-8 is handed on, so that it
/// can be told.
public struct TableReader {
  /// How many lines have been gone through.
  public private(set) var lineCount = 0
  private let bytes: [UInt8]
  private let comments: [UInt8]
  private var position = 0

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - bytes: the contents of the file.
  ///   - comments: what a line begins with that is not read.
  public init(_ bytes: [UInt8], comments: String = "#") {
    self.bytes = bytes
    self.comments = Array(comments.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next line that holds something; nil after the last.
  public mutating func next() -> TableLine? {
    while position <= bytes.count {
      let rest = bytes[position...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      lineCount += 1
      let line = TableLine(number: lineCount, rest[..<end])
      position = end + 1
      if !line.isText { return line }
      guard let first = line.bytes.first, !comments.contains(first) else { continue }
      return line
    }
    return nil
  }
}

/// What can be wrong with a line of any table.
public enum TableFault: Error, Equatable, Sendable {
  /// The line is not text in UTF-8.
  case notText
  /// A quoted value does not end on its line.
  case openQuote
  /// Something other than a comma follows a quoted value.
  case textAfterQuote

  /// What was found and what to do.
  public var words: String {
    switch self {
    case .notText:
      "this is not text in UTF-8; save the table as CSV in UTF-8, without formatting"
    case .openQuote:
      "found a quotation mark that is not closed on this line; close it, and write \"\" for one "
        + "that is part of the value"
    case .textAfterQuote:
      "found text behind a closing quotation mark, expected a comma; put the whole value between "
        + "the marks, and write \"\" for one that is part of it"
    }
  }
}
