/// Why a query was refused, and which of its characters are to blame.
public struct PatternError: Error, Equatable, Sendable {
  /// What is wrong.
  public let fault: PatternFault
  /// The characters it is about, counted from the start of the query; empty at its end.
  public let range: Range<Int>

  init(_ fault: PatternFault, at range: Range<Int>) {
    self.fault = fault
    self.range = range
  }

  /// How many Unicode scalars of the query stand before the place.
  public func position(in query: String) -> Int {
    query.prefix(range.lowerBound).unicodeScalars.count
  }
}

/// What can be wrong with a query.
public enum PatternFault: Equatable, Sendable {
  /// A character that begins nothing.
  case unexpectedCharacter(Character)
  /// Something begun is not ended, such as a text.
  case unterminated(String)
  /// A number that cannot be held.
  case numberTooLarge
  /// Something else was expected.
  case unexpected(found: String, expected: String)
  /// Part of openCypher or GQL that is not supported here, with what to do instead.
  case unsupported(String, advice: String)
  /// A name that nothing has.
  case unknown(noun: String, name: String, known: [String])
  /// A name that is taken.
  case taken(name: String, advice: String)
  /// A value of another type than its place takes.
  case mistyped(place: String, expected: String, found: String)
  /// A pattern that the graph cannot match, or of which it cannot be said what it means.
  case unfit(String)
  /// A value in a query that counts or groups is neither counted nor grouped by.
  case ungrouped
  /// A query beyond what one statement can hold.
  case tooLarge(what: String, limit: Int)

  /// Puts what is wrong, and what to do about it, into one line.
  ///
  /// - Parameter nearest: finds the known name that was probably meant.
  /// - Returns: the line, without the place.
  public func words(nearest: (String, [String]) -> String? = { _, _ in nil }) -> String {
    switch self {
    case .unexpectedCharacter(let character):
      return "found \"\(character)\", which begins nothing here"
    case .unterminated(let what): return "\(what) is not ended"
    case .numberTooLarge: return "this number is too large"
    case .unexpected(let found, let expected): return "found \(found), expected \(expected)"
    case .unsupported(let what, let advice): return "\(what) is not supported; \(advice)"
    case .unknown(let noun, let name, let known):
      let meant = nearest(name, known).map { "did you mean \($0)?" }
      let all = known.isEmpty ? "there are none" : "there are: \(known.joined(separator: ", "))"
      return "there is no \(noun) \"\(name)\"; \(meant ?? all)"
    case .taken(let name, let advice): return "\"\(name)\" is taken already; \(advice)"
    case .mistyped(let place, let expected, let found):
      return "\(place): found \(found), expected \(expected)"
    case .unfit(let sentence): return sentence
    case .ungrouped:
      return "this is neither counted nor grouped by; RETURN it on its own too, or aggregate it"
    case .tooLarge(let what, let limit): return "\(what), at most \(limit) are taken"
    }
  }
}
