import GRDB
import Population
import Vocabulary

/// Writes a world: nodes, and the truth about them. Friendships follow by themselves.
extension Database {
  func insert(_ world: borrowing World) throws {
    try insert(world.places)
    let foci = world.foci
    let placeCount = world.places.count
    try load("focus", columns: ["id", "kind", "place"], rows: foci.count) { row, cells in
      cells.bind(row, to: 0)
      cells.bind(foci[row].kind.rawValue, to: 1)
      cells.bind(Self.position(foci[row].place, below: placeCount), to: 2)
    }
    try insert(world.platforms)
    try insert(
      world.declared, platforms: world.accountPlatforms, platformCount: world.platforms.count,
      placeCount: placeCount)
    try insert(world.persons, placeCount: placeCount, focusCount: foci.count)
    let owners = world.owners
    let personCount = world.persons.count
    precondition(owners.count == world.declared.count, "every account has an owner")
    var groomers = world.groomers[...]
    try load(
      "truth_account", columns: ["account", "person", "groomer"], rows: owners.count
    ) { row, cells in
      let isGroomer = groomers.first?.index == row
      if isGroomer { groomers.removeFirst() }
      cells.bind(row, to: 0)
      cells.bind(Self.position(owners[row], below: personCount), to: 1)
      cells.bind(isGroomer ? 1 : 0, to: 2)
    }
    precondition(groomers.isEmpty, "groomers are ascending accounts of the world")
    try execute(sql: "UPDATE run SET accounts = ?", arguments: [world.accountCount])
  }

  func insert(_ places: [Place]) throws {
    for (id, place) in places.enumerated() {
      try execute(
        sql: """
          INSERT INTO place (id, name, latitude, longitude, population) VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [id, place.name, place.latitude, place.longitude, place.population])
    }
  }

  func insert(_ platforms: [String]) throws {
    precondition(!platforms.isEmpty, "a world has a platform")
    for (id, name) in platforms.enumerated() {
      try execute(sql: "INSERT INTO platform (id, name) VALUES (?, ?)", arguments: [id, name])
    }
  }

  func insert(
    _ accounts: DeclaredAccounts, platforms: [UInt8], platformCount: Int, placeCount: Int
  ) throws {
    precondition(platforms.count == accounts.count, "every account is on a platform")
    try load(
      "account",
      columns: [
        "id", "platform", "declared_age", "declared_place", "latitude", "longitude", "opened",
      ],
      rows: accounts.count
    ) { row, cells in
      let age = accounts.ages[row]
      cells.bind(row, to: 0)
      cells.bind(Self.position(platforms[row], below: platformCount), to: 1)
      cells.bind(age == DeclaredAccounts.unknownAge ? nil : age, to: 2)
      cells.bind(Self.reference(accounts.places[row], below: placeCount), to: 3)
      cells.bind(accounts.latitudes[row], to: 4)
      cells.bind(accounts.longitudes[row], to: 5)
      cells.bind(accounts.opened[row], to: 6)
    }
  }

  private func insert(_ persons: Persons, placeCount: Int, focusCount: Int) throws {
    try load(
      "truth_person",
      columns: [
        "id", "age", "sex", "role", "place", "latitude", "longitude", "household", "school",
        "class", "club", "workplace",
      ],
      rows: persons.count
    ) { row, cells in
      cells.bind(row, to: 0)
      cells.bind(persons.ages[row], to: 1)
      cells.bind(persons.sexes[row].rawValue, to: 2)
      cells.bind(persons.roles[row].rawValue, to: 3)
      cells.bind(Self.position(persons.places[row], below: placeCount), to: 4)
      cells.bind(persons.latitudes[row], to: 5)
      cells.bind(persons.longitudes[row], to: 6)
      cells.bind(persons.households[row], to: 7)
      cells.bind(Self.reference(persons.schools[row], below: focusCount), to: 8)
      cells.bind(persons.classes[row] < 0 ? nil : persons.classes[row], to: 9)
      cells.bind(Self.reference(persons.clubs[row], below: focusCount), to: 10)
      cells.bind(Self.reference(persons.workplaces[row], below: focusCount), to: 11)
    }
  }

  /// A position, or NULL where columns say none by -1.
  private static func reference(_ position: Int32, below count: Int) -> Int32? {
    position < 0 ? nil : self.position(position, below: count)
  }

  /// A position, which must be one.
  private static func position<ID: FixedWidthInteger>(_ position: ID, below count: Int) -> ID {
    precondition(position >= 0 && position < count, "a world refers to what is not in it")
    return position
  }
}

extension Friendships {
  /// What made each friendship of the start, as `truth_friendship` holds it.
  var tieRows: KeyedRows {
    KeyedRows(
      name: "truth_friendship", columns: ["lower", "higher", "tie"], keyColumns: 2
    ) { body in
      for lower in 0..<accountCount {
        for place in rows(ofLower: lower) {
          precondition(
            lower < higher[place] && higher[place] < accountCount,
            "a world refers to what is not in it")
          var row = RowCells(count: 3)
          row.set(0, lower)
          row.set(1, higher[place])
          row.set(2, ties[place].rawValue)
          try body(row)
        }
      }
    }
  }
}
