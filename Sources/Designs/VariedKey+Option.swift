extension VariedKey {
  /// How many values of a range a grid takes at most.
  static let levelLimit = 1_000

  /// Reads an option: `key=a,b,c`, `key=low..high`, `key=low..high:count`, each range with `:log`
  /// behind it for steps by a factor.
  ///
  /// - Parameters:
  ///   - option: The option as it was given.
  ///   - isWhole: Whether the key at a path takes whole numbers.
  /// - Throws: `DesignError`, if it is no such option.
  public init(_ option: String, isWhole: (String) -> Bool) throws(DesignError) {
    guard let equals = option.firstIndex(of: "="), equals > option.startIndex else {
      throw .malformed(option: option)
    }
    let path = String(option[..<equals])
    let text = option[option.index(after: equals)...]
    guard !text.isEmpty else { throw .malformed(option: option) }
    // Of a path such as ../towns.csv the dots are part.
    if text.first != "[", !text.contains("/"), let dots = text.firstRange(of: "..") {
      try self.init(path, from: text[..<dots.lowerBound], text[dots.upperBound...], isWhole(path))
    } else {
      self.init(path, .choices(try Self.choices(text, of: path, option)))
    }
  }

  private init(
    _ path: String, from lower: Substring, _ rest: Substring, _ isWhole: Bool
  ) throws(DesignError) {
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    let upper = parts.first ?? ""
    let found = "\(lower)..\(upper)"
    guard let low = Double(lower), let high = Double(upper), low.isFinite, high.isFinite else {
      throw .notNumbers(key: path, found: found)
    }
    guard low < high else { throw .emptyRange(key: path, found: found) }
    var levels: Int?
    var spacing = Spacing.linear
    for part in parts.dropFirst() {
      if part == "log", spacing == .linear {
        spacing = .logarithmic
      } else if levels == nil, let count = Int(part), (2...Self.levelLimit).contains(count) {
        levels = count
      } else {
        throw .badSuffix(key: path, found: String(part))
      }
    }
    if spacing == .logarithmic, low <= 0 { throw .notPositive(key: path, found: found) }
    guard isWhole else {
      self.init(path, .numbers(low...high, spacing), levels: levels)
      return
    }
    guard let low = Int(lower), let high = Int(upper) else {
      throw .notWhole(key: path, found: found)
    }
    self.init(path, .wholeNumbers(low...high, spacing), levels: levels)
  }

  /// The values between commas; those within brackets belong to a list.
  private static func choices(
    _ text: Substring, of path: String, _ option: String
  ) throws(DesignError) -> [String] {
    var choices = [""]
    var depth = 0
    for character in text {
      if "[{".contains(character) { depth += 1 }
      if "]}".contains(character) { depth -= 1 }
      if character == ",", depth == 0 {
        choices.append("")
      } else {
        choices[choices.count - 1].append(character)
      }
    }
    for (index, choice) in choices.enumerated() {
      if choice.isEmpty { throw .malformed(option: option) }
      if choices[..<index].contains(choice) { throw .repeatedValue(key: path, value: choice) }
    }
    return choices
  }
}
