/// A key that a person pressed, as a terminal sends it.
enum Key: Equatable {
  case character(Character)
  case enter, tab, backspace, delete, left, right, home, end, up, down
  /// Ctrl-K, Ctrl-U and Ctrl-W: what is after the cursor, before it, or the word before it goes.
  case cutAfter, cutBefore, cutWord
  /// Ctrl-C and Ctrl-D.
  case cancel, endOfInput
  /// One that means nothing here.
  case other

  /// Takes the next key off what a terminal sent.
  ///
  /// - Returns: nil where the rest of a key is still to come.
  static func next(from bytes: inout [UInt8]) -> Key? {
    guard let first = bytes.first else { return nil }
    if first == 0x1B { return escaped(from: &bytes) }
    let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard bytes.count >= count else { return nil }
    let text = String(decoding: bytes.prefix(count), as: UTF8.self)
    bytes.removeFirst(count)
    if let key = controls[first] { return key }
    guard first >= 0x20, let character = text.first else { return .other }
    return .character(character)
  }

  private static let controls: [UInt8: Key] = [
    0x01: .home, 0x02: .left, 0x03: .cancel, 0x04: .endOfInput, 0x05: .end, 0x06: .right,
    0x08: .backspace, 0x09: .tab, 0x0A: .enter, 0x0B: .cutAfter, 0x0D: .enter, 0x0E: .down,
    0x10: .up, 0x15: .cutBefore, 0x17: .cutWord, 0x7F: .backspace,
  ]

  /// A key that is sent as an escape, a bracket or an O, perhaps numbers, and a last character.
  private static func escaped(from bytes: inout [UInt8]) -> Key? {
    guard bytes.count >= 2 else { return nil }
    guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else {
      bytes.removeFirst(2)
      return .other
    }
    guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return nil
    }
    let sequence = String(decoding: bytes[2...end], as: UTF8.self)
    bytes.removeFirst(end + 1)
    return sequences[sequence] ?? .other
  }

  private static let sequences: [String: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end,
    "1~": .home, "3~": .delete, "4~": .end, "7~": .home, "8~": .end,
  ]
}
