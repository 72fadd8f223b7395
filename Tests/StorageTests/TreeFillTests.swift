import Foundation
import GRDB
import Testing

@testable import Storage

@Suite("Tables that are filled page by page") struct TreeFillTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Values about the bounds between the types that records have for whole numbers.
  private static let spans: [Int64?] =
    [nil, 0, 1, 127, 32_767, 8_388_607, 1 << 31 - 1, 1 << 47 - 1, 1 << 62].flatMap { value in
      [value, value.map { $0 + 1 }]
    }

  private static func friendships(_ count: Int) -> KeyedRows {
    KeyedRows(
      "friendship", ["lower", "higher", "since", "until"], key: 3, of: Array(0..<count)
    ) { number, row in
      row.set(0, number / 7)
      row.set(1, number / 7 + 1 + number % 7 * 40)
      row.set(2, number % 3 - 1)
      row[3] = spans[number % spans.count].map { $0 + Int64(number % 3 - 1) }
    }
  }

  private static func index(_ count: Int) -> KeyedRows {
    let entries = (0..<count).map { [$0 / 7 + 1 + $0 % 7 * 40, $0 / 7, $0 % 3 - 1] }
    var index = KeyedRows(
      "friendship_by_higher", ["higher", "lower", "since"], key: 3,
      of: entries.sorted { $0.lexicographicallyPrecedes($1) }
    ) { entry, row in
      for column in 0..<3 { row.set(column, entry[column]) }
    }
    index.isSealed = false
    return index
  }

  private func makeDatabase(_ name: String, pageBytes: Int) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: folder.path + "/" + name, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA page_size = \(pageBytes)")
      try database.execute(sql: Table.friendship.sql)
      try database.execute(sql: Table.follow.sql)
      for index in Schema.indexes { try database.execute(sql: index) }
    }
    return queue
  }

  private func integrity(_ database: Database) throws -> [String] {
    try String.fetchAll(database, sql: "PRAGMA integrity_check")
  }

  @Test(
    "hold the rows that SQLite would hold, sound to its own check, with the seals of reading them",
    arguments: [512, 4_096, 65_536], [0, 1, 2, 40, 41, 42, 43, 44, 45, 700, 30_000])
  func rows(pageBytes: Int, count: Int) throws {
    let queue = try makeDatabase("filled.sqlite", pageBytes: pageBytes)
    let inserted = try makeDatabase("inserted.sqlite", pageBytes: pageBytes)
    try inserted.writeWithoutTransaction { database in
      try database.inTransaction {
        try database.load(Self.friendships(count))
        return .commit
      }
    }
    try queue.writeWithoutTransaction { database in
      let seals = try TreeFill.fill(
        [Self.friendships(count), Self.index(count)], in: database,
        at: folder.path + "/filled.sqlite")
      #expect(try integrity(database) == ["ok"])
      let read = try database.sealsOfRows(in: .friendship)
      #expect(seals == [read, []])
      let sql = "SELECT * FROM friendship ORDER BY lower, higher, since"
      let byIndex = "SELECT higher, lower, since FROM friendship INDEXED BY friendship_by_higher"
      for sql in [sql, byIndex + " WHERE higher >= 0 ORDER BY higher, lower, since"] {
        let rows = try inserted.read { try Row.fetchAll($0, sql: sql) }
        #expect(try Row.fetchAll(database, sql: sql) == rows)
      }
    }
    #expect(try folder.names() == ["filled.sqlite", "inserted.sqlite"])
  }

  @Test("can be changed by SQLite afterwards")
  func changed() throws {
    let queue = try makeDatabase("filled.sqlite", pageBytes: 512)
    try queue.writeWithoutTransaction { database in
      _ = try TreeFill.fill(
        [Self.friendships(5_000), Self.index(5_000)], in: database,
        at: folder.path + "/filled.sqlite")
      try database.execute(sql: "DELETE FROM friendship WHERE lower % 3 = 0")
      try database.execute(sql: "INSERT INTO friendship VALUES (0, 1, 5, NULL)")
      #expect(try integrity(database) == ["ok"])
      let left = try Int.fetchOne(database, sql: "SELECT count(*) FROM friendship")
      #expect(left == 1 + (0..<5_000).count { $0 / 7 % 3 != 0 })
    }
  }

  @Test("leave the page out that SQLite locks")
  func lockPage() throws {
    let path = folder.path + "/pages"
    try FileSystem.overwriteWhole(path, with: Array(repeating: 9, count: 2 * 512))
    let file = try FileSystem.openForChange(path)
    var output = PageOutput(behind: 2, pageSize: 512, to: file, lockByte: 3 * 512)
    let numbers = try (1...3).map { try output.append(Array(repeating: $0, count: 512)) }
    try output.flush()
    FileSystem.unlock(file)
    #expect(numbers == [3, 5, 6] && output.pageCount == 6)
    let first = try folder.bytes("pages").enumerated().filter { $0.offset % 512 == 511 }
    #expect(first.map(\.element) == [9, 9, 1, 0, 2, 3])
    #expect(PageOutput.lockByte == 1_073_741_824)
  }

  @Test(
    "are empty where the writer was killed in the middle of the journal, before any root was changed"
  )
  func journalCutShort() throws {
    let queue = try makeDatabase("filled.sqlite", pageBytes: 512)
    try queue.close()
    let before = try folder.bytes("filled.sqlite")
    let (path, journal) = (folder.path + "/filled.sqlite", folder.path + "/filled.sqlite-journal")
    let file = try FileSystem.openForChange(path)
    var fill = try TreeFill(of: path, open: file)
    try fill.change()
    FileSystem.unlock(file)
    let whole = try folder.bytes("filled.sqlite-journal")
    for count in [0, 100, 512, 700, whole.count - 1] {
      try FileSystem.overwriteWhole(path, with: before + Array(repeating: 7, count: 2_048))
      try FileSystem.overwriteWhole(journal, with: Array(whole[..<count]))
      let (rows, verdict) = try DatabaseQueue(path: path).write { database in
        (
          try Int.fetchOne(database, sql: "SELECT count(*) FROM friendship"),
          try integrity(database)
        )
      }
      #expect(rows == 0 && verdict == ["ok"], "\(count) bytes")
    }
  }

  @Test("are empty to whoever opens a file whose writer was killed before the change was made last")
  func killed() throws {
    let path = folder.path + "/filled.sqlite"
    let queue = try makeDatabase("filled.sqlite", pageBytes: 4_096)
    let root = try queue.read {
      try UInt32.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'friendship'")
    }
    try queue.close()
    let before = try folder.bytes("filled.sqlite")
    let file = try FileSystem.openForChange(path)
    var fill = try TreeFill(of: path, open: file)
    let place = try #require(root)
    _ = try fill.write(Self.friendships(3_000), root: place)
    try fill.change()
    FileSystem.unlock(file)
    #expect(try folder.names() == ["filled.sqlite", "filled.sqlite-journal"])
    #expect(try folder.bytes("filled.sqlite") != before)
    let (count, verdict) = try DatabaseQueue(path: path).read { database in
      (
        try Int.fetchOne(database, sql: "SELECT count(*) FROM friendship"),
        try integrity(database)
      )
    }
    #expect(count == 0 && verdict == ["ok"])
    #expect(try folder.bytes("filled.sqlite") == before)
    #expect(try folder.names() == ["filled.sqlite"])
  }

  @Test("are out of reach of others, and of rows that are not there, while they are filled")
  func locked() throws {
    let path = folder.path + "/filled.sqlite"
    let queue = try makeDatabase("filled.sqlite", pageBytes: 4_096)
    let other = try DatabaseQueue(path: path)
    var count: Int?
    let rows = KeyedRows(name: "follow", columns: ["a", "b", "c"], keyColumns: 2) { _ in
      count = try? other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM follow") }
    }
    try queue.writeWithoutTransaction { _ = try TreeFill.fill([rows], in: $0, at: path) }
    #expect(count == nil)
    #expect(try other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM follow") } == 0)
    let unknown = KeyedRows(name: "nothing", columns: ["a"], keyColumns: 1) { _ in }
    #expect(throws: DatabaseError.self) {
      try queue.writeWithoutTransaction { _ = try TreeFill.fill([unknown], in: $0, at: path) }
    }
  }
}
