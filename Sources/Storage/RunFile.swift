public import Activity
import GRDB
public import Graphs
public import Population
public import Vocabulary

/// A run's file, open for reading and for adding replays.
public struct RunFile: Sendable {
  /// Where the file is.
  public let path: String
  /// Whether the file holds what really happened; a copy for a blind challenge does not.
  public let hasTruth: Bool
  private let queue: DatabaseQueue
  private let run: StoredRun

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: a file that `RunFileWriter` made.
  ///   - allowIncomplete: whether a file whose run is not finished may be opened, to look at.
  /// - Throws: `missing`, `notAFile`, `notSQLite`, `notARun`, `newerVersion`, `incomplete`,
  ///   `corrupt`, `busy`.
  public init(opening path: String, allowIncomplete: Bool = false) throws(StorageError) {
    try self.init(opening: path, allowIncomplete: allowIncomplete, busySeconds: 5)
  }

  /// Opens a file and waits so long for programs that hold it locked.
  init(
    opening path: String, allowIncomplete: Bool = false, busySeconds: Double
  ) throws(StorageError) {
    self.path = path
    try Self.checkEntry(at: path)
    let (queue, run, hasTruth) = try StorageError.naming(path) {
      var configuration = Configuration()
      configuration.busyMode = .timeout(busySeconds)
      let queue = try DatabaseQueue(
        path: FileSystem.nameForSQLite(path), configuration: configuration)
      return try queue.read { database in
        try Self.check(FileSignature(database), path: path)
        let run = try database.run()
        // The pages of a run that is being written may lie in the log beside the file.
        if run.isComplete { try Self.checkLength(of: path, in: database) }
        try database.expectAccounts(run.accounts)
        return (queue, run, try database.hasTruth())
      }
    }
    guard run.isComplete || allowIncomplete else { throw .incomplete(path: path) }
    self.queue = queue
    self.run = run
    self.hasTruth = hasTruth
  }

  /// Makes a view of a run whose writer still holds the file.
  init(draft path: String, queue: DatabaseQueue) throws(StorageError) {
    self.path = path
    self.queue = queue
    hasTruth = true
    run = try StorageError.naming(path) { try queue.read { try $0.run() } }
  }

  /// What the file holds, at a glance.
  public func summary() throws(StorageError) -> RunSummary {
    guard case .file(let bytes) = FileSystem.entry(at: path) else {
      throw .replaced(path: path)
    }
    return try read { try $0.summary(bytes: bytes) }
  }

  /// What the file says about its run.
  public func header() throws(StorageError) -> RunHeader { try read { try $0.run().header } }

  /// How many events the run has, held or not.
  public var eventCount: Int { run.events }

  /// How many accounts the run has.
  public var accountCount: Int { run.accounts }

  /// The digest of all events of the run; nothing where the file holds them all.
  public var streamDigest: String? { run.digest }

  /// The places of the world, by id.
  public func places() throws(StorageError) -> [Place] { try read { try $0.places() } }

  /// The names of the platforms, and the platform of each account as a position among them.
  public func platforms() throws(StorageError) -> (names: [String], ofAccounts: [UInt8]) {
    try read { database in
      let names = try database.platforms()
      return (names, try database.accountPlatforms(platformCount: names.count))
    }
  }

  /// What accounts say of themselves.
  public func declaredAccounts() throws(StorageError) -> DeclaredAccounts {
    try read { try $0.declaredAccounts() }
  }

  /// The friendships of the start as a platform knows them; no truth table is read.
  public func friendshipsAtStart() throws(StorageError) -> Adjacency {
    let (starts, higher) = try read { try $0.friendshipsAtStart(accounts: run.accounts) }
    return Adjacency(starts: starts, higher: higher)
  }

  /// How many friendships there were at the start.
  public func friendshipCountAtStart() throws(StorageError) -> Int {
    try readTruth { try Int.fetchOne($0, sql: "SELECT count(*) FROM truth_friendship") ?? 0 }
  }

  /// The events that the file holds, from the first: at a lower level of recording not all.
  public func events() -> FileEventSource {
    FileEventSource(path: path, queue: queue, run: run)
  }

  /// Whether the file holds every event between two accounts.
  ///
  /// - Precondition: both are accounts of the run.
  public func holdsEveryEvent(between a: AccountID, _ b: AccountID) throws(StorageError) -> Bool {
    switch run.header.recording {
    case .all: return true
    case .none: return false
    case .childFacing:
      let accounts = try declaredAccounts()
      return !accounts.isAdult(a.index) || !accounts.isAdult(b.index)
    }
  }

  /// What really happened.
  ///
  /// - Throws: `blind` of a copy without it, as do all below that tell the truth.
  public func truth() throws(StorageError) -> GroundTruth {
    try readTruth { try $0.truth(of: run) }
  }

  /// How easily groomers are told apart in this run, in the order of reports.
  public func hardness() throws(StorageError) -> [SeparationRow] {
    try readTruth { try $0.hardness() }
  }

  /// What the owner of each account is to children, by account.
  public func roles() throws(StorageError) -> [Role] {
    try readTruth { try $0.roles(accounts: run.accounts) }
  }

  /// The real age of the owner of each account in years at the start, by account.
  public func ages() throws(StorageError) -> [UInt8] {
    try readTruth { try $0.ages(accounts: run.accounts) }
  }

  /// The sex of the owner of each account, by account.
  public func sexes() throws(StorageError) -> [Sex] {
    try readTruth { try $0.sexes(accounts: run.accounts) }
  }

  /// What made the friendships that an account had at the start, by friend.
  ///
  /// - Precondition: it is an account of the run.
  public func tiesAtStart(
    of account: AccountID
  ) throws(StorageError) -> [AccountID: Friendships.Tie] {
    try readTruth { try $0.tiesAtStart(of: account) }
  }

  /// The place where the owner of each account lives, by account: a position in `places()`.
  public func homes() throws(StorageError) -> [Int] {
    try readTruth { try $0.homes(accounts: run.accounts) }
  }

  /// The person behind each account, by account.
  public func owners() throws(StorageError) -> [UInt32] {
    try readTruth { try $0.owners(accounts: run.accounts) }
  }

  /// The whole world, equal to the one that was written.
  ///
  /// It is the truth, so no detector is handed it or any part of it: what a platform knows is in
  /// `declaredAccounts()` and `friendshipsAtStart()`, which read no truth table.
  ///
  /// - Throws: `corrupt` where parts of the world contradict each other.
  /// - Complexity: linear in persons and friendships.
  public func world() throws(StorageError) -> World {
    try readTruth { try $0.world(accounts: run.accounts) }
  }

  /// Adds what detectors made of the run, all of it or nothing.
  ///
  /// - Parameters:
  ///   - settings: the settings of the detectors, as text.
  ///   - detectors: the names of all that ran, silent ones too, in the order of reports.
  ///   - alerts: in the order they were raised.
  ///   - metrics: what the alerts are worth, each measure of a detector once.
  /// - Returns: the number of the replay, from 1.
  /// - Throws: `readOnly`, `busy`, `diskFull`, `replaced`.
  @discardableResult
  public func write(
    replay settings: String, detectors: [String], alerts: [Alert], metrics: [MetricRow]
  ) throws(StorageError) -> Int {
    try StorageError.naming(path) {
      var replay = 0
      try queue.inTransaction(.immediate) { database in
        replay = try database.insert(
          replay: settings, detectors: detectors, alerts: alerts, metrics: metrics)
        return .commit
      }
      return replay
    }
  }

  /// The replays in the file, oldest first.
  public func replays() throws(StorageError) -> [ReplayRow] { try read { try $0.replays() } }

  /// A replay in the file.
  ///
  /// - Parameter number: its number, from 1; the last one's if none is given.
  /// - Returns: nothing if none is given and the file holds none.
  /// - Throws: `StorageError`, among them `noReplay`.
  public func replay(_ number: Int?) throws(StorageError) -> ReplayRow? {
    let stored = try replays()
    guard let number else { return stored.last }
    guard let row = stored.first(where: { $0.id == number }) else {
      throw .noReplay(path: path, replay: number, stored: stored.count)
    }
    return row
  }

  /// The alerts of a replay, in the order they were raised.
  ///
  /// - Throws: `noReplay` if the file does not hold it.
  public func alerts(replay: Int) throws(StorageError) -> [Alert] {
    _ = try self.replay(replay)
    return try read { try $0.alerts(replay: replay, of: run) }
  }

  /// The metrics of a replay, by detector and name.
  ///
  /// - Throws: `noReplay` if the file does not hold it.
  public func metrics(replay: Int) throws(StorageError) -> [MetricRow] {
    _ = try self.replay(replay)
    return try read { try $0.metrics(replay: replay) }
  }

  /// Digests of what the file holds; equal content gives equal digests, however it is laid out.
  ///
  /// - Complexity: a pass over the file.
  public func digest() throws(StorageError) -> RunDigest {
    try expectTruth()
    var source = events()
    var log = EventLog()
    var stream = StreamDigest()
    var numbers = SHA256()
    while try source.next(into: &log) {
      stream.update(log)
      numbers.update(numbers: (0..<log.count).map(log.number(of:)))
    }
    guard let whole = run.digest else {
      let events = stream.hexadecimal()
      return try read { try RunDigest($0, events: events, held: nil) }
    }
    numbers.update(Array(stream.hexadecimal().utf8))
    let held = numbers.hexadecimal()
    return try read { try RunDigest($0, events: whole, held: held) }
  }

  /// The edges that the stored events lead to; the tables hold the same.
  func projectedEdges() throws(StorageError) -> EdgeRows {
    let start = try readTruth { try $0.truthFriendships(accounts: run.accounts) }
    var projector = EdgeProjector(friendshipsAtStart: start)
    var source = events()
    var log = EventLog()
    while try source.next(into: &log) { projector.consume(log) }
    return projector.edges()
  }

  func read<Result>(_ body: (Database) throws -> Result) throws(StorageError) -> Result {
    try StorageError.naming(path) { try queue.read(body) }
  }

  /// Refuses a copy without the truth by name.
  ///
  /// - Throws: `blind`.
  public func expectTruth() throws(StorageError) {
    guard hasTruth else { throw .blind(path: path) }
  }

  private func readTruth<Result>(
    _ body: (Database) throws -> Result
  ) throws(StorageError) -> Result {
    try expectTruth()
    return try read(body)
  }

  private static func checkEntry(at path: String) throws(StorageError) {
    switch FileSystem.entry(at: path) {
    case .nothing: throw .missing(path: path)
    case .folder, .device: throw .notAFile(path: path)
    case .file(let bytes) where bytes < FileSignature.headerBytes: throw .notSQLite(path: path)
    case .file: return
    }
  }

  /// Refuses a file that lacks a part of its last page, which SQLite would take for zeros.
  private static func checkLength(of path: String, in database: Database) throws {
    let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
    let expected = try pages * (Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
    guard case .file(let bytes) = FileSystem.entry(at: path), bytes < expected else { return }
    throw StorageError.corrupt(path: path, detail: "\(bytes) of \(expected) bytes are there")
  }

  private static func check(_ signature: FileSignature, path: String) throws(StorageError) {
    guard signature.isRun else {
      throw .notARun(path: path, applicationID: signature.applicationID)
    }
    guard signature.formatVersion <= Schema.version else {
      throw .newerVersion(
        path: path, version: signature.formatVersion, supported: Schema.version)
    }
    guard signature.formatVersion == Schema.version else { throw .incomplete(path: path) }
  }
}
