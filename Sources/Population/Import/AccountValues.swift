import Settings
import Vocabulary

/// Reads the values of a file of accounts.
struct AccountValues {
  /// A line's values that are not empty, by column.
  typealias Row = [AccountColumn: String]

  /// How a file says that there is no school, club or workplace, or that nothing is declared.
  static let nothing = "none"

  /// How old anybody is at most, in years.
  private static let oldest: UInt8 = 120

  /// How long the name of a platform is at most, as of the file of results.
  private static let longestPlatform = 200

  private let placeNames: [String]
  private let placeOfName: [String: Int32]

  init(places: [Place]) {
    placeNames = places.map(\.name)
    placeOfName = Dictionary(
      places.enumerated().map { ($0.element.name, Int32($0.offset)) }
    ) { first, _ in first }
  }

  func age(_ row: Row, _ column: AccountColumn) throws(ImportError.Problem) -> UInt8? {
    guard let text = row[column] else { return nil }
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let age = UInt8(text),
      age <= Self.oldest
    else {
      let none = column == .declaredAge ? ", or none" : ""
      throw .value(
        column: column.rawValue, found: text,
        expected: "a whole number from 0 to \(Self.oldest) (years)\(none)")
    }
    return age
  }

  func declaredAge(_ row: Row) throws(ImportError.Problem) -> UInt8? {
    row[.declaredAge] == Self.nothing ? DeclaredAccounts.unknownAge : try age(row, .declaredAge)
  }

  func place(_ row: Row, _ column: AccountColumn) throws(ImportError.Problem) -> Int32? {
    guard let text = row[column] else { return nil }
    guard let place = placeOfName[text] else {
      throw .unknownPlace(column, found: text, nearest: NearestName(to: text).among(placeNames))
    }
    return place
  }

  func declaredPlace(_ row: Row) throws(ImportError.Problem) -> Int32? {
    row[.declaredPlace] == Self.nothing ? -1 : try place(row, .declaredPlace)
  }

  /// When an account was opened: within what seconds in 32 bits reach, and not after the start.
  func opened(_ row: Row) throws(ImportError.Problem) -> Int32? {
    guard let text = row[.opened] else { return nil }
    guard text.utf8.allSatisfy({ "-0123456789".utf8.contains($0) }), let time = Int32(text),
      time <= 0
    else {
      throw .value(
        column: "opened", found: text,
        expected: "a whole number from \(Int32.min) to 0 (seconds since the start)")
    }
    return time
  }

  func sex(_ row: Row) throws(ImportError.Problem) -> Sex? {
    guard let text = row[.sex] else { return nil }
    guard let sex = Sex.allCases.first(where: { $0.name == text }) else {
      throw .value(column: "sex", found: text, expected: "female or male")
    }
    return sex
  }

  func role(_ row: Row) throws(ImportError.Problem) -> Role? {
    guard let text = row[.role] else { return nil }
    guard let role = Role.allCases.first(where: { $0.name == text }) else {
      let names = Role.allCases.map(\.name).joined(separator: ", ")
      throw .value(column: "role", found: text, expected: "one of \(names)")
    }
    return role
  }

  func flag(_ row: Row, _ column: AccountColumn) throws(ImportError.Problem) -> Bool? {
    switch row[column] {
    case nil: nil
    case "0": false
    case "1": true
    case .some(let text): throw .value(column: column.rawValue, found: text, expected: "0 or 1")
    }
  }

  /// The coordinates of a home: both or neither.
  func home(_ row: Row) throws(ImportError.Problem) -> (latitude: Float?, longitude: Float?) {
    let north = try degrees(row, .latitude, in: PlacesFile.latitudes, "degrees north")
    let east = try degrees(row, .longitude, in: PlacesFile.longitudes, "degrees east")
    switch (north, east) {
    case (.some, nil): throw .oneCoordinate(given: .latitude, missing: .longitude)
    case (nil, .some): throw .oneCoordinate(given: .longitude, missing: .latitude)
    default: return (north, east)
    }
  }

  private func degrees(
    _ row: Row, _ column: AccountColumn, in range: ClosedRange<Double>, _ unit: String
  ) throws(ImportError.Problem) -> Float? {
    guard let text = row[column] else { return nil }
    // Digits alone: numbers are also read from 0x35, nan and 1e1.
    guard text.utf8.allSatisfy({ "+-.0123456789".utf8.contains($0) }), let value = Float(text),
      range.contains(Double(value))
    else {
      let bounds = "\(Int(range.lowerBound)) to \(Int(range.upperBound))"
      throw .value(
        column: column.rawValue, found: text,
        expected: "a number from \(bounds) (\(unit), in Great Britain)")
    }
    return value
  }

  /// The name of the platform, which is shown and stored.
  func platform(_ row: Row) throws(ImportError.Problem) -> String {
    let name = row[.platform] ?? AccountsFile.onlyPlatform
    guard name.unicodeScalars.count <= Self.longestPlatform else {
      throw .value(
        column: "platform", found: name,
        expected: "a name of at most \(Self.longestPlatform) characters")
    }
    return name
  }

  /// Refuses what cannot be together: a role or a groomer of an age, or a teacher without a school.
  func check(
    _ person: ImportedPerson, isGroomer: Bool
  ) throws(ImportError.Problem) {
    if person.role == .teacher, person.school == -1 {
      throw .contradiction(.role, found: "teacher", against: .school, holding: Self.nothing)
    }
    if person.role == .coach, person.club == -1 {
      throw .contradiction(.role, found: "coach", against: .club, holding: Self.nothing)
    }
    if let age = person.age, let role = person.role, !role.ages.contains(age) {
      throw .contradiction(.role, found: role.name, against: .age, holding: "\(age)")
    }
    guard isGroomer else { return }
    if let age = person.age, age < 18 {
      throw .contradiction(.groomer, found: "1", against: .age, holding: "\(age)")
    }
    if person.role == .child {
      throw .contradiction(.groomer, found: "1", against: .role, holding: "child")
    }
  }
}
