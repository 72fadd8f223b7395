import GRDB
import Population
import Vocabulary

/// Reads the world as it really is.
extension Database {
  /// The world, whole.
  ///
  /// - Throws: corruption, where its parts contradict each other.
  func world(accounts: Int) throws -> World {
    let places = try places()
    let foci = try foci(placeCount: places.count)
    let persons = try persons(placeCount: places.count, focusCount: foci.count)
    let platforms = try platforms()
    return World(
      places: places, persons: persons, foci: foci, platforms: platforms,
      owners: try owners(accounts: accounts, personCount: persons.count),
      accountPlatforms: try accountPlatforms(platformCount: platforms.count),
      declared: try declaredAccounts(),
      friendships: try truthFriendships(accounts: accounts),
      groomers: try AccountID.fetchGroomers(self))
  }

  /// The friendships of the start with what made them.
  func truthFriendships(accounts: Int) throws -> Friendships {
    var friendships: [(lower: UInt32, higher: UInt32, tie: Friendships.Tie)] = []
    var pairs = AscendingPairs(accounts: accounts)
    try visit("SELECT lower, higher, tie FROM truth_friendship ORDER BY lower, higher") { row in
      let pair = try pairs.next(row)
      friendships.append((pair.lower, pair.higher, try row.code(2)))
    }
    return Friendships(accountCount: accounts, pairs: friendships)
  }

  /// What made the friendships that an account had at the start.
  func tiesAtStart(of account: AccountID) throws -> [AccountID: Friendships.Tie] {
    var ties: [AccountID: Friendships.Tie] = [:]
    try visit(
      """
      SELECT higher, tie FROM truth_friendship WHERE lower = ?1
      UNION ALL SELECT lower, tie FROM truth_friendship WHERE higher = ?1
      """, from: account.index
    ) { row in ties[AccountID(rawValue: try row.value(0))] = try row.code(1) }
    return ties
  }

  func roles(accounts: Int) throws -> [Role] {
    try ofOwners(of: accounts, column: "role") { try $0.code(1) }
  }

  func ages(accounts: Int) throws -> [UInt8] {
    try ofOwners(of: accounts, column: "age") { try $0.value(1) }
  }

  func sexes(accounts: Int) throws -> [Sex] {
    try ofOwners(of: accounts, column: "sex") { try $0.code(1) }
  }

  func homes(accounts: Int) throws -> [Int] {
    let count = try places().count
    return try ofOwners(of: accounts, column: "place") { try $0.position(1, below: count) }
  }

  func owners(accounts: Int) throws -> [UInt32] {
    try ofOwners(of: accounts, column: "id") { try $0.value(1) }
  }

  /// A column of the owner of each account, by account.
  ///
  /// Both tables are read in their own order: the people of accounts lie anywhere, and to look each
  /// up takes SQLite ten times as long.
  private func ofOwners<Value>(
    of accounts: Int, column: String, _ value: (RowReader) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    try visit("SELECT id, \(column) FROM truth_person ORDER BY id") { row in
      try row.expectID(values.count)
      values.append(try value(row))
    }
    return try owners(accounts: accounts, personCount: values.count).map { values[Int($0)] }
  }

  /// Makes sure that every account has an owner.
  private func expect(_ owners: Int, of accounts: Int) throws {
    guard owners == accounts else {
      throw corruption("\(owners) of \(accounts) accounts have an owner")
    }
  }

  private func foci(placeCount: Int) throws -> [Focus] {
    var foci: [Focus] = []
    try visit("SELECT id, kind, place FROM focus ORDER BY id") { row in
      try row.expectID(foci.count)
      foci.append(
        Focus(kind: try row.code(1), place: try row.position(2, below: placeCount)))
    }
    return foci
  }

  private func persons(placeCount: Int, focusCount: Int) throws -> Persons {
    var persons = Persons()
    try visit(
      """
      SELECT id, age, sex, role, place, latitude, longitude, household, school, class, club,
        workplace
      FROM truth_person ORDER BY id
      """
    ) { row in
      try row.expectID(persons.count)
      persons.ages.append(try row.value(1))
      persons.sexes.append(try row.code(2))
      persons.roles.append(try row.code(3))
      persons.places.append(try row.position(4, below: placeCount))
      persons.latitudes.append(Float(try row.degrees(5, upTo: 90)))
      persons.longitudes.append(Float(try row.degrees(6, upTo: 180)))
      let household = try row.value(7, as: Int32.self)
      guard household >= 0 else { throw corruption("a household has the number \(household)") }
      persons.households.append(household)
      let school: Int32 = try row.reference(8, below: focusCount)
      let schoolClass: Int16 = try row.reference(9, below: Int(Int16.max) + 1)
      guard schoolClass < 0 || school >= 0 else { throw corruption("a class is of no school") }
      persons.schools.append(school)
      persons.classes.append(schoolClass)
      persons.clubs.append(try row.reference(10, below: focusCount))
      persons.workplaces.append(try row.reference(11, below: focusCount))
      try expectFocus(ofLast: persons)
    }
    // Households are numbered without gaps by who lives in them.
    if let last = persons.households.max(), Int(last) >= persons.count {
      throw corruption("\(persons.count) people cannot live in a household numbered \(last)")
    }
    return persons
  }

  /// Makes sure that whom a role leads to a school's or club's children is at one.
  private func expectFocus(ofLast persons: Persons) throws {
    let (role, last) = (persons.roles[persons.count - 1], persons.count - 1)
    let isSomewhere =
      switch role.reach {
      case .school: persons.schools[last] >= 0
      case .club: persons.clubs[last] >= 0
      case .nobody, .kin, .around, .anywhere: true
      }
    if !isSomewhere { throw corruption("person \(last), a \(role.name), is at no school or club") }
  }

  /// The person behind each account.
  private func owners(accounts: Int, personCount: Int) throws -> [UInt32] {
    var owners: [UInt32] = []
    try visit("SELECT account, person FROM truth_account ORDER BY account") { row in
      try row.expectID(owners.count)
      owners.append(try row.position(1, below: personCount))
    }
    try expect(owners.count, of: accounts)
    return owners
  }
}
