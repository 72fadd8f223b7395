import GRDB
import Population
import Vocabulary

/// Writes a world: nodes, and the truth about them. Friendships follow with the other edges.
extension Database {
  func insert(_ world: borrowing World) throws {
    try insert(world.places)
    let foci = world.foci
    try load("focus", columns: ["id", "kind", "place"], rows: foci.count) { row, cells in
      cells.bind(row, to: 0)
      cells.bind(foci[row].kind.rawValue, to: 1)
      cells.bind(foci[row].place, to: 2)
    }
    try insert(world.declared)
    try insert(world.persons)
    let owners = world.owners
    var groomers = world.groomers[...]
    try load(
      "truth_account", columns: ["account", "person", "groomer"], rows: owners.count
    ) { row, cells in
      let isGroomer = groomers.first?.index == row
      if isGroomer { groomers.removeFirst() }
      cells.bind(row, to: 0)
      cells.bind(owners[row], to: 1)
      cells.bind(isGroomer ? 1 : 0, to: 2)
    }
    precondition(groomers.isEmpty, "groomers are ascending accounts of the world")
    let friendships = world.friendships
    try load(
      "truth_friendship", columns: ["lower", "higher", "tie"], rows: friendships.count
    ) { row, cells in
      cells.bind(friendships.lower[row], to: 0)
      cells.bind(friendships.higher[row], to: 1)
      cells.bind(friendships.ties[row].rawValue, to: 2)
    }
    try execute(sql: "UPDATE run SET accounts = ?", arguments: [world.accountCount])
  }

  private func insert(_ places: [Place]) throws {
    for (id, place) in places.enumerated() {
      try execute(
        sql: """
          INSERT INTO place (id, name, latitude, longitude, population) VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [id, place.name, place.latitude, place.longitude, place.population])
    }
  }

  private func insert(_ accounts: DeclaredAccounts) throws {
    try load(
      "account",
      columns: ["id", "declared_age", "declared_place", "latitude", "longitude", "opened"],
      rows: accounts.count
    ) { row, cells in
      let age = accounts.ages[row]
      cells.bind(row, to: 0)
      cells.bind(age == DeclaredAccounts.unknownAge ? nil : age, to: 1)
      cells.bind(Self.reference(accounts.places[row]), to: 2)
      cells.bind(accounts.latitudes[row], to: 3)
      cells.bind(accounts.longitudes[row], to: 4)
      cells.bind(accounts.opened[row], to: 5)
    }
  }

  private func insert(_ persons: Persons) throws {
    try load(
      "truth_person",
      columns: [
        "id", "age", "sex", "role", "place", "latitude", "longitude", "household", "school",
        "club", "workplace",
      ],
      rows: persons.count
    ) { row, cells in
      cells.bind(row, to: 0)
      cells.bind(persons.ages[row], to: 1)
      cells.bind(persons.sexes[row].rawValue, to: 2)
      cells.bind(persons.roles[row].rawValue, to: 3)
      cells.bind(persons.places[row], to: 4)
      cells.bind(persons.latitudes[row], to: 5)
      cells.bind(persons.longitudes[row], to: 6)
      cells.bind(persons.households[row], to: 7)
      cells.bind(Self.reference(persons.schools[row]), to: 8)
      cells.bind(Self.reference(persons.clubs[row]), to: 9)
      cells.bind(Self.reference(persons.workplaces[row]), to: 10)
    }
  }

  /// A position, or NULL where columns say none by -1.
  private static func reference(_ position: Int32) -> Int32? { position < 0 ? nil : position }
}
