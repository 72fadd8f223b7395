import Activity
import Population
import Vocabulary

/// The accounts of a run by what they are in truth, counted once for all detectors.
struct Census {
  /// The counts a reader sees.
  let scope: Scope
  /// Innocent accounts of each role, indexed by `Role.rawValue`.
  let innocentByRole: [Int]
  /// Accounts of groomers.
  let groomers: Set<AccountID>
  /// Accounts of groomers who met a child within the run.
  let groomersWithMeeting: Set<AccountID>
  /// The accounts.
  let subjects: Subjects
  /// What really happened.
  let truth: GroundTruth
  /// The accounts by age, sex and region, where those are known.
  let divisions: [AccountDivision]

  /// Counts the accounts and contacts of a run.
  ///
  /// - Throws: `ScoringError` when truth and subjects do not belong together.
  init(truth: GroundTruth, subjects: Subjects) throws(ScoringError) {
    try Self.check(truth: truth, subjects: subjects)
    let groomers = Set(truth.groomers)
    let met = truth.cases.filter { $0.firstMeeting != nil }
    var innocentByRole = Array(repeating: 0, count: Role.allCases.count)
    var adults = 0
    for index in 0..<subjects.count where !groomers.contains(AccountID(index)) {
      innocentByRole[Int(subjects.roles[index].rawValue)] += 1
      adults += subjects.ages[index] >= Subjects.adultAge ? 1 : 0
    }
    self.groomers = groomers
    divisions = Division.allCases.compactMap {
      AccountDivision(by: $0, of: subjects, groomers: groomers)
    }
    self.subjects = subjects
    self.truth = truth
    self.innocentByRole = innocentByRole
    groomersWithMeeting = Set(met.map(\.groomer))
    scope = Scope(
      days: truth.end.days(since: SimTime(day: 0)), accounts: subjects.count,
      groomers: groomers.count, groomersWithMeeting: groomersWithMeeting.count,
      innocentAdults: adults, children: subjects.count - groomers.count - adults,
      meetings: met.count,
      contactsEnded: truth.cases.count { $0.firstMeeting == nil && $0.ended != nil },
      contactsOpen: truth.cases.count { $0.firstMeeting == nil && $0.ended == nil })
  }

  /// All sustained contacts, with the first alert on each groomer.
  func contacts(alertedOn raised: Replay.Raised) -> [ScoredContact] {
    truth.cases.map { contact in
      ScoredContact(
        person: subjects.owners[contact.groomer.index], child: contact.child,
        firstContact: contact.firstContact, meeting: contact.firstMeeting,
        brokeOff: contact.ended, end: truth.end, firstAlert: raised.first[contact.groomer])
    }
  }

  /// Accounts of groomers, with the first alert on each.
  func groomers(alertedOn raised: Replay.Raised, _ sightings: Sightings) -> [ScoredGroomer] {
    var contact: [AccountID: SimTime] = [:]
    for found in truth.cases {
      contact[found.groomer] = min(contact[found.groomer] ?? found.firstContact, found.firstContact)
    }
    return truth.groomers.map { groomer in
      let alert = raised.first[groomer]
      return ScoredGroomer(
        person: subjects.owners[groomer.index], firstContact: contact[groomer], firstAlert: alert,
        runsOfMessages: alert.flatMap { sightings.runsOfMessages(of: groomer, by: $0) })
    }
  }

  /// Whether an account is an adult's who does not groom.
  func isInnocentAdult(_ account: AccountID) -> Bool {
    subjects.ages[account.index] >= Subjects.adultAge && !groomers.contains(account)
  }

  /// Refuses a truth and subjects that do not belong together.
  private static func check(truth: GroundTruth, subjects: Subjects) throws(ScoringError) {
    guard subjects.roles.count == subjects.ages.count,
      subjects.roles.count == subjects.owners.count
    else {
      throw .columnsDiffer(roles: subjects.roles.count, ages: subjects.ages.count)
    }
    for column in [subjects.sexes.count, subjects.homes.count]
    where column != 0 && column != subjects.count {
      throw .columnsDiffer(roles: subjects.roles.count, ages: column)
    }
    guard truth.end > SimTime(day: 0) else { throw .emptyRun(end: truth.end) }
    let groomers = Set(truth.groomers)
    for groomer in truth.groomers where groomer.rawValue >= UInt32(subjects.count) {
      throw .unknownAccount(groomer, named: "The list of groomers", accounts: subjects.count)
    }
    for contact in truth.cases where !groomers.contains(contact.groomer) {
      throw .notAGroomer(contact.groomer)
    }
    for contact in truth.cases where contact.child.rawValue >= UInt32(subjects.count) {
      throw .unknownAccount(contact.child, named: "A case", accounts: subjects.count)
    }
  }
}
