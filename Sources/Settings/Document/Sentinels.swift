/// Characters of the private use area that stand in for others while a text is parsed.
///
/// They keep two things from the YAML library that it would handle before it could be asked. An
/// asterisk would become a copy of what it refers to, so that a small file could grow without
/// bound. A duplicate key would end the parse without saying where the second one is.
struct Sentinels {
  private var unused: [Unicode.Scalar]
  private var originals: [Unicode.Scalar: Unicode.Scalar] = [:]
  /// Stands in for every asterisk; the asterisk itself if the text uses the whole area.
  let asterisk: Unicode.Scalar

  /// Chooses characters that a text does not use.
  init(for text: SourceText) {
    let used = Set(text.scalars.filter { (0xE000...0xF8FF).contains($0.value) })
    unused = (UInt32(0xE000)...0xF8FF).reversed().compactMap(Unicode.Scalar.init)
      .filter { !used.contains($0) }
    asterisk = unused.popLast() ?? "*"
    originals[asterisk] = "*"
  }

  /// Chooses a character to stand in for another; nil if there is none left.
  mutating func stand(inFor original: Unicode.Scalar) -> Unicode.Scalar? {
    let sentinel = unused.popLast()
    if let sentinel { originals[sentinel] = original }
    return sentinel
  }

  /// Puts back what the sentinels stand in for.
  func restored(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { originals[$0] != nil }) else { return text }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.unicodeScalars.map { originals[$0] ?? $0 })
    return String(view)
  }
}
