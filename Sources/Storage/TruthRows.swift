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

  func truth(of run: StoredRun) throws -> GroundTruth {
    var cases: [GroundTruth.Case] = []
    try visit(
      """
      SELECT groomer, child, first_contact, moved_off_platform, ended, told, first_meeting
      FROM truth_case ORDER BY id
      """
    ) { row in
      cases.append(
        GroundTruth.Case(
          groomer: try row.account(0, of: run), child: try row.account(1, of: run),
          firstContact: try row.time(2, of: run), stages: [],
          movedOffPlatform: try row.optionalTime(3, of: run),
          ended: try row.optionalTime(4, of: run), told: try row.optionalTime(5, of: run),
          firstMeeting: try row.optionalTime(6, of: run)))
    }
    try visit("SELECT case_id, stage, time FROM truth_stage ORDER BY case_id, stage") { row in
      let id: Int = try row.position(0, below: cases.count)
      cases[id].stages.append(
        GroundTruth.StageStart(stage: try row.code(1), time: try row.time(2, of: run)))
    }
    var meetings: [GroundTruth.Meeting] = []
    try visit("SELECT lower, higher, time FROM truth_meeting ORDER BY time, lower, higher") { row in
      meetings.append(
        GroundTruth.Meeting(
          lower: try row.account(0, of: run), higher: try row.account(1, of: run),
          time: try row.time(2, of: run)))
    }
    let profiles = try profiles()
    let groomers = try AccountID.fetchGroomers(self)
    guard groomers.allSatisfy({ $0.index < run.accounts }),
      cases.allSatisfy({ groomers.contains($0.groomer) && $0.groomer != $0.child })
    else { throw corruption("a case is not that of a groomer and another account of the run") }
    return GroundTruth(
      groomers: groomers, profiles: profiles,
      groomerProfiles: try groomerProfiles(of: groomers, profileCount: profiles.count),
      cases: cases, meetings: meetings, end: run.end)
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
