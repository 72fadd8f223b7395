import Randomness

/// Gives every person who is not yet a teacher or a coach the role that scoring tells apart.
struct Roles {
  let settings: RoleSettings
  let seed: UInt64

  /// Fills in `roles`, of which teachers and coaches are known.
  func assign(to persons: inout Persons) {
    var hasChild = Set<Int32>()
    for person in 0..<persons.count where persons.ages[person] < 18 {
      hasChild.insert(persons.households[person])
    }
    for person in 0..<persons.count {
      guard persons.roles[person] != .teacher, persons.roles[person] != .coach else { continue }
      let age = persons.ages[person]
      guard age >= 18 else {
        persons.roles[person] = .child
        continue
      }
      var stream = RandomStream(seed: seed, purpose: .roles, entity: UInt64(person))
      let draw = stream.uniform()
      if draw < settings.onlineMentorShare {
        persons.roles[person] = .onlineMentor
      } else if draw < settings.onlineMentorShare + settings.newcomerShare {
        persons.roles[person] = .newcomer
      } else if age < 20 {
        persons.roles[person] = .youngAdult
      } else {
        persons.roles[person] = hasChild.contains(persons.households[person]) ? .parent : .adult
      }
    }
  }
}
