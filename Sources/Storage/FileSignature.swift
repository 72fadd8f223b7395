/// What tells a run's file from any other, read from the first bytes of the file.
///
/// SQLite's file format (https://www.sqlite.org/fileformat.html, section 1.3) keeps these values
/// at fixed places, so a foreign file is recognised without opening it as a database.
struct FileSignature: Equatable {
  /// SQLite's `application_id` of a run.
  ///
  /// Our choice: the bytes `Tocs`, read as a big-endian number.
  static let applicationID: UInt32 = 0x546F_6373

  /// How many bytes of a file the signature lies in.
  static let bytes = 100

  /// The application id in the file.
  let applicationID: UInt32
  /// The format version in the file: SQLite's `user_version`, the number of migrations applied.
  let formatVersion: Int
  /// How many bytes the file should have, where its header can tell.
  let expectedBytes: Int?

  /// Reads the header of a database; makes nothing if this is not the head of one.
  ///
  /// - Parameter head: the first 100 bytes of the file, or fewer where it is shorter.
  init?(head: [UInt8]) {
    guard head.count == Self.bytes, head.starts(with: Array("SQLite format 3".utf8) + [0]) else {
      return nil
    }
    func number(at offset: Int) -> UInt32 {
      head[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    applicationID = number(at: 68)
    formatVersion = Int(Int32(bitPattern: number(at: 60)))
    // Under a write-ahead log part of the content lies beside the file.
    let hasWriteAheadLog = head[18] == 2 || head[19] == 2
    let stored = Int(head[16]) << 8 | Int(head[17])
    let pageBytes = stored == 1 ? 65_536 : stored
    expectedBytes = hasWriteAheadLog ? nil : pageBytes * Int(number(at: 28))
  }

  /// Whether a run of this or another version is in the file.
  var isRun: Bool { applicationID == Self.applicationID }
}
