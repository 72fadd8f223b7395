import Randomness

/// Friendships of adults with the children they teach, coach or mentor: hard negatives on purpose.
struct RoleTies {
  let settings: RoleSettings
  let seed: UInt64
  let persons: Persons
  let owners: [UInt32]

  /// Draws the friendships, packed.
  func draw() -> [UInt64] {
    var pupils: [Int32: [UInt32]] = [:]
    var members: [Int32: [UInt32]] = [:]
    var children: [UInt32] = []
    for (account, owner) in owners.enumerated() where persons.ages[Int(owner)] < 18 {
      let person = Int(owner)
      children.append(UInt32(account))
      if persons.schools[person] >= 0 {
        pupils[persons.schools[person], default: []].append(UInt32(account))
      }
      if persons.clubs[person] >= 0 {
        members[persons.clubs[person], default: []].append(UInt32(account))
      }
    }
    var edges: [UInt64] = []
    for (account, owner) in owners.enumerated() {
      let person = Int(owner)
      switch persons.roles[person] {
      case .teacher:
        let taught = pupils[persons.schools[person]] ?? []
        let share = settings.teacherTieShare * settings.pupilsTaughtShare
        befriend(account, taught, share: share, tie: .school, into: &edges)
      case .coach:
        let coached = members[persons.clubs[person]] ?? []
        befriend(account, coached, share: settings.coachTieShare, tie: .club, into: &edges)
      case .onlineMentor:
        let share = min(settings.mentorChildTies / Double(max(children.count, 1)), 1)
        befriend(account, children, share: share, tie: .online, into: &edges)
      case .child, .youngAdult, .adult, .parent, .newcomer:
        continue
      }
    }
    return edges
  }

  /// Befriends each child with the same probability, in time proportional to those befriended.
  private func befriend(
    _ adult: Int, _ children: [UInt32], share: Double, tie: Friendships.Tie,
    into edges: inout [UInt64]
  ) {
    var stream = RandomStream(seed: seed, purpose: .roleTies, entity: UInt64(adult))
    let count = Binomial(trials: children.count, probability: share).sample(using: &stream)
    for index in stream.distinct(count, below: children.count) {
      edges.append(EdgeList.pack(UInt32(adult), children[index], tie))
    }
  }
}
