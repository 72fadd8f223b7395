import State
public import Vocabulary

/// SHA-256 of a stream: of the digests, in hexadecimal, of its columns taken in whole.
///
/// It does not matter how the stream is handed over. Numbers of events are not part of it: those
/// of a whole stream say nothing.
public struct StreamDigest: Sendable {
  private var columns = [SHA256](repeating: SHA256(), count: 6)

  /// Makes the digest of no event.
  public init() {}

  /// Takes in the next events.
  public mutating func update(_ log: borrowing EventLog) {
    columns[0].update(numbers: log.kinds)
    columns[1].update(numbers: log.times)
    columns[2].update(numbers: log.actors)
    columns[3].update(numbers: log.targets)
    columns[4].update(numbers: log.details)
    columns[5].update(numbers: log.counts)
  }

  /// The digest of all that was taken in, as 64 hexadecimal digits.
  public consuming func hexadecimal() -> String {
    var whole = SHA256()
    for column in columns { whole.update(Array(column.hexadecimal().utf8)) }
    return whole.hexadecimal()
  }
}

extension StreamDigest {
  /// Writes down what was taken in so far.
  func save(to state: inout StateWriter) {
    for column in columns { column.save(to: &state) }
  }

  /// Goes on from what was taken in so far.
  mutating func restore(from state: inout StateReader) throws(StateMismatch) {
    for index in columns.indices { columns[index] = try SHA256(from: &state) }
  }
}
