import Experiments
import Foundation

/// A folder for results that are not to be kept.
enum ScratchFolder {
  /// Makes a folder and takes it away again, whatever comes of it.
  ///
  /// - Parameter body: given the folder.
  /// - Returns: what the body returns.
  /// - Throws: `Interrupted` in place of `SweepSuspended`, as what is kept goes with the folder; else
  ///   what the body throws, or the system where there is no place.
  static func with<Found>(_ body: (URL) throws -> Found) throws -> Found {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tocsin-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      return try body(folder)
    } catch is SweepSuspended {
      throw Interrupted()
    }
  }
}
