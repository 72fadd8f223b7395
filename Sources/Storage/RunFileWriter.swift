public import Activity
import GRDB
import Parallelism
public import Population
public import State
public import Vocabulary

/// Writes a run into a new file, which takes the place of an earlier one when it is complete.
///
/// Until then the content lies next to the output as `<path>.partial` and says that it is
/// incomplete. The order of calls is `write(world:)`, `append` for every run of events,
/// `write(truth:)`, `write(hardness:)`, `draft()` if it is to be replayed first, `finish()`; the edges
/// are written by `writeEdges()` or else with the draft.
/// Whatever ends a writer before that, an earlier file is unharmed; after an error, `abandon()` or
/// the end of the object, nothing is left of the new one.
public final class RunFileWriter {
  /// How many events share a row of the file; the last row of a run holds what is left.
  ///
  /// Our choice: such a row takes 128 KiB, which stays in a core's second-level cache.
  public static let defaultRowsPerChunk = 8_192

  private let file: PartialFile
  let queue: DatabaseQueue
  private let level: RecordingLevel
  private var chunks: EventChunkWriter
  /// Takes what is to be held from the stream; nothing before the world is written.
  private var recorder: Recorder?
  /// The digest of the whole stream so far, where not all of it is held.
  private var digest: StreamDigest?
  private var eventCount = 0
  /// The edges so far; nothing before the world is written.
  private var projector: EdgeProjector?
  private var hasEdges = false
  /// The seals of tables that were worked out while rows were written, by name.
  private var seals: [String: [Seal]] = [:]
  private var isOpen = true
  /// Whether what was written can be gone on from.
  public private(set) var isSaved: Bool
  /// Of a writer that goes on: the state of the one before, until it is taken over.
  private var state: [UInt8]

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: the output, which appears or is replaced by `finish()`.
  ///   - header: what the file says about its run.
  ///   - rowsPerChunk: how many events share a row; it changes no result, only speed and size.
  /// - Throws: `notAFile`, `wouldReplaceForeignFile` or `readOnly` for what is at the path now,
  ///   `folderMissing`, `folderNotWritable`, `beingWritten`, `diskFull`.
  public convenience init(
    path: String, header: RunHeader, rowsPerChunk: Int = RunFileWriter.defaultRowsPerChunk
  ) throws(StorageError) {
    try self.init(path: path, header: header, rowsPerChunk: rowsPerChunk, busySeconds: 5)
  }

  /// Begins a file, and waits so long for programs that hold it or the earlier one locked.
  convenience init(
    path: String, header: RunHeader, rowsPerChunk: Int, busySeconds: Double
  ) throws(StorageError) {
    let file = try PartialFile(for: path, busySeconds: busySeconds)
    let queue = try StorageError.naming(path) {
      let queue = try Self.open(file, busySeconds: busySeconds)
      try Schema.create(in: queue)
      try queue.writeWithoutTransaction { database in
        try database.inTransaction {
          try database.insert(header)
          try database.insertCodes()
          return .commit
        }
      }
      return queue
    }
    self.init(file, queue, header: header, rowsPerChunk: rowsPerChunk, state: [])
  }

  /// Takes over a file that is being written.
  init(
    _ file: PartialFile, _ queue: DatabaseQueue, header: RunHeader, rowsPerChunk: Int,
    state: [UInt8]
  ) {
    self.file = file
    self.queue = queue
    self.state = state
    isSaved = !state.isEmpty
    level = header.recording
    digest = header.recording == .all ? nil : StreamDigest()
    chunks = EventChunkWriter(rowsPerChunk: rowsPerChunk)
  }

  static func open(_ file: PartialFile, busySeconds: Double) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busySeconds)
    // Nothing needs to survive a power cut before the file is complete.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
    return try DatabaseQueue(
      path: FileSystem.nameForSQLite(file.partialPath), configuration: configuration)
  }

  /// Closes the database before the name is free again: closing removes side files by name.
  deinit { abandon() }

  /// Stores people, accounts and the friendships of the start.
  ///
  /// - Throws: `diskFull` and other failures to write.
  public func write(world: borrowing World) throws(StorageError) {
    precondition(isOpen && projector == nil, "a file holds one world")
    projector = EdgeProjector(friendshipsAtStart: world.friendships)
    recorder = Recorder(level: level, accounts: world.declared)
    let world = copy world
    try load { try $0.insert(world) }
    try fill([world.friendships.tieRows])
  }

  /// Takes in the next events of the run, and stores those that the file is to hold.
  ///
  /// - Precondition: the world is stored; the log begins with the event after the last one taken
  ///   in, and events are in their total order.
  /// - Throws: `diskFull` and other failures to write.
  public func append(_ log: borrowing EventLog) throws(StorageError) {
    precondition(isOpen && projector != nil && !hasEdges, "events come after the world")
    projector?.consume(log)
    digest?.update(log)
    eventCount += log.count
    guard let held = recorder?.held(of: log), !held.isEmpty else { return }
    try write { database in
      try chunks.append(held, to: database)
    }
  }

  /// Stores what really happened.
  ///
  /// - Throws: `diskFull` and other failures to write.
  public func write(truth: GroundTruth) throws(StorageError) {
    try write { try $0.insert(truth) }
  }

  /// Stores how easily groomers are told apart in this run.
  ///
  /// - Throws: `diskFull` and other failures to write.
  public func write(hardness rows: [SeparationRow]) throws(StorageError) {
    try write { try $0.insert(hardness: rows) }
  }

  /// Stores the edges that the events led to, unless they are there.
  ///
  /// - Precondition: the world is stored; no event comes after this.
  /// - Throws: `diskFull` and other failures to write.
  public func writeEdges() throws(StorageError) {
    guard !hasEdges else { return }
    guard let projector else { preconditionFailure("a run without a world is not complete") }
    try load { database in
      try chunks.flush(to: database)
      for index in Schema.indexes { try database.execute(sql: index) }
      try database.execute(
        sql: "UPDATE run SET events = ?, held = ?, digest = ?",
        arguments: [eventCount, chunks.eventCount, digest?.hexadecimal()])
    }
    let edges = projector.edges()
    try fill(
      edges.tables(start: projector.start) + [edges.friendshipsByHigher(start: projector.start)])
    hasEdges = true
  }

  /// The run as it will be, for detectors to be replayed before the file takes its place.
  ///
  /// It can be read and replays added to it until `finish()` or `abandon()`.
  ///
  /// - Precondition: the world is stored; no event comes after this.
  /// - Throws: `diskFull` and other failures to write.
  public func draft() throws(StorageError) -> RunFile {
    try writeEdges()
    return try RunFile(draft: file.partialPath, queue: queue)
  }

  /// Completes the file and puts it in its place.
  ///
  /// - Parameter threads: how many threads may work; changes no byte.
  /// - Throws: `busy` if another program holds the earlier file locked, `diskFull` and other
  ///   failures to write; the earlier file is then as it was.
  public func finish(threads: Int = 1) throws(StorageError) {
    try writeEdges()
    try complete(threads: threads)
    try file.publish()
    isOpen = false
  }

  /// Removes what was written; does nothing after `finish()`.
  public func abandon() {
    guard isOpen else { return }
    isOpen = false
    try? queue.close()
    file.abandon()
  }

  /// Saves how far the run is, so that another writer can go on from there if this one is ended.
  ///
  /// It survives whatever ends the program, and not a power cut.
  ///
  /// - Parameter rest: writes down what else it takes to go on.
  /// - Precondition: the world is stored.
  /// - Throws: `diskFull` and other failures to write; what was saved before is then still there.
  public func save(_ rest: (inout StateWriter) -> Void) throws(StorageError) {
    guard isOpen, let projector else { preconditionFailure("a run is saved with its world") }
    var state = StateWriter()
    state.write(eventCount)
    projector.save(to: &state)
    digest?.save(to: &state)
    chunks.save(to: &state)
    rest(&state)
    try file.write(state: SavedState.sealed(state.bytes))
    isSaved = true
  }

  /// Goes on from where the writer before was.
  ///
  /// - Parameter world: the world of the run.
  /// - Returns: what was written down besides.
  /// - Throws: `otherDraft` if the world is another; `draftDamaged`; failures to write.
  public func restore(world: borrowing World) throws(StorageError) -> StateReader {
    precondition(isOpen && projector == nil, "a run is restored before anything else")
    let stored = try RunFile(draft: file.partialPath, queue: queue).world()
    guard SavedState.isWorld(stored, sameAs: world) else {
      throw .otherDraft(path: file.path, difference: "the places or the graph were others")
    }
    recorder = Recorder(level: level, accounts: world.declared)
    var projector = EdgeProjector(friendshipsAtStart: world.friendships)
    var reader = StateReader(state)
    state = []
    do {
      eventCount = try reader.read()
      try projector.restore(from: &reader)
      try digest?.restore(from: &reader)
      var hadEdges = false
      try load { database in
        try chunks.restore(from: &reader, in: database)
        hadEdges = try database.hasEdges()
        try database.clearResults()
      }
      // Their pages are free, and those that come are put behind all others: so that the file is no
      // larger than one that was never ended. Meanwhile it takes the room of a second copy.
      if hadEdges {
        try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
      }
    } catch is StateMismatch {
      throw .draftDamaged(path: file.path)
    } catch {
      throw StorageError(error, path: file.path)
    }
    self.projector = projector
    return reader
  }

  /// Closes the file and leaves it to be gone on from, if `isSaved`; otherwise removes it.
  public func suspend() {
    guard isOpen, isSaved else { return abandon() }
    isOpen = false
    try? queue.close()
    file.suspend()
  }

  /// Seals the rows, brings all to the disk, and says that the file is complete last of all.
  private func complete(threads: Int) throws(StorageError) {
    try StorageError.naming(file.path) {
      seals[Table.eventChunk.name] = chunks.seals
      let seals = try Self.seals(of: file.partialPath, known: seals, threads: threads)
      try queue.writeWithoutTransaction { database in
        try database.inTransaction {
          for (table, seals) in seals { try database.insert(seals, of: table) }
          return .commit
        }
        try file.sync()
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try database.execute(sql: "UPDATE run SET status = 'complete'")
      }
      try queue.close()
      try file.forgetChangeCount()
    }
  }

  /// The seals of all that a run consists of, those that are not known of tables side by side, each
  /// read by itself.
  private static func seals(
    of path: String, known: [String: [Seal]], threads: Int
  ) throws -> [(Table, [Seal])] {
    var configuration = Configuration()
    configuration.readonly = true
    let (reading, tables) = (configuration, Table.ofRuns.filter { known[$0.name] == nil })
    let read = try parallelMap(count: tables.count, threads: threads) { number in
      Result {
        let queue = try DatabaseQueue(
          path: FileSystem.nameForSQLite(path), configuration: reading)
        return try queue.read { try $0.sealsOfRows(in: tables[number]) }
      }
    }.map { try $0.get() }
    let all = known.merging(zip(tables.map(\.name), read)) { known, _ in known }
    return Table.ofRuns.map { ($0, all[$0.name] ?? []) }
  }

  /// Writes rows whose ids were checked on the way here, in one comparison each.
  ///
  /// SQLite would look every id up in a tree, which takes as long again as writing the rows.
  private func load(_ body: (Database) throws -> Void) throws(StorageError) {
    try enforceForeignKeys(false)
    try write(body)
    try enforceForeignKeys(true)
  }

  /// Writes the rows of tables and indexes that are empty, past SQLite, and seals them.
  private func fill(_ trees: [KeyedRows]) throws(StorageError) {
    do {
      let seals = try queue.writeWithoutTransaction {
        try TreeFill.fill(trees, in: $0, at: file.partialPath)
      }
      for (tree, seals) in zip(trees, seals) where tree.isSealed { self.seals[tree.name] = seals }
    } catch let failure as FileSystem.Failure {
      throw PartialFile.error(failure, path: file.path)
    } catch {
      throw StorageError(error, path: file.path)
    }
  }

  private func enforceForeignKeys(_ isOn: Bool) throws(StorageError) {
    try StorageError.naming(file.path) {
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA foreign_keys = \(isOn ? "ON" : "OFF")")
      }
    }
  }

  private func write(_ body: (Database) throws -> Void) throws(StorageError) {
    precondition(isOpen, "the file is complete or abandoned")
    try StorageError.naming(file.path) {
      try queue.writeWithoutTransaction { database in
        try database.inTransaction {
          try body(database)
          return .commit
        }
      }
    }
  }
}
