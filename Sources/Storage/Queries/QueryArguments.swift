import Settings
import Vocabulary

/// What arguments have to be: whatever else they are is refused in words.
extension QueryArguments {
  /// An argument as the position of an account; nothing where it is NULL.
  ///
  /// - Throws: `ArgumentFault`, where the run has no such account.
  func account(_ index: Int, _ state: QueryState) throws(ArgumentFault) -> Int? {
    let cell = self[index]
    if case .null = cell { return nil }
    guard case .integer(let id) = cell, (0..<Int64(state.run.accounts)).contains(id) else {
      throw fault(
        index, expected: "the id of an account, a whole number from 0 to \(state.run.accounts - 1)")
    }
    return Int(id)
  }

  /// An argument as a time in seconds since the start, the end of the run where it was left out;
  /// nothing where it is NULL.
  ///
  /// - Throws: `ArgumentFault`, where it is no number.
  func time(_ index: Int, _ state: QueryState) throws(ArgumentFault) -> Int32? {
    guard isGiven(index) else { return state.end }
    switch self[index] {
    case .null: return nil
    case .integer(let time): return Int32(clamping: time)
    case .real(let time): return Int32(min(max(time.rounded(.down), -2e9), 2e9))
    case .text, .bytes:
      throw fault(
        index, expected: "seconds since the start; moment('2017-04-03 14:05') gives them")
    }
  }

  /// An argument as a count; nothing where it is NULL.
  ///
  /// - Throws: `ArgumentFault`, where it is no whole number from 0.
  func count(_ index: Int) throws(ArgumentFault) -> Int? {
    switch self[index] {
    case .null: return nil
    case .integer(let count) where count >= 0: return Int(count)
    case .integer, .real, .text, .bytes:
      throw fault(index, expected: "a whole number from 0")
    }
  }

  /// An argument as a text; nothing where it is NULL.
  ///
  /// - Throws: `ArgumentFault`, where it is no text.
  func text(_ index: Int, expected: String) throws(ArgumentFault) -> String? {
    switch self[index] {
    case .null: return nil
    case .text(let text): return text
    case .integer, .real, .bytes: throw fault(index, expected: expected)
    }
  }

  /// Says what an argument is and what it should have been.
  func fault(_ index: Int, expected: String) -> ArgumentFault {
    let found =
      switch self[index] {
      case .null: "NULL"
      case .integer(let value): "\(value)"
      case .real(let value): "\(value)"
      case .text(let value): "the text '\(Excerpt.shortened(value))'"
      case .bytes(let value): "\(value.count) bytes"
      }
    return ArgumentFault(description: "\(call): \(names[index]) is \(found), expected \(expected)")
  }
}
