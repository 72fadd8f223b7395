/// Writes what a file says of people over what the model laid, and mends what no longer fits.
///
/// What is given always stands. What was laid and is contradicted by it (the school of a place
/// somebody does not live in, the role of a teacher without a school) gives way.
struct ImportedLives {
  let accounts: ImportedAccounts
  let laid: [UInt32]
  /// The ages that fit what the file says of each person: one alone where it gives the age.
  let ages: [ClosedRange<UInt8>]
  let homes: ImportedHomes
  let foci: ImportedFoci

  /// Writes over the model's people, and founds what the file names behind the model's foci.
  func write(over persons: inout Persons, founding all: inout [Focus]) {
    let given = accounts.persons
    for (position, person) in laid.enumerated() {
      // Where nobody left was of a fitting age, the nearest was taken.
      let age = persons.ages[Int(person)]
      let fitting = ages[position]
      persons.ages[Int(person)] = min(max(age, fitting.lowerBound), fitting.upperBound)
      if let sex = given[position].sex { persons.sexes[Int(person)] = sex }
    }
    let hasMoved = homes.settle(
      given, laid: laid, householdCount: accounts.households.count, persons: &persons)
    let near = FociNearby(all)
    for (position, person) in laid.enumerated() {
      join(
        given[position], hasMoved: hasMoved[position], near, &persons, Int(person))
    }
    mendParents(among: &persons)
    found(among: persons, &all)
  }

  /// Makes parents of those who now live with a child, and others of those who no longer do.
  private func mendParents(among persons: inout Persons) {
    var isGiven = [Bool](repeating: false, count: persons.count)
    for (given, person) in zip(accounts.persons, laid) where given.role != nil {
      isGiven[Int(person)] = true
    }
    var withChildren = Set<Int32>()
    for person in 0..<persons.count where persons.ages[person] < 18 {
      withChildren.insert(persons.households[person])
    }
    for person in 0..<persons.count where !isGiven[person] {
      let role = persons.roles[person]
      guard role == .adult || role == .parent || role == .relative else { continue }
      if withChildren.contains(persons.households[person]) {
        persons.roles[person] = .parent
      } else if role == .parent {
        persons.roles[person] = .adult
      }
    }
  }

  /// Decides a person's role, school, club and workplace.
  private func join(
    _ given: ImportedPerson, hasMoved: Bool, _ near: FociNearby, _ persons: inout Persons,
    _ person: Int
  ) {
    let age = persons.ages[person]
    let place = persons.places[person]
    // Whom the file says to be in none has none to teach or to coach at.
    var school = hasMoved || given.school == -1 ? -1 : persons.schools[person]
    var club = hasMoved || given.club == -1 ? -1 : persons.clubs[person]
    var workplace = hasMoved ? -1 : persons.workplaces[person]
    let role = role(of: given, age: age, laid: persons.roles[person], school: school, club: club)
    switch role {
    case .child where !near.takes(school, age: age): school = near.school(atAge: age, in: place)
    case .teacher where school < 0: school = near.school(atAge: 17, in: place)
    case .coach where club < 0: club = near.club(in: place)
    default: break
    }
    if age >= 20, role != .teacher {
      if workplace == school { workplace = -1 }
      school = -1
    }
    if age >= 20, role != .coach { club = -1 }
    school = foci.school(of: given) ?? school
    club = foci.club(of: given) ?? club
    if role == .teacher { workplace = school }
    workplace = foci.workplace(of: given) ?? workplace
    persons.roles[person] = role
    persons.schools[person] = school
    persons.clubs[person] = club
    persons.workplaces[person] = age < 18 && given.workplace == nil ? -1 : workplace
  }

  /// The role given; else that which a given school or club means; else the one laid, if it fits.
  private func role(
    of given: ImportedPerson, age: UInt8, laid: Role, school: Int32, club: Int32
  ) -> Role {
    if let role = given.role { return role }
    if age >= 20, (given.school ?? -1) >= 0 { return .teacher }
    if age >= 20, (given.club ?? -1) >= 0 { return .coach }
    let hasLost = laid == .teacher && school < 0 || laid == .coach && club < 0
    return laid.ages.contains(age) && !hasLost ? laid : .plain(atAge: age)
  }

  /// Founds the named foci: schools by the ages of their pupils, all where most members live.
  private func found(among persons: Persons, _ all: inout [Focus]) {
    let start = all.count
    var places = [[Int32: Int]](repeating: [:], count: foci.count - start)
    var pupils = [Int](repeating: 0, count: foci.count - start)
    for person in laid.map(Int.init) {
      let own = [persons.schools[person], persons.clubs[person], persons.workplaces[person]]
      for focus in Set(own) where focus >= start {
        places[Int(focus) - start][persons.places[person], default: 0] += 1
      }
      let age = persons.ages[person]
      if age < 18, own[0] >= start { pupils[Int(own[0]) - start] += age < 11 ? -1 : 1 }
    }
    let schools = Set(foci.schools)
    let clubs = Set(foci.clubs)
    for focus in start..<foci.count {
      let most = places[focus - start].max { ($0.value, $1.key) < ($1.value, $0.key) }
      let kind: Focus.Kind =
        if schools.contains(Int32(focus)) {
          pupils[focus - start] < 0 ? .primarySchool : .secondarySchool
        } else {
          clubs.contains(Int32(focus)) ? .club : .workplace
        }
      all.append(Focus(kind: kind, place: most?.key ?? 0))
    }
  }
}

/// The model's schools and clubs by place.
struct FociNearby {
  private let foci: [Focus]
  private var first: [Focus.Kind: Int32] = [:]
  private var firstInPlace: [Focus.Kind: [Int32: Int32]] = [:]

  init(_ foci: [Focus]) {
    self.foci = foci
    for (index, focus) in foci.enumerated() {
      let number = Int32(index)
      if first[focus.kind] == nil { first[focus.kind] = number }
      if firstInPlace[focus.kind]?[focus.place] == nil {
        firstInPlace[focus.kind, default: [:]][focus.place] = number
      }
    }
  }

  /// Whether a school takes an age; no school takes those below 4.
  func takes(_ school: Int32, age: UInt8) -> Bool {
    guard let kind = Self.kind(atAge: age) else { return school < 0 }
    return school >= 0 && foci[Int(school)].kind == kind
  }

  /// A school for an age, in a place if there is one; -1 if there is none.
  func school(atAge age: UInt8, in place: Int32) -> Int32 {
    Self.kind(atAge: age).map { focus($0, in: place) } ?? -1
  }

  /// A club, in a place if there is one; -1 if there is none.
  func club(in place: Int32) -> Int32 { focus(.club, in: place) }

  private func focus(_ kind: Focus.Kind, in place: Int32) -> Int32 {
    firstInPlace[kind]?[place] ?? first[kind] ?? -1
  }

  private static func kind(atAge age: UInt8) -> Focus.Kind? {
    switch age {
    case 4...10: .primarySchool
    case 11...17: .secondarySchool
    default: nil
    }
  }
}
