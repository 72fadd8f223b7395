import Activity
import GRDB
import Population
import Vocabulary

/// What the table `run` holds.
struct StoredRun {
  var header: RunHeader
  var isComplete: Bool
  /// The last moment of the run, which was ended early if it is before the end of its days.
  var end: SimTime
  var accounts: Int
  /// How many events the run has.
  var events: Int
  /// How many of them the file holds.
  var held: Int
  /// The digest of all of them; nothing where the file holds all.
  var digest: String?

  /// When anything of the run may have happened.
  var times: ClosedRange<Int32> { 0...SimTime(day: header.days).rawValue }

  /// The numbers that events may have: our choice, beyond any run and far from where sums overflow.
  static let eventNumbers = 0...1 << 48
}

/// Writes and reads what a file says of itself.
extension Database {
  /// Begins a run: one row that says it is incomplete.
  func insert(_ header: RunHeader) throws {
    try execute(
      sql: """
        INSERT INTO run (id, status, tocsin_version, scenario_name, scenario_yaml, seed,
          start_date, days, end_time, accounts, recording, events, held)
        VALUES (1, 'incomplete', ?, ?, ?, ?, ?, ?, ?, 0, ?, 0, 0)
        """,
      arguments: [
        header.tocsinVersion, header.scenarioName, header.scenarioYAML, String(header.seed),
        header.startDate, header.days, SimTime(day: header.days).rawValue,
        header.recording.rawValue,
      ])
  }

  /// Whether the file holds what really happened: all tables of the truth, or none.
  func hasTruth() throws -> Bool { try tableExists(Table.truthAccount.name) }

  /// What the file says of itself.
  func run() throws -> StoredRun {
    var stored: StoredRun?
    try visit(
      """
      SELECT tocsin_version, scenario_name, scenario_yaml, seed, start_date, days, status,
        accounts, events, recording, held, digest, end_time
      FROM run
      """
    ) { row in
      guard let seed = UInt64(row.text(3)) else { throw corruption("the seed is no number") }
      guard let recording = RecordingLevel(rawValue: row.text(9)) else {
        throw corruption("the level of recording is \"\(row.text(9))\"")
      }
      let days = try row.whole(5, "days", in: 0...SimTime.mostDays)
      let end = Int(SimTime(day: days).rawValue)
      let events = try row.whole(8, "events", in: StoredRun.eventNumbers)
      stored = StoredRun(
        header: RunHeader(
          tocsinVersion: row.text(0), scenarioName: row.text(1), scenarioYAML: row.text(2),
          seed: seed, startDate: row.text(4), days: days, recording: recording),
        isComplete: row.text(6) == "complete",
        end: SimTime(rawValue: Int32(try row.whole(12, "end_time", in: -1...end))),
        accounts: try row.whole(7, "accounts", in: 0...Int(AccountID.none.rawValue)),
        events: events, held: try row.whole(10, "held", in: 0...events),
        digest: row.isNull(11) ? nil : row.text(11))
    }
    guard let stored else { throw corruption("the table `run` is empty") }
    return stored
  }

  /// Names the numbers that stand for words.
  ///
  /// - Parameter wanted: of which domains; nil for all.
  /// - Throws: what SQLite refuses.
  func insertCodes(of wanted: [String]? = nil) throws {
    let domains: [(domain: String, names: [(UInt8, String)])] = [
      ("cue-bit", Cue.allCases.map { (UInt8($0.bit), $0.rawValue) }),
      ("event-kind", EventKind.allCases.map { ($0.rawValue, $0.name) }),
      ("focus-kind", Focus.Kind.allCases.map { ($0.rawValue, $0.name) }),
      ("request-outcome", RequestOutcome.allCases.map { ($0.rawValue, $0.name) }),
      ("role", Role.allCases.map { ($0.rawValue, $0.name) }),
      ("sex", Sex.allCases.map { ($0.rawValue, $0.name) }),
      ("stage", Stage.allCases.map { ($0.rawValue, $0.name) }),
      ("tie", Friendships.Tie.allCases.map { ($0.rawValue, $0.name) }),
    ]
    for (domain, names) in domains where wanted?.contains(domain) ?? true {
      for (value, name) in names {
        try execute(
          sql: "INSERT INTO code (domain, value, name) VALUES (?, ?, ?)",
          arguments: [domain, value, name])
      }
    }
  }
}
