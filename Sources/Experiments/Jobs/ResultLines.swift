import Foundation
public import Lines

/// The results of a file, one by one, in the memory of one.
public struct ResultLines {
  /// The path of the file.
  public let path: String
  /// How many lines were read.
  public private(set) var count = 0
  /// How many bytes they have, their ends included.
  private(set) var bytes = 0
  /// Whether there was a last line without an end, which is no result.
  private(set) var isCutShort = false
  private var input: LineInput
  private let decoder = JSONDecoder()

  /// Opens a file of results.
  ///
  /// - Throws: `LineInputError`.
  public init(_ path: String) throws(LineInputError) {
    self.path = path
    input = try LineInput(file: path)
  }

  /// The next result; nil at the end, or where the file was cut short.
  ///
  /// - Throws: `LineInputError`; `SweepError.notResults`.
  public mutating func next() throws -> JobResult? {
    guard let line = try input.next() else { return nil }
    guard line.isWhole else {
      isCutShort = true
      return nil
    }
    do {
      let result = try decoder.decode(JobResult.self, from: Data(line.bytes))
      count += 1
      bytes += line.bytes.count + 1
      return result
    } catch {
      let reason = (error as? DecodingError).map(Self.words) ?? "\(error)"
      throw SweepError.notResults(path: path, line: count + 1, reason: reason)
    }
  }

  private static func words(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): "it has no \(key.stringValue)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(context.codingPath.map(\.stringValue).joined(separator: ".")) is of another kind"
    default: "it is no JSON"
    }
  }
}
