import Population

/// The places that a graph names, which become a table of places unless one is given.
struct Towns {
  /// Whether `latitude` and `longitude` are those of the declared place, as in our exports, rather
  /// than of the home.
  var areDeclared = false
  private let given: Set<String>?
  private var order: [String] = []
  private var towns: [String: Town] = [:]

  /// A place that accounts are in.
  private struct Town {
    var latitude: String?
    var longitude: String?
    /// A home there, where nobody says where the place is.
    var home: (latitude: String, longitude: String)?
    /// How many accounts name it.
    var count = 0
    /// Where it was named first.
    var line: Int
  }

  init(given: [Place]?) {
    self.given = given.map { Set($0.map(\.name)) }
  }

  /// Whether an attribute is told of places and not of accounts.
  func take(_ attribute: String) -> Bool {
    areDeclared && (attribute == "latitude" || attribute == "longitude")
  }

  /// Notes the places of an account.
  ///
  /// - Throws: `disagreement` with what an earlier account says of a place.
  mutating func note(_ values: [String: String], line: Int) throws(ImportError.Problem) {
    guard given == nil else { return }
    if let name = values["declared_place"], !name.isEmpty {
      try note(name, values["latitude"], values["longitude"], line: line)
    }
    for prefix in ["", "truth_"] {
      guard let name = values[prefix + "place"], !name.isEmpty else { continue }
      try note(name, nil, nil, line: line)
      if towns[name]?.home == nil, !take(prefix + "latitude"),
        let latitude = values[prefix + "latitude"],
        let longitude = values[prefix + "longitude"]
      {
        towns[name]?.home = (latitude, longitude)
      }
    }
  }

  private mutating func note(
    _ name: String, _ latitude: String?, _ longitude: String?, line: Int
  ) throws(ImportError.Problem) {
    if towns[name] == nil { order.append(name) }
    var town = towns[name] ?? Town(line: line)
    for (known, told, column) in [
      (town.latitude, latitude, AccountColumn.latitude),
      (town.longitude, longitude, AccountColumn.longitude),
    ] {
      guard let known, let told, known != told else { continue }
      throw .disagreement(column, of: .place, name: name, earlierLine: town.line)
    }
    town.latitude = town.latitude ?? latitude
    town.longitude = town.longitude ?? longitude
    town.count += 1
    towns[name] = town
  }

  /// The places as a table.
  ///
  /// - Parameter faults: gets the places of which the graph does not say where they are.
  /// - Returns: the table; nil where the graph names no place, or a table is given.
  func table(_ faults: inout ImportFaults) -> TracedTable? {
    guard given == nil, !order.isEmpty else { return nil }
    var table = TracedTable()
    table.add(["name", "latitude", "longitude", "population"], from: 1)
    for name in order {
      guard let town = towns[name] else { continue }
      guard let latitude = town.latitude ?? town.home?.latitude,
        let longitude = town.longitude ?? town.home?.longitude
      else {
        faults.report(.placeNowhere(name), line: town.line)
        continue
      }
      table.add([name, latitude, longitude, "\(town.count)"], from: town.line)
    }
    return table
  }
}
