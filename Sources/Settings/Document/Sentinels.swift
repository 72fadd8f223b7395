/// Characters that stand in for others while a text is parsed: private ones that it does not use.
///
/// They keep two things from the YAML library that it would handle before it could be asked. An
/// asterisk would become a copy of what it refers to, so that a small file could grow without
/// bound. A duplicate key would end the parse without saying where the second one is.
struct Sentinels {
  private let used: Set<Unicode.Scalar>
  /// Where the search for an unused character goes on.
  private var next: UInt32 = 0xE000
  private var originals: [Unicode.Scalar: Unicode.Scalar] = [:]
  /// Stands in for every asterisk.
  private(set) var asterisk: Unicode.Scalar = "*"

  /// Chooses characters that a text does not use.
  init(for text: SourceText) {
    used = Set(text.scalars.filter { $0.value >= 0xE000 })
    asterisk = stand(inFor: "*")
  }

  /// Chooses a character to stand in for another.
  mutating func stand(inFor original: Unicode.Scalar) -> Unicode.Scalar {
    // The private use area, and after it the million characters beyond the basic plane. A
    // document of at most 1 MiB holds a quarter of them at most, so that the search ends.
    while true {
      let candidate = Unicode.Scalar(next)
      next = next == 0xF8FF ? 0x10000 : next + 1
      if let candidate, !used.contains(candidate) {
        originals[candidate] = originals[original] ?? original
        return candidate
      }
    }
  }

  /// Puts back what the sentinels stand in for.
  func restored(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { originals[$0] != nil }) else { return text }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.unicodeScalars.map { originals[$0] ?? $0 })
    return String(view)
  }
}
