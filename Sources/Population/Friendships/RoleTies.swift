import Randomness

/// Ties of adults with the children they meet by occupation or circumstance: hard negatives on
/// purpose.
struct RoleTies: Sendable {
  private let settings: RoleSettings
  private let seed: UInt64
  private let persons: Persons
  private let members: Members
  private let layers: TieLayers
  private let primarySchools: Set<Int32>
  /// Children, in the order of their homes.
  private let children: [UInt32]
  /// Children by club.
  private let clubs: [Int32: [UInt32]]

  init(
    settings: RoleSettings, seed: UInt64, persons: Persons, foci: [Focus], members: Members,
    layers: TieLayers
  ) {
    self.settings = settings
    self.seed = seed
    self.persons = persons
    self.members = members
    self.layers = layers
    primarySchools = Set(
      foci.indices.filter { foci[$0].kind == .primarySchool }.map { Int32($0) })
    children = members.ages.indices.filter { members.ages[$0] < 18 }.map { UInt32($0) }
    clubs = Dictionary(
      grouping: children.filter { persons.clubs[Int(members.persons[Int($0)])] >= 0 }
    ) { persons.clubs[Int(members.persons[Int($0)])] }
  }

  /// Picks children for a member whose role leads to some, and appends them packed.
  func pick(for member: Int, into picked: inout [UInt32]) {
    let person = Int(members.persons[member])
    let role = persons.roles[person]
    let reach = role.reach
    guard reach != .nobody else { return }
    var stream = RandomStream(seed: seed, purpose: .roleTies, entity: UInt64(person))
    switch reach {
    case .nobody: return
    case .school:
      let taught = taught(by: person, using: &stream)
      befriend(
        taught, mean: settings.teacherTieShare * Double(taught.count), .school, &stream, &picked)
    case .club:
      let coached = clubs[persons.clubs[person]] ?? []
      befriend(
        coached, mean: settings.coachTieShare * Double(coached.count), .club, &stream, &picked)
    case .kin:
      let children = layers.kin(of: member).filter { members.ages[Int($0)] < 18 }
      befriend(children, mean: settings.childTies(of: role), .family, &stream, &picked)
    case .around(let count):
      let around = childrenAround(member, count)
      befriend(around, mean: settings.childTies(of: role), .nearby, &stream, &picked)
    case .anywhere:
      befriend(children[...], mean: settings.childTies(of: role), .online, &stream, &picked)
    }
  }

  /// The pupils of the classes that a teacher has.
  private func taught(by teacher: Int, using stream: inout RandomStream) -> [UInt32] {
    let school = persons.schools[teacher]
    guard let classes = layers.classes[school] else { return [] }
    let wanted = primarySchools.contains(school) ? 1 : settings.classesPerTeacher
    let chosen = stream.distinct(min(wanted, classes.count), below: classes.count)
    return chosen.flatMap { layers.pupils(ofClass: classes.lowerBound + $0) }
      .filter { members.ages[Int($0)] < 18 }
  }

  /// So many children who live nearest along the line of homes, half of them on either side.
  private func childrenAround(_ member: Int, _ count: Int) -> ArraySlice<UInt32> {
    var low = 0
    var high = children.count
    while low < high {
      let middle = (low + high) / 2
      if Int(children[middle]) < member { low = middle + 1 } else { high = middle }
    }
    let first = max(0, min(low - count / 2, children.count - count))
    return children[first..<min(first + count, children.count)]
  }

  /// Befriends each child with the same probability, in time proportional to those befriended.
  private func befriend(
    _ candidates: some RandomAccessCollection<UInt32>, mean: Double, _ tie: Friendships.Tie,
    _ stream: inout RandomStream, _ picked: inout [UInt32]
  ) {
    guard !candidates.isEmpty else { return }
    let probability = min(mean / Double(candidates.count), 1)
    let count = Binomial(trials: candidates.count, probability: probability)
      .sample(using: &stream)
    for position in stream.distinct(count, below: candidates.count) {
      let child = candidates[candidates.index(candidates.startIndex, offsetBy: position)]
      picked.append(PackedTie.pack(child, tie))
    }
  }
}
