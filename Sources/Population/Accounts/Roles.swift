import Randomness

/// Gives every person who is not yet a teacher or a coach the role that scoring tells apart.
struct Roles {
  let settings: RoleSettings
  let seed: UInt64

  /// Fills in `roles`, of which teachers and coaches are known.
  ///
  /// Shares are met evenly, so that a small world has its few streamers too.
  func assign(to persons: inout Persons, kin: [Int32]) {
    let families = Families(of: persons, kin: kin)
    let even = KroneckerSequence(seed: seed, purpose: .roles, dimension: 0)
    var adults = 0
    for person in 0..<persons.count {
      guard persons.roles[person] != .teacher, persons.roles[person] != .coach else { continue }
      let age = persons.ages[person]
      if age < 18 {
        persons.roles[person] = .child
      } else if age < 20 {
        persons.roles[person] = .youngAdult
      } else {
        persons.roles[person] = role(of: person, draw: even.value(at: adults), families)
        adults += 1
      }
    }
  }

  private func role(of person: Int, draw: Double, _ families: Families) -> Role {
    var below = 0.0
    for (role, share) in settings.occupations {
      below += share
      if draw < below { return role }
    }
    if families.hasChildAtHome(person) { return .parent }
    guard families.hasChildAmongKin(person) else { return .adult }
    var stream = RandomStream(seed: seed, purpose: .roles, entity: UInt64(person))
    return stream.chance(settings.relatives.share) ? .relative : .adult
  }
}

/// In which households and extended families there are children.
private struct Families {
  private let households: [Int32]
  private let kin: [Int32]
  private var householdHasChild: [Bool]
  private var kinHasChild: [Bool]

  init(of persons: Persons, kin: [Int32]) {
    households = persons.households
    self.kin = kin
    householdHasChild = [Bool](repeating: false, count: kin.count)
    kinHasChild = [Bool](repeating: false, count: 1 + Int(kin.max() ?? 0))
    for person in 0..<persons.count where persons.ages[person] < 18 {
      householdHasChild[Int(households[person])] = true
      kinHasChild[Int(kin[Int(households[person])])] = true
    }
  }

  func hasChildAtHome(_ person: Int) -> Bool { householdHasChild[Int(households[person])] }

  func hasChildAmongKin(_ person: Int) -> Bool { kinHasChild[Int(kin[Int(households[person])])] }
}
