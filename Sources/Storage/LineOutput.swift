import Synchronization

/// A file of lines that is written beside its place, a line at a time, and can be gone on with.
///
/// Whatever stops the writer, the output is not there or complete; the lines so far lie beside it, the
/// last of them perhaps cut short. One writer at a time has the output's name.
public final class LineOutput: Sendable {
  /// Where the lines lie until all are there.
  public let partialPath: String
  private let state: Mutex<State>

  private struct State {
    var file: PartialFile
    var descriptor: Int32?

    mutating func close() {
      if let descriptor { FileSystem.unlock(descriptor) }
      descriptor = nil
    }
  }

  /// Takes the name of an output that is not there yet.
  ///
  /// - Parameter path: the output.
  /// - Throws: `alreadyThere`; `beingWritten`; as `RunFileWriter` for the output.
  public init(_ path: String) throws(StorageError) {
    let file = try PartialFile(for: path, replaces: .nothing, keepsLeft: true)
    partialPath = file.partialPath
    state = Mutex(State(file: file))
  }

  deinit { suspend() }

  /// Begins to write behind as much as is to be kept of what is there.
  ///
  /// - Parameter bytes: how much of the lines so far is kept; 0 begins anew.
  /// - Throws: `diskFull` and other failures to write.
  public func begin(keeping bytes: Int) throws(StorageError) {
    try state.withLock { state throws(StorageError) in
      do throws(FileSystem.Failure) {
        state.descriptor = try FileSystem.reopen(state.file.partialPath, keeping: bytes)
      } catch {
        throw PartialFile.error(error, path: state.file.path)
      }
    }
  }

  /// Writes a line and its end, in one piece.
  ///
  /// - Throws: `diskFull` and other failures to write.
  /// - Precondition: writing has begun.
  public func append(_ line: String) throws(StorageError) {
    try state.withLock { state throws(StorageError) in
      guard let descriptor = state.descriptor else {
        preconditionFailure("writing has not begun")
      }
      do throws(FileSystem.Failure) {
        try FileSystem.write(Array((line + "\n").utf8), to: descriptor)
      } catch {
        throw PartialFile.error(error, path: state.file.path)
      }
    }
  }

  /// Puts the file in its place: all lines are there.
  ///
  /// - Throws: `alreadyThere`; `diskFull` and other failures to write.
  public func publish() throws(StorageError) {
    try state.withLock { state throws(StorageError) in
      state.close()
      try state.file.publish()
    }
  }

  /// Frees the name, and leaves the lines to be gone on with.
  public func suspend() {
    state.withLock { state in
      state.close()
      state.file.suspend()
    }
  }
}
