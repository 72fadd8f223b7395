import Foundation
import Storage

/// The files that a command writes, held against each other and against those it reads.
struct OutputPaths {
  /// The options that name outputs, and what they name.
  var outputs: [(option: String, path: String?)]
  /// The files that are read.
  var inputs: [String]

  /// What lies beside a file while it is written or read, and is taken away behind it.
  private static let besides = ["-journal", "-wal", "-shm", ".partial", ".retried"]

  /// Refuses an output that would take the place of another, of an input, or of what lies beside them.
  ///
  /// - Throws: `BadInput` for the first.
  func check() throws(BadInput) {
    var taken = inputs.map { (what: "one that is used already", place: Self.place(of: $0)) }
    for (option, path) in outputs {
      guard let path else { continue }
      let place = Self.place(of: path)
      if let other = taken.first(where: { $0.place == place }) {
        throw BadInput(
          "\(option): found \(path), expected another file than \(other.what); name another")
      }
      for other in taken where place.hasPrefix(other.place) {
        let end = place.dropFirst(other.place.count)
        if Self.besides.contains(where: end.hasPrefix) {
          throw BadInput(
            "\(option): found \(path), expected a name that does not go on that of another file with "
              + "\(end), as files beside it are called; name another")
        }
      }
      taken.append((what: "that of \(option)", place: place))
    }
  }

  /// A path as the system resolves it, as far as it exists.
  private static func place(of path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }

  /// Refuses a place where no text can be written, before the work that goes into it.
  ///
  /// - Throws: `StorageError`.
  static func checkText(_ path: String) throws(StorageError) { _ = try TextOutput(path) }

  /// Writes a text whole, in place of an earlier one; a database is not replaced.
  static func write(_ text: String, to path: String) throws(StorageError) {
    let output = try TextOutput(path)
    output.write(text)
    try output.publish()
  }
}
