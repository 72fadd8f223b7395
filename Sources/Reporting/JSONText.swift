import Foundation

/// JSON as every command prints it.
public enum JSONText {
  /// A value as JSON over several lines, with a line break at its end.
  ///
  /// Keys are sorted and numbers written in their shortest exact form, so that equal values are equal
  /// bytes.
  ///
  /// - Throws: `EncodingError` if a number is not finite.
  public static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
