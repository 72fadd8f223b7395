#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The few calls of the system that writing a file atomically needs.
///
/// Every `unsafe` here passes a string or a local variable to the system for the time of a call.
enum FileSystem {
  /// What lies at a path.
  enum Entry: Equatable {
    case nothing
    case file(bytes: Int)
    case folder
    case device
  }

  /// A call of the system that failed.
  struct Failure: Error {
    let code: Int32

    var text: String { unsafe String(cString: strerror(code)) }
  }

  /// What lies at a path, links followed.
  static func entry(at path: String) -> Entry {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(bytes: Int(status.st_size))
    case S_IFDIR: return .folder
    default: return .device
    }
  }

  /// The folder a path is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path of what exists with links resolved, or the path itself.
  static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Whether a file may be changed.
  static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  /// The first bytes of a file, fewer where it is shorter.
  static func head(of path: String, bytes count: Int) throws(Failure) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(code: errno) }
    defer { _ = close(file) }
    return try unsafe [UInt8](unsafeUninitializedCapacity: count) {
      (bytes, done) throws(Failure) in
      while done < count {
        let got = unsafe read(file, bytes.baseAddress?.advanced(by: done), count - done)
        guard got >= 0 || errno == EINTR else { throw Failure(code: errno) }
        if got == 0 { return }
        done += max(got, 0)
      }
    }
  }

  /// Makes an empty file, in place of one that is there, and opens it for writing.
  static func create(_ path: String) throws(Failure) -> Int32 {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Failure(code: errno) }
    return file
  }

  /// Opens a file, made if need be, to write behind its first bytes; what follows these is dropped.
  static func reopen(_ path: String, keeping bytes: Int) throws(Failure) -> Int32 {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Failure(code: errno) }
    guard ftruncate(file, off_t(bytes)) == 0 else {
      let code = errno
      _ = close(file)
      throw Failure(code: code)
    }
    return file
  }

  /// Writes all bytes to an open file.
  static func write(_ bytes: [UInt8], to file: Int32) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes[done...].withUnsafeBytes {
        #if canImport(Glibc)
          unsafe Glibc.write(file, $0.baseAddress, $0.count)
        #else
          unsafe Darwin.write(file, $0.baseAddress, $0.count)
        #endif
      }
      guard count >= 0 || errno == EINTR else { throw Failure(code: errno) }
      done += max(count, 0)
    }
  }

  /// Opens a file that is there, to change parts of it.
  static func openForChange(_ path: String) throws(Failure) -> Int32 {
    let file = unsafe open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { throw Failure(code: errno) }
    return file
  }

  /// Replaces bytes of an open file, or adds to it.
  static func write(_ bytes: [UInt8], to file: Int32, at offset: Int) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes[done...].withUnsafeBytes {
        unsafe pwrite(file, $0.baseAddress, $0.count, off_t(offset + done))
      }
      guard count >= 0 || errno == EINTR else { throw Failure(code: errno) }
      done += max(count, 0)
    }
  }

  /// Reads bytes of an open file; zeros stand for what is beyond its end.
  static func bytes(
    _ count: Int, of file: Int32, at offset: Int
  ) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = unsafe bytes[done...].withUnsafeMutableBytes {
        unsafe pread(file, $0.baseAddress, $0.count, off_t(offset + done))
      }
      guard got >= 0 || errno == EINTR else { throw Failure(code: errno) }
      if got == 0 { break }
      done += max(got, 0)
    }
    return bytes
  }

  /// Makes a file of bytes, in place of one that is there.
  static func overwriteWhole(_ path: String, with bytes: [UInt8]) throws(Failure) {
    let file = try create(path)
    defer { unlock(file) }
    try write(bytes, to: file)
  }

  /// Replaces bytes of a file.
  static func overwrite(_ path: String, at offset: Int, with bytes: [UInt8]) throws(Failure) {
    let file = try openForChange(path)
    defer { _ = close(file) }
    try write(bytes, to: file, at: offset)
  }

  /// Makes a folder.
  static func makeFolder(_ path: String) throws(Failure) {
    guard unsafe mkdir(path, 0o755) == 0 else { throw Failure(code: errno) }
  }

  /// Removes a folder, if it is empty.
  static func removeFolder(_ path: String) { _ = unsafe rmdir(path) }

  /// Removes a file, if there is one.
  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// Gives a file a name, in place of the file that had it; readers see one or the other.
  static func rename(_ path: String, to newPath: String) throws(Failure) {
    #if canImport(Glibc)
      let code = unsafe Glibc.rename(path, newPath)
    #else
      let code = unsafe Darwin.rename(path, newPath)
    #endif
    guard code == 0 else { throw Failure(code: errno) }
  }

  /// Gives a file a name that no file has.
  ///
  /// - Returns: whether the name was free; the file is as it was if not.
  static func rename(_ path: String, toFree newPath: String) throws(Failure) -> Bool {
    if unsafe link(path, newPath) == 0 {
      remove(path)
      return true
    }
    switch errno {
    case EEXIST: return false
    case EPERM, EOPNOTSUPP, ENOSYS, EMLINK:
      // A file system where a file has one name: there it is looked for first.
      guard entry(at: newPath) == .nothing else { return false }
      try rename(path, to: newPath)
      return true
    default: throw Failure(code: errno)
    }
  }

  /// The name of a file as SQLite takes it for one: neither a URI nor a database in memory.
  static func nameForSQLite(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// Waits until a file or folder is on the disk.
  static func sync(_ path: String) throws(Failure) {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(code: errno) }
    defer { _ = close(file) }
    guard fsync(file) == 0 else { throw Failure(code: errno) }
  }

  /// Makes a file, if need be, and locks it until this process closes it or ends.
  ///
  /// - Returns: the open file, or nothing if another has it locked.
  static func lock(_ path: String) throws(Failure) -> Int32? {
    while true {
      let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard file >= 0 else { throw Failure(code: errno) }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        _ = close(file)
        guard code == EWOULDBLOCK else { throw Failure(code: code) }
        return nil
      }
      // The one that had it locked may have removed it in between: then lock what is there now.
      var locked = stat()
      var named = stat()
      if unsafe fstat(file, &locked) == 0, unsafe stat(path, &named) == 0,
        locked.st_ino == named.st_ino, locked.st_dev == named.st_dev
      {
        return file
      }
      _ = close(file)
    }
  }

  /// Gives up a lock.
  static func unlock(_ file: Int32) { _ = close(file) }
}
