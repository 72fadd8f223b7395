/// Files of text that are written into a folder together, and replace nothing.
public enum TextFolder {
  /// Writes files into a folder.
  ///
  /// - Parameters:
  ///   - files: their names and contents.
  ///   - folder: where; it is made if there is none.
  /// - Throws: `alreadyThere` if there is a file of one of the names; `notAFolder`; `diskFull` and
  ///   other failures to write. None of the files is then left.
  public static func write(
    _ files: [(name: String, bytes: [UInt8])], to folder: String
  ) throws(StorageError) {
    let paths = files.map { "\(folder)/\($0.name)" }
    for path in paths where FileSystem.entry(at: path) != .nothing {
      throw .alreadyThere(path: path)
    }
    let place = try FolderOutput(folder)
    try write(zip(paths, files.map(\.bytes)))
    place.keep()
  }

  /// Writes files; what is left of them where that fails is gone on return.
  private static func write(_ files: some Sequence<(String, [UInt8])>) throws(StorageError) {
    var outputs: [TextOutput] = []
    for (path, bytes) in files {
      let output = try TextOutput(path, replaces: .nothing)
      output.write { $0.append(contentsOf: bytes) }
      outputs.append(output)
    }
    try TextOutput.publish(outputs)
  }
}
