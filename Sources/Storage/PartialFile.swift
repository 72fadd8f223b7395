import GRDB

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The place where a run is written until it is complete: next to the output, under another name.
///
/// The output's name belongs to one writer at a time. Whatever stops the writer, a file of that
/// name is the previous one or a complete one; what a killed writer leaves is replaced by the next.
final class PartialFile {
  /// The output.
  let path: String
  /// The file that is written.
  let partialPath: String
  /// Where the writer's state lies while it can be gone on from.
  let statePath: String
  private let lockPath: String
  /// How long to wait for programs that hold the earlier file locked.
  private let busySeconds: Double
  /// What it may take the place of.
  let replaces: Replaced

  /// What an output may take the place of.
  enum Replaced {
    /// Runs.
    case runs
    /// Anything but databases.
    case texts
    /// Nothing: the name must be free.
    case nothing
  }

  private var lock: Int32?

  /// Takes the name of an output and clears away what an interrupted writer left, unless that is to
  /// be gone on from.
  init(
    for output: String, replaces: Replaced = .runs, keepsLeft: Bool = false,
    busySeconds: Double = 5
  ) throws(StorageError) {
    self.replaces = replaces
    path = FileSystem.resolved(output)
    partialPath = path + ".partial"
    statePath = partialPath + Self.stateSuffix
    self.busySeconds = busySeconds
    lockPath = path + ".partial-lock"
    try Self.checkReplaceable(path, by: replaces, busySeconds: busySeconds)
    let folder = FileSystem.folder(of: path)
    guard FileSystem.entry(at: folder) == .folder else {
      throw .folderMissing(path: path, folder: folder)
    }
    do {
      lock = try FileSystem.lock(lockPath)
    } catch {
      throw Self.error(error, path: path)
    }
    guard lock != nil else { throw .beingWritten(path: path) }
    if !keepsLeft { removePartial() }
  }

  deinit { abandon() }

  /// Removes what was written and frees the name.
  func abandon() {
    guard lock != nil else { return }
    removePartial()
    release()
  }

  /// Frees the name and leaves what was written, to be gone on from.
  func suspend() { release() }

  /// Puts the state that the file can be gone on from in the place of an earlier one, in one step.
  func write(state bytes: [UInt8]) throws(StorageError) {
    do {
      let new = statePath + Self.newSuffix
      try FileSystem.overwriteWhole(new, with: bytes)
      try FileSystem.rename(new, to: statePath)
    } catch {
      throw Self.error(error, path: path)
    }
  }

  /// The state that the file can be gone on from, if there is any.
  func state() throws(StorageError) -> [UInt8]? {
    guard case .file(let bytes) = FileSystem.entry(at: statePath),
      FileSystem.entry(at: partialPath) != .nothing
    else { return nil }
    do {
      return try FileSystem.head(of: statePath, bytes: bytes)
    } catch {
      throw Self.error(error, path: path)
    }
  }

  /// Sets SQLite's count of changes to 1 in a closed file that nobody has seen under its name.
  ///
  /// It is all that differs between a run that was ended while days were simulated and gone on with,
  /// and one that was never ended. It lies at byte 24, and at byte 92 again (https://www.sqlite.org/fileformat.html, 1.3).
  func forgetChangeCount() throws(StorageError) {
    do {
      for offset in [24, 92] {
        try FileSystem.overwrite(partialPath, at: offset, with: [0, 0, 0, 1])
      }
    } catch {
      throw Self.error(error, path: path)
    }
  }

  /// Makes sure that what was written survives a power cut.
  func sync() throws(StorageError) {
    do {
      try FileSystem.sync(partialPath)
    } catch {
      throw Self.error(error, path: path)
    }
  }

  /// Puts the file in the place of the previous one, in one step.
  func publish() throws(StorageError) {
    try sync()
    do {
      if replaces == .nothing { try takeFreeName() } else { try replacePrevious() }
      try FileSystem.sync(FileSystem.folder(of: path))
    } catch let failure as FileSystem.Failure {
      throw Self.error(failure, path: path)
    } catch {
      throw StorageError(error, path: path)
    }
    removeState()
    release()
  }

  /// Renames unless somebody has taken the name in the meantime.
  private func takeFreeName() throws {
    guard try FileSystem.rename(partialPath, toFree: path) else {
      throw StorageError.alreadyThere(path: path)
    }
  }

  /// Renames while nobody can write to the previous file, and no journal of it is left: a journal
  /// that outlives its file would be played back into the new one.
  private func replacePrevious() throws {
    guard replaces == .runs, FileSystem.entry(at: path) != .nothing else {
      return try FileSystem.rename(partialPath, to: path)
    }
    var configuration = Configuration()
    configuration.busyMode = .timeout(busySeconds)
    do {
      let previous = try DatabaseQueue(
        path: FileSystem.nameForSQLite(path), configuration: configuration)
      try previous.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA journal_mode = DELETE")
      }
      try previous.inTransaction(.immediate) { _ in
        try FileSystem.rename(partialPath, to: path)
        return .rollback
      }
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_NOTADB
    {
      for suffix in Self.sideFiles { FileSystem.remove(path + suffix) }
      try FileSystem.rename(partialPath, to: path)
    }
  }

  private func release() {
    guard let lock else { return }
    FileSystem.remove(lockPath)
    FileSystem.unlock(lock)
    self.lock = nil
  }

  private func removePartial() {
    FileSystem.remove(partialPath)
    for suffix in Self.sideFiles { FileSystem.remove(partialPath + suffix) }
    removeState()
  }

  private func removeState() {
    FileSystem.remove(statePath)
    FileSystem.remove(statePath + Self.newSuffix)
  }

  private static let sideFiles = ["-wal", "-shm", "-journal"]
  private static let stateSuffix = "-state"
  private static let newSuffix = "-new"

  private static func checkReplaceable(
    _ path: String, by replaces: Replaced, busySeconds: Double
  ) throws(StorageError) {
    switch FileSystem.entry(at: path) {
    case .nothing: return
    case .file(bytes: 0) where replaces != .nothing: return
    case .folder, .device: throw .notAFile(path: path)
    case .file:
      if replaces == .nothing { throw .alreadyThere(path: path) }
      guard FileSystem.isWritable(path) else { throw .readOnly(path: path) }
      switch replaces {
      case .nothing: break
      case .texts:
        guard !RunFile.isDatabase(at: path) else { throw .wouldReplaceDatabase(path: path) }
      case .runs:
        guard try isRun(path, busySeconds: busySeconds) else {
          throw .wouldReplaceForeignFile(path: path)
        }
      }
    }
  }

  /// Whether a run is in a file, which is only read: it may be somebody else's.
  private static func isRun(_ path: String, busySeconds: Double) throws(StorageError) -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(busySeconds)
    do {
      let queue = try DatabaseQueue(
        path: FileSystem.nameForSQLite(path), configuration: configuration)
      return try queue.read { try FileSignature($0) }.isRun
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      return false
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CORRUPT
      || error.extendedResultCode == .SQLITE_READONLY_ROLLBACK
    {
      return FileSignature.isRun(damaged: path)
    } catch {
      throw StorageError(error, path: path)
    }
  }

  /// A call of the system that failed, in our words.
  static func error(_ failure: FileSystem.Failure, path: String) -> StorageError {
    switch failure.code {
    case EACCES, EPERM, EROFS, ENOENT:
      .folderNotWritable(
        path: path, folder: FileSystem.folder(of: path), detail: failure.text)
    case ENOSPC, EDQUOT: .diskFull(path: path)
    default: .failed(path: path, detail: failure.text)
    }
  }
}
