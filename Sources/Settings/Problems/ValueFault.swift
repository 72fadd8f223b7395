/// What is wrong with the value of a key.
public enum ValueFault: Sendable, Equatable {
  /// A key has no value.
  case noValue(expected: String)
  /// An element of a list has no value.
  case noElement(expected: String)
  /// A value is of another kind.
  case wrongKind(found: String, expected: String, Shape)
  /// A value is nearly a number.
  case unusableNumber(found: String, expected: String, NumberFault)
  /// A number or a date lies outside of its bounds.
  case outOfBounds(found: String, expected: String, Remedy)
  /// A flag is spelled in another way.
  case notTrueOrFalse(found: String, meant: Bool)
  /// A text would be read as something else.
  case needsQuotes(found: String, expected: String, text: String)
  /// A text breaks its rule.
  case brokenRule(found: String, expected: String)
  /// A date has another form, or the calendar does not hold it.
  case notADate(found: String, expected: String, DateFault)
  /// A choice does not exist.
  case unknownChoice(found: String, expected: String, nearest: String?)
  /// A list is too short or too long.
  case wrongCount(found: Int, expected: String)
  /// A value stands twice among elements that must differ; the path of the first.
  case repeated(value: String, first: String)
  /// A file that the scenario names does not exist.
  case noSuchInput(path: String)
  /// A file that the scenario names is a folder.
  case inputIsFolder(path: String)
  /// Those who use the value cannot, and say why.
  case objection(String)

  /// What a value looks like in the file.
  public enum Shape: Sendable, Equatable {
    /// A text, a number and the like.
    case scalar
    /// A list of values.
    case list
    /// Keys with their values.
    case mapping
  }

  /// What would bring a value within its bounds, with the limit as shown.
  public enum Remedy: Sendable, Equatable {
    /// A number below its least.
    case raise(to: String)
    /// A number that must lie above a limit.
    case raiseAbove(String)
    /// A number above its greatest.
    case lower(to: String)
    /// A number that must lie below a limit.
    case lowerBelow(String)
    /// A date that is too early.
    case postpone(to: String)
    /// A date that is too late.
    case advance(to: String)
  }
}

extension ValueFault: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .noValue(let expected): "no value, expected \(expected); write one or remove the key"
    case .noElement(let expected): "no value, expected \(expected); write one or remove it"
    case .wrongKind(let found, let expected, let shape):
      "found \(found), expected \(expected); \(shape.advice)"
    case .unusableNumber(let found, let expected, let fault):
      "found \(found), expected \(expected); \(fault.advice)"
    case .outOfBounds(let found, let expected, let remedy):
      "found \(found), expected \(expected); \(remedy.advice)"
    case .notTrueOrFalse(let found, let meant):
      "found \(found), expected true or false; write \(meant)"
    case .needsQuotes(let found, let expected, let text):
      "found \(found), expected \(expected); write \"\(Excerpt.shortened(text))\" in quotes"
    case .brokenRule(let found, let expected):
      "found \(found), expected \(expected); write such a text"
    case .notADate(let found, let expected, let fault):
      "found \(found), expected \(expected); \(fault.advice)"
    case .unknownChoice(let found, let expected, let nearest):
      "found \(found), expected \(expected); "
        + (nearest.map { "did you mean \($0)?" } ?? "choose one of them")
    case .wrongCount(let found, let expected):
      "found a list of \(found), expected \(expected); add or remove elements"
    case .repeated(let value, let first):
      "found \(value) again, expected a value that differs from \(first); change one of the two"
    case .noSuchInput(let path):
      "there is no file \(path); check the path, which is relative to the scenario's folder"
    case .inputIsFolder(let path): "\(path) is a folder, expected a file; name a file in it"
    case .objection(let words): words
    }
  }
}

extension ValueFault.Shape {
  /// What to do.
  fileprivate var advice: String {
    switch self {
    case .scalar: "write such a value"
    case .list: "write each element after a dash, on a line of its own, or all in brackets"
    case .mapping: "write each key as key: value, on a line of its own"
    }
  }
}

extension ValueFault.Remedy {
  /// What to do.
  fileprivate var advice: String {
    switch self {
    case .raise(to: let limit): "raise it to \(limit) at least"
    case .raiseAbove(let limit): "raise it above \(limit)"
    case .lower(to: let limit): "lower it to \(limit) at most"
    case .lowerBelow(let limit): "lower it below \(limit)"
    case .postpone(to: let limit): "move it to \(limit) or later"
    case .advance(to: let limit): "move it to \(limit) or earlier"
    }
  }
}
