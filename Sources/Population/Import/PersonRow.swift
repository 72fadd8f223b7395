/// Puts people into a row in which those who would be friends are near.
enum PersonRow {
  /// The youngest age of each band, as a school or a stage of life puts people together.
  private static let bands: [UInt8] = [0, 4, 11, 18, 25, 35, 50, 65]

  /// People by band of age, then place, then school and year or home.
  ///
  /// Ages come first because places are fewer: by place first, friends' ages correlate less (0.63
  /// instead of 0.70 on the graph of `LayingTests`), and fewer friends share a school.
  ///
  /// - Parameters:
  ///   - people: whom to put in order.
  ///   - persons: everybody.
  ///   - places: where they live.
  /// - Returns: the same people.
  static func order(_ people: [UInt32], of persons: Persons, places: [Place]) -> [UInt32] {
    let positions = places.map {
      HilbertCurve.position(latitude: $0.latitude, longitude: $0.longitude)
    }
    let keys = people.map { person -> (UInt64, UInt64, UInt32) in
      let index = Int(person)
      let age = persons.ages[index]
      let band = UInt64(bands.count { $0 <= age })
      let place = persons.places[index]
      // Two places in one cell of the curve are still apart.
      let whereabouts = UInt64(positions[Int(place)]) << 16 | UInt64(place & 0xFFFF)
      let schoolYear = UInt64(persons.schools[index] + 1) << 8 | UInt64(age)
      // Numbers of persons are in the order of their homes.
      return (band << 48 | whereabouts, age < 18 ? schoolYear : 0, person)
    }
    return keys.sorted { $0 < $1 }.map(\.2)
  }
}
