import GRDB

/// Fills empty tables and indexes of a database file with rows in the order of their keys.
///
/// Pages are made of the rows and put behind those of the file, and only then are the roots and the
/// header changed, under a journal as SQLite itself would keep it: whatever ends the program, the
/// tables are empty or whole to whoever opens the file next. That takes a fifth of the time of
/// inserting the rows (`Documentation/Performance.md`). SQLite checks none of them on this way: that
/// keys ascend is checked here, and what else the schema says of values is for `tocsin info --check`
/// and the tests.
struct TreeFill {
  private let path: String
  private let file: Int32
  private var header: [UInt8]
  private let pageSize: Int
  private var output: PageOutput
  /// The roots as they are to be, with their numbers.
  private var roots: [(page: UInt32, bytes: [UInt8])] = []

  /// Where the header has what (https://www.sqlite.org/fileformat.html, 1.3).
  private enum Header {
    static let bytes = 100
    static let pageSize = 16
    static let changeCount = 24
    static let pageCount = 28
    static let isVacuuming = 52
    static let changeCountOfPageCount = 92
  }

  /// Begins to fill a file that is open.
  init(of path: String, open file: Int32) throws {
    self.path = path
    self.file = file
    let header = try FileSystem.bytes(Header.bytes, of: file, at: 0)
    precondition(
      header[18...20].elementsEqual([1, 1, 0]) && header.word(at: Header.isVacuuming) == 0
        && header.word(at: Header.changeCount) == header.word(at: Header.changeCountOfPageCount),
      "a run is written under a rollback journal, with whole pages that stay where they are")
    let size = Int(header[Header.pageSize]) << 8 | Int(header[Header.pageSize + 1])
    pageSize = size == 1 ? 65_536 : size
    self.header = header
    output = PageOutput(behind: header.word(at: Header.pageCount), pageSize: pageSize, to: file)
  }

  /// Fills tables and indexes.
  ///
  /// - Parameters:
  ///   - trees: what is written into which; all are empty and different.
  ///   - database: a connection to the file, not in a transaction.
  ///   - path: the file.
  /// - Returns: the seals of each that is sealed, in order.
  /// - Throws: `FileSystem.Failure`; what SQLite refuses.
  static func fill(
    _ trees: [KeyedRows], in database: Database, at path: String
  ) throws -> [[Seal]] {
    var seals: [[Seal]] = []
    // Others stay out, and this connection finds by the count of changes that it has to read anew.
    try database.inTransaction(.exclusive) {
      let file = try FileSystem.openForChange(path)
      defer { FileSystem.unlock(file) }
      var fill = try TreeFill(of: path, open: file)
      for tree in trees {
        let root = try UInt32.fetchOne(
          database, sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?",
          arguments: [tree.name])
        guard let root else { throw corruption("there is no table or index \(tree.name)") }
        seals.append(try fill.write(tree, root: root))
      }
      try fill.change()
      fill.forgetJournal()
      return .rollback
    }
    return seals
  }

  /// Writes all pages of a tree but the root, which is empty so far.
  mutating func write(_ tree: KeyedRows, root: UInt32) throws -> [Seal] {
    let old = try page(root)
    precondition(old[0] == 0x0A && old[3] == 0 && old[4] == 0, "\(tree.name) is empty")
    var builder = TreeBuilder(pageSize: pageSize)
    var entry = TreeEntry()
    var sealer = RowSealer(columns: tree.columns.count)
    var last: RowCells?
    try tree.visit { row in
      if let last {
        precondition(
          row.follows(last, key: tree.keyColumns), "rows of \(tree.name) are in key order")
      }
      last = row
      entry.encode(row)
      try builder.add(entry, to: &output)
      if tree.isSealed { sealer.add(row) }
    }
    roots.append((root, try builder.finish(to: &output)))
    return sealer.finish()
  }

  /// Makes the trees part of the database, which falls back to what it was as long as the journal is
  /// there.
  mutating func change() throws {
    try output.flush()
    try FileSystem.overwriteWhole(path + "-journal", with: try rollbackJournal())
    for (number, bytes) in roots {
      try FileSystem.write(bytes, to: file, at: (Int(number) - 1) * pageSize)
    }
    let changes = header.word(at: Header.changeCount) &+ 1
    header.store(changes, at: Header.changeCount)
    header.store(changes, at: Header.changeCountOfPageCount)
    header.store(output.pageCount, at: Header.pageCount)
    try FileSystem.write(header, to: file, at: 0)
  }

  /// Makes the change last.
  func forgetJournal() { FileSystem.remove(path + "-journal") }

  /// What leads SQLite back to the file as it was (https://www.sqlite.org/fileformat.html, 3).
  private func rollbackJournal() throws -> [UInt8] {
    let sector = 512
    var journal: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    let pages = [1] + roots.map(\.page)
    // How many pages, what checksums begin with, how many pages the file had.
    for word in [
      UInt32(pages.count), 0, header.word(at: Header.pageCount), UInt32(sector), UInt32(pageSize),
    ] {
      journal.append(word: word)
    }
    journal.append(contentsOf: repeatElement(0, count: sector - journal.count))
    for number in pages {
      let bytes = try page(number)
      journal.append(word: number)
      journal.append(contentsOf: bytes)
      let summed = stride(from: pageSize - 200, to: 0, by: -200)
      journal.append(word: summed.reduce(0) { $0 &+ UInt32(bytes[$1]) })
    }
    return journal
  }

  private func page(_ number: UInt32) throws -> [UInt8] {
    try FileSystem.bytes(pageSize, of: file, at: (Int(number) - 1) * pageSize)
  }
}

extension [UInt8] {
  fileprivate mutating func append(word: UInt32) {
    let place = count
    append(contentsOf: repeatElement(0, count: 4))
    store(word, at: place)
  }
}
