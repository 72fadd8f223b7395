import Foundation
import Reporting
import Validation

/// The folder that pictures are written to.
struct PlotFolder {
  /// Its path, as it was given.
  let path: String

  /// Makes the folder if there is none.
  ///
  /// - Throws: `BadInput` if it is a file or nothing can be written in it.
  init(at path: String) throws(BadInput) {
    self.path = path
    var isFolder: ObjCBool = false
    let manager = FileManager.default
    if unsafe manager.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw BadInput("--plots \(path): this is a file, and a folder was expected; name a folder")
      }
      guard manager.isWritableFile(atPath: path) else { throw unwritable("permission denied") }
    } else {
      do {
        try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
      } catch {
        throw BadInput(
          "--plots \(path): the folder cannot be made (\(Self.reason(for: error))); name another, or "
            + "change the permissions of the one above it")
      }
    }
  }

  /// Draws every picture of a world and writes it whole, in place of an earlier one.
  ///
  /// - Returns: the paths of the files.
  /// - Throws: `BadInput` if a file cannot be written; those before it stay.
  func write(_ curves: ValidationCurves, of report: ValidationReport) throws(BadInput) -> [String] {
    var files: [String] = []
    for plot in PlotCatalogue.all {
      let file = URL(fileURLWithPath: path).appendingPathComponent(plot.fileName)
      do {
        // Beside it, then renamed.
        try Data(plot.svg(of: curves, in: report).utf8).write(to: file, options: .atomic)
      } catch {
        throw unwritable("\(plot.fileName): \(Self.reason(for: error))")
      }
      files.append((path.hasSuffix("/") ? path : path + "/") + plot.fileName)
    }
    return files
  }

  private func unwritable(_ detail: String) -> BadInput {
    BadInput(
      "--plots \(path): nothing can be written in this folder (\(detail)); change its permissions "
        + "or name another")
  }

  /// Why the system refused, in its words.
  static func reason(for error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return (cause ?? error as NSError).localizedDescription
  }
}
