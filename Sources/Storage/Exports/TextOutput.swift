/// A file of text that is written beside its place and then takes it; a database is not replaced.
public final class TextOutput {
  private let file: PartialFile
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Why the system refused to write, if it did.
  private var failure: FileSystem.Failure?

  /// Our choice: few calls of the system, and little memory.
  private static let bufferBytes = 1 << 18

  /// Begins a file.
  ///
  /// - Parameter path: the output.
  /// - Throws: `wouldReplaceDatabase`; as `RunFileWriter` for the output.
  public convenience init(_ path: String) throws(StorageError) {
    try self.init(path, replaces: .texts)
  }

  /// Begins a file that takes the place of nothing else than what is said.
  init(_ path: String, replaces: PartialFile.Replaced) throws(StorageError) {
    let file = try PartialFile(for: path, replaces: replaces)
    self.file = file
    do throws(FileSystem.Failure) {
      descriptor = try FileSystem.create(file.partialPath)
    } catch {
      throw PartialFile.error(error, path: path)
    }
    buffer.reserveCapacity(Self.bufferBytes + 4_096)
  }

  deinit { FileSystem.unlock(descriptor) }

  /// Writes text.
  public func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.bufferBytes { flush() }
  }

  /// Hands out the buffer, for text that is put together in place.
  func write(_ body: (inout [UInt8]) -> Void) {
    body(&buffer)
    if buffer.count >= Self.bufferBytes { flush() }
  }

  /// Puts the file in its place.
  ///
  /// - Throws: `diskFull` and other failures to write; an earlier file is then as it was.
  public func publish() throws(StorageError) { try Self.publish([self]) }

  /// Puts files in their places, the first once all are written.
  ///
  /// - Throws: `alreadyThere` where one must replace nothing; `diskFull` and other failures to write,
  ///   before which all earlier files are as they were.
  static func publish(_ outputs: [TextOutput]) throws(StorageError) {
    for output in outputs {
      output.flush()
      if let failure = output.failure {
        throw PartialFile.error(failure, path: output.file.path)
      }
      try output.file.sync()
    }
    for (position, output) in outputs.enumerated() {
      do throws(StorageError) {
        try output.file.publish()
      } catch {
        // Files that took nobody's place are taken away again; others cannot be brought back.
        for other in outputs[..<position] where other.file.replaces == .nothing {
          FileSystem.remove(other.file.path)
        }
        throw error
      }
    }
  }

  private func flush() {
    guard failure == nil else { return buffer.removeAll(keepingCapacity: true) }
    do throws(FileSystem.Failure) {
      try FileSystem.write(buffer, to: descriptor)
    } catch {
      failure = error
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
