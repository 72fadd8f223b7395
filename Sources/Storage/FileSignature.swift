import GRDB

/// What tells a run's file from any other database.
struct FileSignature: Equatable {
  /// SQLite's `application_id` of a run.
  ///
  /// Our choice: the bytes `Tocs`, read as a big-endian number.
  static let applicationID: UInt32 = 0x546F_6373

  /// How many bytes every SQLite database begins with; a shorter file is none.
  static let headerBytes = 100

  /// The application id in the file.
  let applicationID: UInt32
  /// The format version in the file: SQLite's `user_version`, the number of migrations applied.
  let formatVersion: Int

  /// Reads the signature of an open database.
  init(_ database: Database) throws {
    let id = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    applicationID = UInt32(truncatingIfNeeded: id)
    formatVersion = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  /// Whether a run of this or another version is in the file.
  var isRun: Bool { applicationID == Self.applicationID }

  /// Whether the first bytes of a file are those of a run, for a file that cannot be opened as it is.
  ///
  /// SQLite keeps the application id at byte 68 (https://www.sqlite.org/fileformat.html, 1.3).
  /// Closing a file drops the locks that this process holds on it, so a sound file is not opened
  /// behind SQLite's back.
  static func isRun(damaged path: String) -> Bool {
    guard let head = try? FileSystem.head(of: path, bytes: 72), head.count == 72 else {
      return false
    }
    return head[68..<72].reduce(0) { $0 << 8 | UInt32($1) } == applicationID
  }
}
