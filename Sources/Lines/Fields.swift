import Settings

/// An object of a line, of which every key must be known.
public struct Fields {
  /// What a line says is not what was expected.
  public struct Refused: Error {
    /// The key, what was found there, and what was expected.
    public var reason: String

    /// Makes a refusal.
    public init(reason: String) { self.reason = reason }
  }

  private let path: String
  private let values: [String: ReceivedValue]

  /// Takes a value for an object with some of the keys given.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - path: its name in messages.
  ///   - keys: those that it may have.
  /// - Throws: `Refused` for anything else, with the key that was probably meant.
  public init(
    _ value: ReceivedValue, at path: String, keys: [String]
  ) throws(Refused) {
    guard case .object(let values) = value else {
      throw Refused(
        reason: "\(path): found \(value.words), expected an object with \(keys.inWords)")
    }
    for key in values.keys.sorted() where !keys.contains(key) {
      let nearest = NearestName(to: key).among(keys).map { "; did you mean \"\($0)\"?" } ?? ""
      throw Refused(
        reason: "\(path): found the key \"\(key.prefix(40))\", expected \(keys.inWords)\(nearest)")
    }
    self.path = path
    self.values = values
  }

  /// The name of a key's value in messages.
  public func name(of key: String) -> String { "\(path).\(key)" }

  /// The value of a key; nothing if it is missing or null.
  public subscript(key: String) -> ReceivedValue? {
    values[key].flatMap { $0 == .null ? nil : $0 }
  }

  /// Says what was found in place of something.
  public func refusal(_ key: String, expected: String) -> Refused {
    Refused(
      reason: "\(name(of: key)): found \(self[key]?.words ?? "nothing"), expected \(expected)")
  }

  /// A list; nil if it is missing.
  ///
  /// - Throws: `Refused` for anything else.
  public func list(_ key: String) throws(Refused) -> [ReceivedValue]? {
    guard let value = self[key] else { return nil }
    guard case .list(let list) = value else { throw refusal(key, expected: "a list") }
    return list
  }

  /// A text; nil if it is missing.
  ///
  /// - Throws: `Refused` for anything else.
  public func text(_ key: String) throws(Refused) -> String? {
    guard let value = self[key] else { return nil }
    guard case .text(let text) = value else { throw refusal(key, expected: "text") }
    return text
  }

  /// A number that is neither infinite nor above `Double`; nil if it is missing.
  ///
  /// - Throws: `Refused` for anything else, and where it does not fit.
  public func number(_ key: String, expected: String, where fits: (Double) -> Bool) throws(Refused)
    -> Double?
  {
    guard let value = self[key] else { return nil }
    guard case .number(let number) = value, number.isFinite, fits(number) else {
      throw refusal(key, expected: expected)
    }
    return number
  }

  /// A whole number within bounds; nil if it is missing.
  ///
  /// - Throws: `Refused` for anything else.
  public func whole(_ key: String, in range: Range<Int>, expected: String) throws(Refused) -> Int? {
    guard let value = self[key] else { return nil }
    guard case .number(let number) = value, let whole = Int(exactly: number),
      range.contains(whole)
    else { throw refusal(key, expected: expected) }
    return whole
  }

  /// Which of some names a list holds; all if it is missing.
  ///
  /// - Throws: `Refused` for anything else.
  public func names(_ key: String, of known: [String]) throws(Refused) -> Set<String> {
    guard let list = try list(key) else { return Set(known) }
    var names: Set<String> = []
    for value in list {
      guard case .text(let name) = value, known.contains(name) else {
        throw Refused(
          reason: "\(self.name(of: key)): found \(value.words), expected some of "
            + known.joined(separator: ", "))
      }
      names.insert(name)
    }
    return names
  }
}

extension [String] {
  /// The keys as people list them.
  fileprivate var inWords: String { map { "\"\($0)\"" }.joined(separator: ", ") }
}
