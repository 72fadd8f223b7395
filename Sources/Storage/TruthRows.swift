import Activity
import GRDB
import Vocabulary

/// Writes and reads what really happened.
extension Database {
  func insert(_ truth: GroundTruth) throws {
    let stored = try AccountID.fetchGroomers(self)
    precondition(stored == truth.groomers, "the truth names other groomers than the world")
    for (id, name) in truth.profiles.enumerated() {
      try execute(
        sql: "INSERT INTO truth_profile (id, name) VALUES (?, ?)", arguments: [id, name])
    }
    try load("truth_groomer", columns: ["account", "profile"], rows: truth.groomers.count) {
      row, cells in
      cells.bind(truth.groomers[row].rawValue, to: 0)
      cells.bind(truth.groomerProfiles[row], to: 1)
    }
    let cases = truth.cases
    try load(
      "truth_case",
      columns: [
        "id", "groomer", "child", "first_contact", "moved_off_platform", "ended", "told",
        "first_meeting",
      ],
      rows: cases.count
    ) { row, cells in
      cells.bind(row, to: 0)
      cells.bind(cases[row].groomer.rawValue, to: 1)
      cells.bind(cases[row].child.rawValue, to: 2)
      cells.bind(cases[row].firstContact.rawValue, to: 3)
      cells.bind(cases[row].movedOffPlatform?.rawValue, to: 4)
      cells.bind(cases[row].ended?.rawValue, to: 5)
      cells.bind(cases[row].told?.rawValue, to: 6)
      cells.bind(cases[row].firstMeeting?.rawValue, to: 7)
    }
    let stages = cases.enumerated().flatMap { id, one in one.stages.map { (id, $0) } }
    try load("truth_stage", columns: ["case_id", "stage", "time"], rows: stages.count) {
      row, cells in
      cells.bind(stages[row].0, to: 0)
      cells.bind(stages[row].1.stage.rawValue, to: 1)
      cells.bind(stages[row].1.time.rawValue, to: 2)
    }
    let meetings = truth.meetings
    try load("truth_meeting", columns: ["lower", "higher", "time"], rows: meetings.count) {
      row, cells in
      cells.bind(meetings[row].lower.rawValue, to: 0)
      cells.bind(meetings[row].higher.rawValue, to: 1)
      cells.bind(meetings[row].time.rawValue, to: 2)
    }
    try execute(sql: "UPDATE run SET end_time = ?", arguments: [truth.end.rawValue])
  }

  func truth() throws -> GroundTruth {
    var cases: [GroundTruth.Case] = []
    try visit(
      """
      SELECT groomer, child, first_contact, moved_off_platform, ended, told, first_meeting
      FROM truth_case ORDER BY id
      """
    ) { row in
      cases.append(
        GroundTruth.Case(
          groomer: AccountID(rawValue: try row.value(0)),
          child: AccountID(rawValue: try row.value(1)),
          firstContact: SimTime(rawValue: try row.value(2)), stages: [],
          movedOffPlatform: try row.optional(3).map(SimTime.init(rawValue:)),
          ended: try row.optional(4).map(SimTime.init(rawValue:)),
          told: try row.optional(5).map(SimTime.init(rawValue:)),
          firstMeeting: try row.optional(6).map(SimTime.init(rawValue:))))
    }
    try visit("SELECT case_id, stage, time FROM truth_stage ORDER BY case_id, stage") { row in
      let id: Int = try row.position(0, below: cases.count)
      cases[id].stages.append(
        GroundTruth.StageStart(
          stage: try row.code(1), time: SimTime(rawValue: try row.value(2))))
    }
    var meetings: [GroundTruth.Meeting] = []
    try visit("SELECT lower, higher, time FROM truth_meeting ORDER BY time, lower, higher") { row in
      meetings.append(
        GroundTruth.Meeting(
          lower: AccountID(rawValue: try row.value(0)),
          higher: AccountID(rawValue: try row.value(1)), time: SimTime(rawValue: try row.value(2))))
    }
    var end = SimTime.before
    try visit("SELECT end_time FROM run") { end = SimTime(rawValue: try $0.value(0)) }
    let profiles = try profiles()
    let groomers = try AccountID.fetchGroomers(self)
    return GroundTruth(
      groomers: groomers, profiles: profiles,
      groomerProfiles: try groomerProfiles(of: groomers, profileCount: profiles.count),
      cases: cases, meetings: meetings, end: end)
  }

  private func profiles() throws -> [String] {
    var profiles: [String] = []
    try visit("SELECT id, name FROM truth_profile ORDER BY id") { row in
      try row.expectID(profiles.count)
      profiles.append(row.text(1))
    }
    guard (1...256).contains(profiles.count) else {
      throw corruption("there are \(profiles.count) campaign profiles")
    }
    return profiles
  }

  /// The profile of each groomer, as a position among so many.
  private func groomerProfiles(of groomers: [AccountID], profileCount: Int) throws -> [UInt8] {
    var accounts: [AccountID] = []
    var profiles: [UInt8] = []
    try visit("SELECT account, profile FROM truth_groomer ORDER BY account") { row in
      accounts.append(AccountID(rawValue: try row.value(0)))
      profiles.append(try row.position(1, below: profileCount))
    }
    guard accounts == groomers else {
      throw corruption("the accounts with a campaign profile are not those of groomers")
    }
    return profiles
  }
}

extension AccountID {
  /// The accounts whose owner grooms, ascending.
  static func fetchGroomers(_ database: Database) throws -> [AccountID] {
    var groomers: [AccountID] = []
    try database.visit("SELECT account FROM truth_account WHERE groomer = 1 ORDER BY account") {
      groomers.append(AccountID(rawValue: try $0.value(0)))
    }
    return groomers
  }
}
