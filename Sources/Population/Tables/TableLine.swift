/// A line of a table, to be cut into its values.
public struct TableLine {
  /// The line, from 1.
  public let number: Int
  /// What it holds, without white space at its ends.
  let bytes: ArraySlice<UInt8>
  /// Whether it is text in UTF-8 without control characters.
  let isText: Bool

  /// Takes the bytes between two line feeds.
  init(number: Int, _ line: ArraySlice<UInt8>) {
    self.number = number
    bytes = Self.trimmed(line)
    isText = Self.isText(line)
  }

  /// The whole line, for messages.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The values between commas (RFC 4180, but a value ends on its line).
  ///
  /// A value in quotation marks may hold commas, and a quotation mark that is written twice. White
  /// space around values says nothing.
  ///
  /// - Throws: `TableFault` for a line that is not text or whose quotation marks do not fit.
  public func values() throws(TableFault) -> [String] {
    guard isText else { throw .notText }
    var values: [String] = []
    var rest = bytes
    while true {
      rest = Self.trimmed(rest)
      if rest.first == Self.quote {
        values.append(try Self.quotedValue(&rest))
      } else {
        let end = rest.firstIndex(of: Self.comma) ?? rest.endIndex
        values.append(Self.value(rest[..<end]))
        rest = rest[end...]
      }
      guard let next = rest.first else { return values }
      guard next == Self.comma else { throw .textAfterQuote }
      rest = rest.dropFirst()
    }
  }

  /// The words between white space.
  ///
  /// - Throws: `TableFault` for a line that is not text.
  func words() throws(TableFault) -> [String] {
    guard isText else { throw .notText }
    return bytes.split(whereSeparator: Self.isSpace).map { String(decoding: $0, as: UTF8.self) }
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")

  /// Takes a value in quotation marks, and the white space behind it, off the front.
  private static func quotedValue(_ rest: inout ArraySlice<UInt8>) throws(TableFault) -> String {
    var value: [UInt8] = []
    rest = rest.dropFirst()
    while let end = rest.firstIndex(of: quote) {
      value += rest[..<end]
      rest = rest[(end + 1)...]
      guard rest.first == quote else {
        rest = trimmed(rest)
        return Self.value(value[...])
      }
      value.append(quote)
      rest = rest.dropFirst()
    }
    throw .openQuote
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: trimmed(bytes), as: UTF8.self)
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    // White space beyond ASCII, such as a no-break space that a spreadsheet leaves.
    var slice = text.drop(while: \.isWhitespace)
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = bytes.drop(while: isSpace)
    while let last = slice.last, isSpace(last) { slice.removeLast() }
    return slice
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private static func isText(_ line: ArraySlice<UInt8>) -> Bool {
    if line.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x09 || $0 == 0x0D }) { return true }
    guard let text = String(validating: line, as: UTF8.self) else { return false }
    return !text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x09, 0x0D: false
      case 0x00...0x1F, 0x7F...0x9F: true
      default: false
      }
    }
  }
}
