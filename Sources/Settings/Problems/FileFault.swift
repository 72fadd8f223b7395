/// What is wrong with the bytes of a file, or of a text in its place.
public enum FileFault: Sendable, Equatable {
  /// There is no file at the path.
  case noSuchFile
  /// The path is that of a folder.
  case folder
  /// The path is that of a device, a pipe or the like.
  case notAFile
  /// The file exists and cannot be read.
  case unreadable
  /// The file is too large to be a scenario.
  case tooLarge(bytes: Int, limit: Int)
  /// A byte is no part of a character in UTF-8.
  case notUTF8(byte: UInt8)
  /// A character is forbidden in YAML.
  case controlCharacter(code: UInt32)
}

extension FileFault: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .noSuchFile: "there is no such file; check the path"
    case .folder: "this is a folder, expected a scenario file; name a file in it"
    case .notAFile: "this is not a regular file; give a scenario file"
    case .unreadable: "the file cannot be read; check its permissions"
    case .tooLarge(let bytes, let limit):
      "the file has \(bytes) bytes, expected at most \(limit); is it a scenario file?"
    case .notUTF8(let byte):
      "found the byte 0x\(Self.hexadecimal(UInt32(byte), digits: 2)), expected text in UTF-8; "
        + "save the file as UTF-8"
    case .controlCharacter(let code):
      "found the control character U+\(Self.hexadecimal(code, digits: 4)), expected text; "
        + "remove it"
    }
  }

  private static func hexadecimal(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
