public import Detection
import Foundation
import Storage

/// A trained model as a file of JSON.
public enum ModelFile {
  /// Reads a model that this build can use.
  ///
  /// - Throws: `ModelFileError`.
  public static func read(_ path: String) throws(ModelFileError) -> Model {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path)
    }
    guard let head = try? JSONDecoder().decode(Head.self, from: bytes),
      head.format == Model.formatName
    else { throw .noModel(path: path) }
    do throws(ModelFault) {
      guard head.version == Model.formatVersion else {
        throw .otherFormat(found: head.format, version: head.version)
      }
      guard let model = try? JSONDecoder().decode(Model.self, from: bytes) else {
        throw .misshapen("a value is missing, of another kind, or too large")
      }
      try model.check()
      return model
    } catch {
      throw .unusable(path: path, error)
    }
  }

  /// Makes sure that a model may be written at a path: nothing is there, or another model.
  ///
  /// - Throws: `ModelFileError.wouldReplace`.
  public static func checkPlace(_ path: String) throws(ModelFileError) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let bytes = FileManager.default.contents(atPath: path),
      let head = try? JSONDecoder().decode(Head.self, from: bytes),
      head.format == Model.formatName
    else { throw .wouldReplace(path: path) }
  }

  /// Writes a model whole, or not at all; the same model is the same bytes.
  ///
  /// - Throws: `ModelFileError`, before which an earlier file is as it was; `StorageError`.
  public static func write(_ model: Model, to path: String) throws {
    try checkPlace(path)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let output = try TextOutput(path)
    output.write(String(decoding: try encoder.encode(model), as: UTF8.self) + "\n")
    try output.publish()
  }

  /// What tells what a file is before it is read.
  private struct Head: Decodable {
    var format: String
    var version: Int
  }
}

/// A file of a model cannot be read, or written.
public enum ModelFileError: Error, Equatable, CustomStringConvertible {
  /// There is no such file.
  case unreadable(path: String)
  /// It is no model.
  case noModel(path: String)
  /// It is a model that this build cannot use.
  case unusable(path: String, ModelFault)
  /// Another file is in the place of a new model.
  case wouldReplace(path: String)

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .unreadable(let path):
      "\(path): found no file that can be read, expected a model that tocsin train wrote"
    case .noModel(let path):
      "\(path): found no model, expected the JSON that tocsin train writes"
    case .unusable(let path, let fault): "\(path): \(fault)"
    case .wouldReplace(let path):
      "\(path): found a file that is no model, which a model does not replace; name another output"
    }
  }
}
