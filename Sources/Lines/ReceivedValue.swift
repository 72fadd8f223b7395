import Foundation

/// A value of JSON as it was received.
public enum ReceivedValue: Decodable, Equatable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case flag(Bool)
  /// A number.
  case number(Double)
  /// A text.
  case text(String)
  /// Values in order.
  case list([ReceivedValue])
  /// Values by key.
  case object([String: ReceivedValue])

  /// Reads any value.
  ///
  /// - Throws: what the decoder throws.
  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let list = try? value.decode([ReceivedValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: ReceivedValue].self))
    }
  }

  /// A line that is no JSON.
  public struct NotJSON: Error {
    /// What was found.
    public var reason: String
  }

  /// How deep lists and objects may lie in each other; no line that is meant comes near.
  private static let deepest = 16

  /// Reads a line.
  ///
  /// - Throws: `NotJSON`.
  public init(line: [UInt8]) throws(NotJSON) {
    guard let text = String(validating: line, as: UTF8.self) else {
      throw NotJSON(reason: "found bytes that are not UTF-8")
    }
    guard Self.depth(of: line) <= Self.deepest else {
      throw NotJSON(reason: "found lists or objects more than \(Self.deepest) deep")
    }
    do {
      self = try JSONDecoder().decode(ReceivedValue.self, from: Data(line))
    } catch {
      let hasNaN = ["NaN", "Infinity"].first { text.contains($0) }
      throw NotJSON(
        reason: hasNaN.map { "it has no number \($0)" } ?? "found something else")
    }
  }

  /// How deep brackets lie in each other, those in texts included.
  private static func depth(of line: [UInt8]) -> Int {
    var (depth, deepest) = (0, 0)
    for byte in line {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        deepest = max(deepest, depth)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
    }
    return deepest
  }

  /// The value as it is named where something else was expected.
  public var words: String {
    switch self {
    case .null: "null"
    case .flag(let flag): "\(flag)"
    case .number(let number):
      Int(exactly: number).map { "\($0)" } ?? "\(number)"
    case .text(let text): "\"\(text.prefix(40))\""
    case .list: "a list"
    case .object: "an object"
    }
  }
}
