/// Cuts what arrives in pieces into lines.
public struct LineReader: Sendable {
  private var bytes: [UInt8] = []
  private var start = 0
  /// No line ends before this.
  private var searched = 0

  /// Makes a reader that nothing has arrived at yet.
  public init() {}

  /// How many bytes there are of a line that has no end yet.
  public var bytesAtHand: Int { bytes.count - start }

  /// Takes in what arrived.
  public mutating func append(_ more: [UInt8]) {
    if start > 0 {
      bytes.removeFirst(start)
      searched -= start
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// The next line, without its end; nil if it has not arrived whole.
  public mutating func next() -> [UInt8]? {
    guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = bytes.count
      return nil
    }
    defer { (start, searched) = (end + 1, end + 1) }
    return Array(bytes[start..<end])
  }

  /// What is there of a line that has no end, at the end of all; nil if it is empty.
  public mutating func rest() -> [UInt8]? {
    guard start < bytes.count else { return nil }
    defer { (start, searched) = (bytes.count, bytes.count) }
    return Array(bytes[start...])
  }

  /// The beginning of the line that has no end yet.
  public var beginning: [UInt8] { Array(bytes[start...].prefix(200)) }
}
