import Activity
import Hardness
import Population
import Scoring
import Vocabulary

@testable import Reporting

/// A made-up town of 4,000 accounts and 90 days, laid out by arithmetic, for golden reports.
enum Town {
  static let days = 90
  static let accounts = 4_000
  /// Accounts 0 to 15 groom; children come after them, then adults of every kind.
  static let groomers = (0..<16).map { AccountID($0) }
  static let children = 16..<816

  static let detectors = ["unconnected-minors", "rejected-by-children", "grooming-cues"]

  static let subjects = Subjects(
    roles: (0..<accounts).map(role(of:)),
    ages: (0..<accounts).map { children.contains($0) ? 13 : $0 % 40 == 1 ? 19 : 40 })

  /// The same with a sex each and twenty villages, of which the last has ten accounts.
  static let subjectsInGroups = Subjects(
    roles: subjects.roles, ages: subjects.ages,
    sexes: (0..<accounts).map { $0 % 2 == 0 ? .female : .male },
    homes: (0..<accounts).map { $0 < accounts - 10 ? $0 % 19 : 19 },
    places: (1...20).map { "Village \($0)" })

  static func role(of account: Int) -> Role {
    if children.contains(account) { return .child }
    if account < 16 { return .adult }
    return switch account % 40 {
    case 1: .youngAdult
    case 2...15: .parent
    case 16: .teacher
    case 17: .newcomer
    case 18 where account < 2_000: .coach
    case 19 where account % 400 == 19: .tutor
    default: .adult
    }
  }

  /// 30 sustained contacts: 20 met, 6 ended, 4 still open.
  static let truth = GroundTruth(
    groomers: groomers,
    cases: (0..<30).map { number in
      let start = SimTime(day: number, second: 3_600)
      return GroundTruth.Case(
        groomer: groomers[number % 13], child: AccountID(16 + number), firstContact: start,
        stages: [], movedOffPlatform: nil,
        ended: number % 3 == 1 && number < 18 ? start.advanced(byDays: 5) : nil,
        firstMeeting: number % 3 == 1 ? nil : start.advanced(byDays: Double(3 + number * 2)))
    },
    end: SimTime(day: days))

  /// Alerts of three detectors on groomers and, wrongly, on others.
  static let alerts: [Alert] =
    (0..<16).flatMap { groomer -> [Alert] in
      var raised: [Alert] = []
      if groomer % 3 != 2 { raised.append(alert(0, day: 6 + groomer, on: groomer)) }
      if groomer % 4 == 0 { raised.append(alert(1, day: 2 + groomer, on: groomer)) }
      if groomer % 2 == 0 { raised.append(alert(2, day: 12 + 2 * groomer, on: groomer)) }
      return raised + raised.map { alert(2, day: $0.time.day + 40, on: groomer) }
    } + stride(from: 20, to: accounts, by: 97).map { alert(0, day: $0 % 90, on: $0) }
    + stride(from: 816, to: accounts, by: 1_201).map { alert(1, day: $0 % 90, on: $0) }

  static func alert(_ detector: Int, day: Int, on account: Int) -> Alert {
    Alert(
      detector: detectors[detector], time: SimTime(day: day), cause: 0,
      suspect: AccountID(account), child: nil, score: 1, reasons: [])
  }

  static func evaluation(
    truth: GroundTruth = truth, alerts: [Alert] = alerts, detectors: [String] = detectors
  ) throws -> Evaluation {
    try Evaluation(truth: truth, alerts: alerts, detectors: detectors, subjects: subjects)
  }

  static let context = ReportContext(
    scenario: "A made-up town", seed: 7, version: "0.1.0", days: days, startDate: "3 April 2017",
    accounts: accounts, adults: accounts - children.count, children: children.count,
    friendships: 48_213, events: 1_204_377, database: "town.sqlite")

  /// Two profiles, one of them too rare to say anything.
  static let hardness = HardnessResult(rows: [
    row("all", "best", "strange-minors", 0.96851, error: 0.0125, chance: 0.694),
    row("all", "requests", "strange-minors", 0.96851, error: 0.0125, chance: 0.6625),
    row("all", "timing", "night-share", 0.55, error: 0.07, chance: 0.6125),
    row("all", "tree", "strange-minors, any-cue-rate", 0.9375),
    row("all", "twin", "any-cue-rate", against: "streamer", 0.75, error: 0.06, chance: 0.7825),
    SeparationRow(
      profile: "hasty", measure: "best", against: "all-adults", feature: "", tried: 55, groomers: 3,
      innocents: 3_184, auc: nil),
    row("all", "column", "account-id", 0.4375, error: 0.0725, chance: 0.79),
    row("all", "column", "opened", 0.5, error: 0.0725, chance: 0.79),
  ])

  /// The same, but groomers have the latest accounts.
  static var leakingHardness: HardnessResult {
    var result = hardness
    result.rows[result.rows.count - 1].auc = 0.875
    return result
  }

  private static func row(
    _ profile: String, _ measure: String, _ feature: String, against: String = "all-adults",
    _ auc: Double, error: Double? = nil, chance: Double? = nil
  ) -> SeparationRow {
    SeparationRow(
      profile: profile, measure: measure, against: against, feature: feature, tried: 55,
      groomers: 16, innocents: against == "streamer" ? 25 : 3_184, auc: auc, standardError: error,
      chance: chance)
  }
}
