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
  /// - Throws: `ArgumentFault`, where it is no number, or beyond all times.
  func time(_ index: Int, _ state: QueryState) throws(ArgumentFault) -> Int32? {
    guard isGiven(index) else { return state.end }
    guard let seconds = try seconds(index, rounded: .down) else { return nil }
    guard let time = Int32(exactly: seconds) else {
      throw fault(index, expected: "seconds since the start, from \(Int32.min) to \(Int32.max)")
    }
    return time
  }

  /// An argument as a bound: the first whole second that is not before it; nothing where it was
  /// left out or is NULL.
  ///
  /// - Throws: `ArgumentFault`, where it is no number.
  func bound(_ index: Int) throws(ArgumentFault) -> Int64? { try seconds(index, rounded: .up) }

  private func seconds(
    _ index: Int, rounded rule: FloatingPointRoundingRule
  ) throws(ArgumentFault) -> Int64? {
    let cell = self[index]
    if case .null = cell { return nil }
    guard let seconds = cell.seconds(rounded: rule) else {
      throw fault(
        index, expected: "seconds since the start; moment('2017-04-03 14:05') gives them")
    }
    return seconds
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

extension Cell {
  /// A number as whole seconds, the furthest there are where it is beyond them; nothing where it is
  /// none.
  func seconds(rounded rule: FloatingPointRoundingRule) -> Int64? {
    switch self {
    case .integer(let seconds): seconds
    case .real(let seconds): Int64(exactly: seconds.rounded(rule)) ?? (seconds < 0 ? .min : .max)
    case .null, .text, .bytes: nil
    }
  }
}
