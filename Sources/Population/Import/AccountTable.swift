import Settings

/// A file of accounts while it is read.
struct AccountTable {
  private var accounts = ImportedAccounts()
  private let columns: [AccountColumn]
  private let values: AccountValues
  private var lineOfAccount: [String: Int] = [:]
  private var persons = NameList()
  private var platforms = NameList()
  private var households = NameList()
  private var schools = NameList()
  private var clubs = NameList()
  private var workplaces = NameList()
  /// The line on which each person first stands.
  private var lineOfPerson: [Int] = []
  /// Whether each person grooms; nil where the file says nothing.
  private var grooms: [Bool?] = []
  /// Where each household lives, and the line that says so first.
  private var homes: [Int32: (home: ImportedPerson, line: Int)] = [:]

  init(columns: [AccountColumn], places: [Place]) {
    self.columns = columns
    values = AccountValues(places: places)
  }

  /// How many accounts there are.
  var count: Int { accounts.count }

  /// The accounts of all lines.
  func finished() -> ImportedAccounts {
    var accounts = accounts
    if grooms.contains(where: { $0 != nil }) {
      accounts.groomers = (0..<UInt32(accounts.count)).filter { account in
        grooms[Int(accounts.owners[Int(account)])] == true
      }
    }
    accounts.platformNames = platforms.names
    accounts.households = households.names
    accounts.schools = schools.names
    accounts.clubs = clubs.names
    accounts.workplaces = workplaces.names
    return accounts
  }

  /// Adds the account of a line.
  ///
  /// - Throws: what is wrong with the line first; nothing is then added.
  mutating func read(_ line: TableLine) throws(ImportError.Problem) {
    let row = try row(of: line)
    let name = row[.account] ?? ""
    guard !name.isEmpty else {
      throw .value(column: "account", found: "", expected: "a name")
    }
    if let earlier = lineOfAccount[name] { throw .repeatedAccount(name, earlierLine: earlier) }
    let declaredAge = try values.declaredAge(row)
    let declaredPlace = try values.declaredPlace(row)
    let opened = try values.opened(row)
    let isGroomer = try values.flag(row, .groomer)
    let person = try person(of: row)
    let platform = platforms.position(of: try values.platform(row))
    guard platform <= Int(UInt8.max) else { throw .tooMany(.platform, limit: 256) }
    guard accounts.count < AccountsFile.accountLimit else {
      throw .tooMany(.account, limit: AccountsFile.accountLimit)
    }
    let owner = try merge(person, name: row[.person], isGroomer: isGroomer, line: line.number)
    lineOfAccount[name] = line.number
    accounts.owners.append(owner)
    accounts.declaredAges.append(declaredAge)
    accounts.declaredPlaces.append(declaredPlace)
    accounts.opened.append(opened)
    accounts.platforms.append(UInt8(platform))
    accounts.names.append(name)
  }

  /// The values of a line that are not empty, by column.
  private func row(
    of line: TableLine
  ) throws(ImportError.Problem) -> [AccountColumn: String] {
    let values: [String]
    do {
      values = try line.values()
    } catch {
      throw .line(error)
    }
    guard values.count == columns.count else {
      throw .values(found: values.count, columns: columns.map(\.rawValue))
    }
    let pairs = zip(columns, values).filter { !$0.1.isEmpty }
    return Dictionary(pairs) { first, _ in first }
  }

  private mutating func person(
    of row: [AccountColumn: String]
  ) throws(ImportError.Problem) -> ImportedPerson {
    var person = ImportedPerson()
    person.age = try values.age(row, .age)
    person.sex = try values.sex(row)
    person.place = try values.place(row, .place)
    (person.latitude, person.longitude) = try values.home(row)
    person.role = try values.role(row)
    person.household = row[.household].map { Int32(households.position(of: $0)) }
    person.school = row[.school].map { schools.position(ofFocus: $0) }
    person.club = row[.club].map { clubs.position(ofFocus: $0) }
    person.workplace = row[.workplace].map { workplaces.position(ofFocus: $0) }
    return person
  }

  /// The position of a person, new or known from an earlier account.
  private mutating func merge(
    _ person: ImportedPerson, name: String?, isGroomer: Bool?, line: Int
  ) throws(ImportError.Problem) -> UInt32 {
    try settle(person, line: line)
    // Persons without a name are told apart by what no name can be: a text with a line break.
    let position = persons.position(of: name ?? "\n\(line)")
    if position >= accounts.persons.count {
      accounts.persons.append(person)
      lineOfPerson.append(line)
      grooms.append(isGroomer)
    } else {
      let differs = grooms[position] != nil && isGroomer != nil && grooms[position] != isGroomer
      if let column = accounts.persons[position].add(person) ?? (differs ? .groomer : nil) {
        throw .disagreement(
          column, of: .person, name: name ?? "", earlierLine: lineOfPerson[position])
      }
      grooms[position] = grooms[position] ?? isGroomer
    }
    try values.check(accounts.persons[position], isGroomer: grooms[position] ?? false)
    return UInt32(position)
  }

  /// Adds what a line says of where a household lives.
  private mutating func settle(
    _ person: ImportedPerson, line: Int
  ) throws(ImportError.Problem) {
    guard let household = person.household, person.place != nil || person.latitude != nil else {
      return
    }
    var home = ImportedPerson()
    (home.place, home.latitude, home.longitude) = (
      person.place, person.latitude, person.longitude
    )
    guard homes[household] != nil else {
      homes[household] = (home, line)
      return
    }
    guard let column = homes[household]?.home.add(home) else { return }
    throw .disagreement(
      column, of: .household, name: households.names[Int(household)],
      earlierLine: homes[household]?.line ?? line)
  }
}

/// Names in the order in which they appear.
struct NameList {
  private(set) var names: [String] = []
  private var positions: [String: Int] = [:]

  /// The position of a name, which is added if it is new.
  mutating func position(of name: String) -> Int {
    if let position = positions[name] { return position }
    positions[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// The position of a focus; -1 where its name says that there is none.
  mutating func position(ofFocus name: String) -> Int32 {
    name == AccountValues.nothing ? -1 : Int32(position(of: name))
  }
}

extension ImportedPerson {
  /// Adds what another line says of the same person.
  ///
  /// - Returns: the column in which the two disagree; nil if they do not.
  fileprivate mutating func add(_ other: ImportedPerson) -> AccountColumn? {
    func differ<Value: Equatable>(_ one: inout Value?, _ other: Value?) -> Bool {
      guard let other else { return false }
      if let one { return one != other }
      one = other
      return false
    }
    if differ(&age, other.age) { return .age }
    if differ(&sex, other.sex) { return .sex }
    if differ(&place, other.place) { return .place }
    if differ(&latitude, other.latitude) { return .latitude }
    if differ(&longitude, other.longitude) { return .longitude }
    if differ(&household, other.household) { return .household }
    if differ(&school, other.school) { return .school }
    if differ(&club, other.club) { return .club }
    if differ(&workplace, other.workplace) { return .workplace }
    return differ(&role, other.role) ? .role : nil
  }
}
