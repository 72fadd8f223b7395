/// The schools, clubs and workplaces that a file names, put behind those of the model.
struct ImportedFoci {
  /// The focus of each named school.
  let schools: [Int32]
  /// The focus of each named club.
  let clubs: [Int32]
  /// The focus of each named workplace: a school's where it has the name of one.
  private let workplaces: [Int32]
  /// How many foci there are with those of the model.
  let count: Int

  /// Numbers the foci of accounts.
  ///
  /// - Parameters:
  ///   - accounts: the accounts of the file.
  ///   - founded: how many foci the model has founded.
  init(of accounts: ImportedAccounts, after founded: Int) {
    let schoolCount = accounts.schools.count
    let clubStart = founded + schoolCount
    schools = accounts.schools.indices.map { Int32(founded + $0) }
    clubs = accounts.clubs.indices.map { Int32(clubStart + $0) }
    var position: [String: Int32] = [:]
    for (name, focus) in zip(accounts.schools, schools) { position[name] = focus }
    var next = Int32(clubStart + accounts.clubs.count)
    workplaces = accounts.workplaces.map { name in
      if let school = position[name] { return school }
      next += 1
      return next - 1
    }
    self.count = Int(next)
  }

  /// The school that a file gives a person, -1 if none; nil if it says nothing.
  func school(of person: ImportedPerson) -> Int32? { Self.focus(person.school, among: schools) }

  /// The club that a file gives a person, likewise.
  func club(of person: ImportedPerson) -> Int32? { Self.focus(person.club, among: clubs) }

  /// The workplace that a file gives a person, likewise.
  func workplace(of person: ImportedPerson) -> Int32? {
    Self.focus(person.workplace, among: workplaces)
  }

  private static func focus(_ position: Int32?, among foci: [Int32]) -> Int32? {
    position.map { $0 < 0 ? -1 : foci[Int($0)] }
  }
}
