import GRDB
public import Vocabulary

/// What a file holds, at a glance.
public struct RunSummary: Sendable, Equatable, Codable {
  /// Whether the run that made the file has finished it.
  public var isComplete: Bool
  /// Whether the file holds what really happened; a blind copy does not.
  public var hasTruth: Bool
  /// The version of the format.
  public var formatVersion: Int
  /// The version of Tocsin that made the run.
  public var tocsinVersion: String
  /// The name of the scenario.
  public var scenarioName: String
  /// The seed of every draw.
  public var seed: UInt64
  /// The first simulated day, such as `2017-04-01`.
  public var startDate: String
  /// How many days were simulated.
  public var days: Int
  /// How many accounts there are.
  public var accounts: Int
  /// How many events the run has; of a run that is not complete, how many are held so far.
  public var events: Int
  /// Which events the file holds.
  public var recording: RecordingLevel
  /// How many events the file holds.
  public var eventsHeld: Int
  /// When the first event that is held happened; nothing if there is none.
  public var firstEvent: SimTime?
  /// When the last event that is held happened; nothing if there is none.
  public var lastEvent: SimTime?
  /// How many events are held of each kind, in the order of the catalogue.
  public var eventsByKind: [Count]
  /// How many rows each table has, in the order of the format.
  public var tables: [Count]
  /// How many rows the events that are held take.
  public var chunks: Int
  /// The size of the file.
  public var bytes: Int
  /// The size of the file, with all its tables, for each event of the run; nothing if there is none.
  public var bytesPerEvent: Double?

  /// How many there are of something.
  public struct Count: Sendable, Equatable, Codable {
    /// What is counted.
    public var name: String
    /// How many there are.
    public var count: Int
  }
}

extension Database {
  /// Puts a summary together.
  ///
  /// - Complexity: a pass over the keys of all tables and the kinds of all events.
  func summary(bytes: Int) throws -> RunSummary {
    let run = try run()
    let hasTruth = try self.hasTruth()
    let tables = try Table.all.filter { hasTruth || !$0.isTruth }.map { table in
      RunSummary.Count(
        name: table.name,
        count: try Int.fetchOne(self, sql: "SELECT count(*) FROM \(table.name)") ?? 0)
    }
    var kinds = [Int](repeating: 0, count: 256)
    var chunks = 0
    var first: Int32?
    var last: Int32?
    try visit("SELECT first_time, last_time, kinds FROM event_chunk ORDER BY first_id") { row in
      chunks += 1
      first = try first ?? row.value(0)
      last = try row.value(1)
      row.visitBytes(2) { kinds[Int($0)] += 1 }
    }
    let held = kinds.reduce(0, +)
    let events = run.isComplete ? run.events : held
    return RunSummary(
      isComplete: run.isComplete, hasTruth: hasTruth,
      formatVersion: try Int.fetchOne(self, sql: "PRAGMA user_version") ?? 0,
      tocsinVersion: run.header.tocsinVersion, scenarioName: run.header.scenarioName,
      seed: run.header.seed, startDate: run.header.startDate, days: run.header.days,
      accounts: run.accounts, events: events, recording: run.header.recording, eventsHeld: held,
      firstEvent: first.map(SimTime.init(rawValue:)),
      lastEvent: last.map(SimTime.init(rawValue:)),
      eventsByKind: EventKind.allCases.map {
        RunSummary.Count(name: $0.name, count: kinds[Int($0.rawValue)])
      },
      tables: tables, chunks: chunks, bytes: bytes,
      bytesPerEvent: events > 0 ? Double(bytes) / Double(events) : nil)
  }
}
