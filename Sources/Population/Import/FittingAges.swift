/// Which ages may be laid for a person of whom a file gives none.
struct FittingAges {
  /// Whether each named school takes ages 11 to 17.
  private let isSecondary: [Bool]

  /// Learns of accounts which schools take whom.
  init(of accounts: ImportedAccounts) {
    isSecondary = Self.secondary(accounts)
  }

  /// The ages that fit what a file says of a person.
  ///
  /// Ages 5 to 89 hold everybody the model makes who may have an account.
  func ages(of person: ImportedPerson, isGroomer: Bool) -> ClosedRange<UInt8> {
    if let age = person.age { return age...age }
    switch person.role {
    case .child: break
    case .youngAdult: return 18...19
    case .teacher: return 22...64
    case .coach: return 20...70
    case .adult, .parent, .tutor, .newcomer, .relative, .youthWorker, .supplyTeacher, .streamer,
      .forumModerator:
      return 20...89
    case nil where isGroomer: return 20...66
    case nil where (person.school ?? -1) >= 0: break
    case nil: return 5...89
    }
    guard let school = person.school, school >= 0 else { return 5...17 }
    return isSecondary[Int(school)] ? 11...17 : 5...10
  }

  /// Whether most pupils of known age are 11 or older.
  ///
  /// A school of no known age is taken for a secondary school: our choice, as their pupils are
  /// those who mostly have accounts.
  private static func secondary(_ accounts: ImportedAccounts) -> [Bool] {
    var balance = [Int](repeating: 0, count: accounts.schools.count)
    for person in accounts.persons {
      guard let school = person.school, school >= 0, let age = person.age, age < 18 else {
        continue
      }
      balance[Int(school)] += age < 11 ? -1 : 1
    }
    return balance.map { $0 >= 0 }
  }
}
