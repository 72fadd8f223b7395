import Activity
import Population
import Vocabulary

/// The adults' accounts of a run by what they are in truth: groomers by profile, innocents by role.
///
/// Accounts stand for their positions in a survey, ascending.
struct Cohorts {
  /// One kind of groomer and its accounts.
  struct Profile {
    var name: String
    var accounts: [Int]
  }

  /// One kind of innocent account, and its accounts.
  struct Innocents {
    var role: Role
    var accounts: [Int]
  }

  /// All groomers together, and where they are of several profiles, those of each that has any.
  let profiles: [Profile]
  /// All innocent adults.
  let innocents: [Int]
  /// Those of each hard negative of which there are enough to compare with.
  let hardNegatives: [Innocents]
  /// The profiles and hard negatives that each account belongs to.
  let kinds: [Kind]

  /// What an account is, as positions in `profiles` or `hardNegatives`.
  enum Kind: Sendable, Equatable {
    case groomer(profiles: [Int])
    case innocent(hardNegative: Int?)
  }

  init(of survey: ConductSurvey, truth: GroundTruth) {
    var profileOf: [UInt32: Int] = [:]
    for (groomer, profile) in zip(truth.groomers, truth.groomerProfiles) {
      profileOf[groomer.rawValue] = Int(profile)
    }
    let everybody = survey.accounts.indices
    let profile = survey.accounts.map { profileOf[$0] }
    let all = Profile(
      name: SeparationRow.allProfiles, accounts: everybody.filter { profile[$0] != nil })
    let single = truth.profiles.enumerated().map { number, name in
      Profile(name: name, accounts: everybody.filter { profile[$0] == number })
    }.filter { !$0.accounts.isEmpty }
    profiles = [all] + (single.count > 1 ? single : [])
    innocents = everybody.filter { profile[$0] == nil }
    var byRole = [[Int]](repeating: [], count: Role.allCases.count)
    for account in innocents { byRole[Int(survey.roles[account].rawValue)].append(account) }
    hardNegatives = Role.allCases.filter(Self.isHardNegative).compactMap { role in
      let accounts = byRole[Int(role.rawValue)]
      return accounts.count < HardnessResult.fewestTwins
        ? nil : Innocents(role: role, accounts: accounts)
    }
    var kinds = [Kind](repeating: .innocent(hardNegative: nil), count: survey.accounts.count)
    for (position, one) in hardNegatives.enumerated() {
      for account in one.accounts { kinds[account] = .innocent(hardNegative: position) }
    }
    for (position, one) in profiles.enumerated() {
      for account in one.accounts {
        kinds[account] = .groomer(profiles: position == 0 ? [0] : [0, position])
      }
    }
    self.kinds = kinds
  }

  /// Whether a role has innocent adults do what groomers do.
  private static func isHardNegative(_ role: Role) -> Bool {
    switch role {
    case .child, .adult, .parent: false
    case .youngAdult, .teacher, .coach, .tutor, .newcomer, .relative, .youthWorker,
      .supplyTeacher, .streamer, .forumModerator:
      true
    }
  }
}
