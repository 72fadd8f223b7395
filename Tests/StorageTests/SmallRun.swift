import Activity
import Foundation
import Population
import Storage
import Vocabulary

/// A hand-made run that fills every table, and places to keep it.
enum SmallRun {
  static let header = RunHeader(
    tocsinVersion: "0.1.0", scenarioName: "small", scenarioYAML: "name: small\n", seed: .max,
    startDate: "2017-04-01", days: 2)

  static var world: World {
    var persons = Persons()
    persons.ages = [44, 13, 12, 35, 71]
    persons.sexes = [.male, .female, .male, .female, .female]
    persons.roles = [.adult, .child, .child, .teacher, .newcomer]
    persons.places = [0, 1, 1, 1, 0]
    // Sums of powers of two, so that every version of SQLite writes them alike.
    persons.latitudes = [52.9375, 53.140625, 53.15625, 53.125, 52.90625]
    persons.longitudes = [-1.15625, -1.203125, -1.1875, -1.21875, -1.09375]
    persons.households = [0, 1, 1, 2, 3]
    persons.schools = [-1, 0, 0, 0, -1]
    persons.classes = [-1, 0, 0, -1, -1]
    persons.clubs = [-1, 1, -1, -1, -1]
    persons.workplaces = [2, -1, -1, 0, -1]
    var declared = DeclaredAccounts()
    declared.ages = [16, 13, 12, DeclaredAccounts.unknownAge, 14]
    declared.places = [0, 1, -1, 1, 0]
    declared.latitudes = [52.9375, 53.140625, .nan, 53.125, 52.9375]
    declared.longitudes = [-1.15625, -1.203125, .nan, -1.21875, -1.15625]
    declared.opened = [-86_400, -3, -2, 40, 50]
    let friendships = Friendships(
      accountCount: 5, pairs: [(0, 3, .online), (1, 2, .family), (1, 3, .school)])
    return World(
      places: [
        Place(name: "Nottingham", latitude: 52.953, longitude: -1.149, population: 289_301),
        Place(name: "Mansfield", latitude: 53.144, longitude: -1.198, population: 77_551),
      ],
      persons: persons,
      foci: [
        Focus(kind: .secondarySchool, place: 1), Focus(kind: .club, place: 1),
        Focus(kind: .workplace, place: 0),
      ],
      platforms: ["main", "chat"], owners: [0, 1, 2, 3, 1], accountPlatforms: [0, 0, 0, 0, 1],
      declared: declared, friendships: friendships, groomers: [AccountID(0)])
  }

  static var log: EventLog {
    var log = EventLog()
    log.append(contentsOf: [
      event(10, .post, 1, detail: 1), event(12, .view, 0, 1, detail: 1, count: 3),
      event(20, .profileView, 0, 1), event(30, .follow, 0, 1), event(40, .request, 0, 1),
      event(41, .request, 0, 2), event(50, .acceptance, 1, 0), event(60, .refusal, 2, 0),
      event(70, .message, 0, 1, detail: 0b11, count: 5), event(80, .message, 1, 0, count: 2),
      event(90, .unfriend, 3, 0), event(100, .block, 1, 0), event(101, .report, 1, 0),
    ])
    return log
  }

  static let truth = GroundTruth(
    groomers: [AccountID(0)], profiles: ["patient", "direct"], groomerProfiles: [1],
    cases: [
      GroundTruth.Case(
        groomer: AccountID(0), child: AccountID(1), firstContact: SimTime(rawValue: 40),
        stages: [
          .init(stage: .approach, time: SimTime(rawValue: 40)),
          .init(stage: .arranging, time: SimTime(rawValue: 75)),
        ],
        movedOffPlatform: SimTime(rawValue: 85), ended: nil,
        firstMeeting: SimTime(rawValue: 90_000))
    ],
    meetings: [
      .init(lower: AccountID(2), higher: AccountID(4), time: SimTime(rawValue: 77)),
      .init(lower: AccountID(1), higher: AccountID(3), time: SimTime(rawValue: 78)),
    ],
    end: SimTime(day: 2))

  static let hardness = [
    SeparationRow(
      profile: "all", measure: "best", against: "all-adults", feature: "outreach", tried: 55,
      groomers: 1, innocents: 1, auc: 0.75, standardError: 0.125, chance: 0.625),
    SeparationRow(
      profile: "all", measure: "tree", against: "all-adults", feature: "", tried: 55, groomers: 1,
      innocents: 1, auc: nil),
  ]

  static let alerts = [
    Alert(
      detector: "cues", time: SimTime(rawValue: 70), cause: 8, suspect: AccountID(0),
      child: AccountID(1), score: 2.5,
      reasons: [
        .init(name: "ratio", value: 0.1, unit: "log", events: [8, 9]),
        .init(name: "gap", value: 31, unit: "years"),
      ]),
    Alert(
      detector: "views", time: SimTime(rawValue: 90), cause: 10, suspect: AccountID(3),
      child: nil, score: -1, reasons: []),
  ]

  static let metrics = [
    MetricRow(detector: "all", name: "lead", unit: "days", value: 1.04, low: 0.5, high: 2.25),
    MetricRow(detector: "cues", name: "precision", unit: "share", value: nil, count: 0, total: 0),
    MetricRow(detector: "views", name: "alerts", unit: "alerts", value: 1, count: 1),
  ]

  /// The detectors of the replay, one of them silent.
  static let detectors = Array(Set(alerts.map(\.detector))).sorted() + ["silent"]

  /// Writes the run, log and all.
  static func write(
    to path: String, log: EventLog = log, rowsPerChunk: Int = 8_192, rowsPerCall: Int = 1_000,
    withReplay: Bool = true
  ) throws {
    let writer = try RunFileWriter(path: path, header: header, rowsPerChunk: rowsPerChunk)
    try writer.write(world: world)
    var source = MemoryEventSource(log, rowsPerCall: rowsPerCall)
    var batch = EventLog()
    while source.next(into: &batch) { try writer.append(batch) }
    try writer.write(truth: truth)
    try writer.write(hardness: hardness)
    if withReplay {
      try writer.draft().write(
        replay: "all", detectors: detectors, alerts: alerts, metrics: metrics)
    }
    try writer.finish()
  }

  /// Posts, as many as asked for.
  static func posts(_ count: Int) -> EventLog {
    var log = EventLog()
    for number in 0..<count {
      log.append(event(Int32(number), .post, number % 4, detail: UInt16(number)))
    }
    return log
  }

  /// Every event of a file, put together again.
  static func events(of file: RunFile) throws -> EventLog {
    var all = EventLog()
    var batch = EventLog()
    var source = file.events()
    while try source.next(into: &batch) { all.append(batch, rows: 0..<batch.count) }
    return all
  }
}

/// An event, in few words.
func event(
  _ time: Int32, _ kind: EventKind, _ actor: Int, _ target: Int? = nil, detail: UInt16 = 0,
  count: UInt8 = 1
) -> Event {
  Event(
    time: SimTime(rawValue: time), kind: kind, actor: AccountID(actor),
    target: target.map { AccountID($0) } ?? .none, detail: detail, count: count)
}

/// A folder that exists while a test runs.
final class TemporaryFolder {
  let path: String
  /// Where a run may be kept.
  var run: String { path + "/run.sqlite" }

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/tocsin-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The names in the folder, ascending.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  func bytes(_ name: String = "run.sqlite") throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
  }

  func write(_ bytes: Data, to name: String = "run.sqlite") throws {
    try bytes.write(to: URL(fileURLWithPath: path + "/" + name))
  }
}
