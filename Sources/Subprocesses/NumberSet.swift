/// Numbers of events, from 0: a bit for each up to the highest.
struct NumberSet: Equatable, Sendable {
  private var words: [UInt64] = []

  /// Takes a number in.
  ///
  /// - Precondition: it is not below 0.
  mutating func insert(_ number: Int) {
    let word = number >> 6
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    words[word] |= 1 << UInt64(number & 63)
  }

  /// Whether a number was taken in.
  func contains(_ number: Int) -> Bool {
    let word = number >> 6
    return number >= 0 && word < words.count && words[word] >> UInt64(number & 63) & 1 == 1
  }
}
