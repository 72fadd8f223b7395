import Foundation

/// Values as lines of JSON: sorted keys, numbers in their shortest exact form, so that equal values
/// are equal bytes.
public enum JSONLine {
  /// A value as a line, without a line break.
  ///
  /// - Throws: `EncodingError` if a number is not finite.
  public static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
