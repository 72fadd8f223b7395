extension String {
  /// How many columns of a terminal the text takes: two for a wide character, one for any other.
  ///
  /// Wide are the blocks of East Asian scripts and pictographs (Unicode Standard Annex 11, wide and
  /// fullwidth, by block). Accents that combine take no column of their own.
  var displayWidth: Int {
    reduce(0) { $0 + ($1.isWide ? 2 : 1) }
  }

  /// The text without what could move a terminal's cursor, colour it, or turn its reading direction.
  ///
  /// Titles and detectors' names come from files of other people.
  var printable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.isTerminalControl ? "?" : $0 }))
  }

  /// The text cut to a width, with three points where something was cut.
  func shortened(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var kept = ""
    var taken = 3
    for character in self {
      taken += character.isWide ? 2 : 1
      guard taken <= width else { break }
      kept.append(character)
    }
    return kept + "..."
  }
}

extension Unicode.Scalar {
  /// Whether a terminal may act on the scalar instead of showing it.
  fileprivate var isTerminalControl: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: properties.isBidiControl
    }
  }
}

extension Character {
  /// Whether the character takes two columns.
  fileprivate var isWide: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    return Self.wideBlocks.contains { $0.contains(scalar.value) }
      || unicodeScalars.contains { $0.properties.isEmojiPresentation }
  }

  private static let wideBlocks: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD,
  ]
}
