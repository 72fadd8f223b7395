import Randomness
import RealModule

/// Decides where people live of whom a file gives a place, a home or a household.
///
/// Whom the file puts elsewhere than the model did has left the model's household, and lives in one
/// of their own unless the file names it.
struct ImportedHomes {
  let places: [Place]
  let seed: UInt64

  /// Writes homes and households over those of the model.
  ///
  /// - Parameters:
  ///   - given: what the file says of each person.
  ///   - laid: who of the model's people each is.
  ///   - householdCount: how many households the file names.
  ///   - persons: the model's people.
  /// - Returns: whether each of those given no longer lives where the model put them.
  func settle(
    _ given: [ImportedPerson], laid: [UInt32], householdCount: Int, persons: inout Persons
  ) -> [Bool] {
    var next = 1 + (persons.households.max() ?? -1)
    let firstNamed = next
    next += Int32(householdCount)
    let shared = homesOfHouseholds(given, laid: laid, count: householdCount, persons: persons)
    return given.indices.map { position in
      let person = Int(laid[position])
      let old = persons.places[person]
      var home = Home(of: person, in: persons)
      if let household = given[position].household {
        home = shared[Int(household)] ?? home
        persons.households[person] = firstNamed + household
      } else if move(&home, given[position], position) {
        persons.households[person] = next
        next += 1
      }
      persons.places[person] = home.place
      persons.latitudes[person] = home.latitude
      persons.longitudes[person] = home.longitude
      return home.place != old
    }
  }

  /// The home of each named household: of the first member of whom a place is given, else of the
  /// first; moved to where the file has any of the members.
  private func homesOfHouseholds(
    _ given: [ImportedPerson], laid: [UInt32], count: Int, persons: Persons
  ) -> [Home?] {
    var known = [ImportedPerson](repeating: ImportedPerson(), count: count)
    var anchors = [Int?](repeating: nil, count: count)
    for (position, person) in given.enumerated() {
      guard let household = person.household.map(Int.init) else { continue }
      let isPlaced = person.place != nil || person.latitude != nil
      let isFirstPlaced = known[household].place == nil && known[household].latitude == nil
      if anchors[household] == nil || (isPlaced && isFirstPlaced) { anchors[household] = position }
      known[household].place = known[household].place ?? person.place
      known[household].latitude = known[household].latitude ?? person.latitude
      known[household].longitude = known[household].longitude ?? person.longitude
    }
    return zip(known, anchors).map { known, anchor in
      anchor.map { position in
        var home = Home(of: Int(laid[position]), in: persons)
        _ = move(&home, known, position)
        return home
      }
    }
  }

  /// Moves a home to where the file has it.
  ///
  /// - Returns: whether it was elsewhere.
  private func move(_ home: inout Home, _ given: ImportedPerson, _ position: Int) -> Bool {
    let old = home
    if let latitude = given.latitude, let longitude = given.longitude {
      home.latitude = latitude
      home.longitude = longitude
      home.place = given.place ?? nearestPlace(latitude: latitude, longitude: longitude)
      return old.latitude != latitude || old.longitude != longitude
    }
    guard let place = given.place, place != home.place else { return false }
    var stream = RandomStream(seed: seed, purpose: .importedHomes, entity: UInt64(position))
    home = HomeSampler(places: [places[Int(place)]]).sample(using: &stream)
    home.place = place
    return true
  }

  private func nearestPlace(latitude: Float, longitude: Float) -> Int32 {
    let shrink = Double.cos(Double(latitude) * .pi / 180)
    func distance(_ place: Place) -> Double {
      let north = place.latitude - Double(latitude)
      let east = (place.longitude - Double(longitude)) * shrink
      return north * north + east * east
    }
    let nearest = places.indices.min { distance(places[$0]) < distance(places[$1]) }
    return Int32(nearest ?? 0)
  }
}

extension Home {
  /// Where a person lives.
  fileprivate init(of person: Int, in persons: Persons) {
    self.init(
      place: persons.places[person], latitude: persons.latitudes[person],
      longitude: persons.longitudes[person])
  }
}
