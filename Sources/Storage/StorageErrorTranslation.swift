import GRDB

extension StorageError {
  /// Puts an error of SQLite into our words.
  init(_ error: any Error, path: String) {
    if let error = error as? StorageError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed(path: path, detail: "\(error)")
      return
    }
    let detail = error.message ?? "no message"
    if error.extendedResultCode == .SQLITE_READONLY_DBMOVED {
      self = .replaced(path: path)
      return
    }
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
    case .SQLITE_NOTADB: self = .notSQLite(path: path)
    case .SQLITE_CORRUPT: self = .corrupt(path: path, detail: detail)
    case .SQLITE_CONSTRAINT: self = .refused(path: path, detail: detail)
    case .SQLITE_CANTOPEN: self = .failed(path: path, detail: "the file cannot be opened")
    default:
      self = .failed(path: path, detail: "SQLite says: \(detail) (\(error.extendedResultCode))")
    }
  }

  /// Runs work on a file and puts whatever it throws into our words.
  static func naming<Result>(
    _ path: String, _ work: () throws -> Result
  ) throws(StorageError) -> Result {
    do {
      return try work()
    } catch {
      throw StorageError(error, path: path)
    }
  }
}
