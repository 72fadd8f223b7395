import GRDB

/// A file that is verified, and beside it an empty one made by this version, to compare it with.
struct CheckedFile {
  /// The file.
  let file: RunFile
  /// What it says of itself.
  let run: StoredRun
  /// A temporary database with this version's schema and codes, to which the file is attached as
  /// `checked`.
  private let reference: DatabaseQueue
  private let keepGoing: (_ check: String) -> Bool
  /// The name of the check at hand.
  private var check = ""
  /// Whether the stream was checked and nothing is wrong with it, so that it can be gone through.
  var isStreamSound = false

  /// Opens a file.
  ///
  /// - Throws: as `RunFile.init(opening:)`.
  init(
    opening path: String, keepGoing: @escaping (_ check: String) -> Bool
  ) throws(StorageError) {
    let opened = try RunFile(opening: path)
    file = opened
    run = try opened.read { try $0.run() }
    self.keepGoing = keepGoing
    reference = try StorageError.naming(path) {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      configuration.busyMode = .timeout(5)
      // An empty path is a database on disk that nobody else sees, gone when it is closed.
      let queue = try DatabaseQueue(path: "", configuration: configuration)
      try Schema.create(in: queue, withTruth: opened.hasTruth)
      try queue.writeWithoutTransaction { database in
        try database.insertCodes()
        for index in Schema.indexes { try database.execute(sql: index) }
        try database.execute(
          sql: "ATTACH ? AS checked", arguments: [FileSystem.nameForSQLite(path)])
      }
      return queue
    }
  }

  /// The tables that the file should have.
  var tables: [Table] { Table.all.filter { file.hasTruth || !$0.isTruth } }

  /// Works through the connection that has the file as `checked` and the empty one as `main`.
  ///
  /// - Throws: `stopped`; what the work throws.
  func compare<Value>(_ work: (Database) throws -> Value) throws -> Value {
    let clock = QueryClock(limitSeconds: nil) { _ in keepGoing(check) }
    do {
      return try reference.writeWithoutTransaction { database in
        try database.timed(by: clock) { try work(database) }
      }
    } catch {
      throw clock.verdict == nil ? error : StorageError.stopped(path: file.path)
    }
  }

  /// Goes on, unless somebody asked to stop.
  func goOn() throws(StorageError) {
    guard keepGoing(check) else { throw .stopped(path: file.path) }
  }

  /// Makes one check.
  ///
  /// - Throws: `stopped`, and what tells of another trouble than damage.
  func make(_ check: Check) throws(StorageError) -> FileCheck.Result {
    var file = self
    file.check = check.name
    var findings = Findings()
    do {
      try file.goOn()
      let extent = try check.body(file, &findings)
      return findings.result(of: check, over: extent)
    } catch let obstacle as NotChecked {
      return findings.result(of: check, notMade: obstacle.reason)
    } catch {
      let error = StorageError(error, path: self.file.path)
      guard case .corrupt(_, let detail) = error else { throw error }
      findings.add(nil, nil, detail)
      return findings.result(of: check)
    }
  }
}
