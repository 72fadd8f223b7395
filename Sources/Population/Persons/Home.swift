import Parallelism
import Randomness
import RealModule

/// Where a household lives.
struct Home {
  var place: Int32
  var latitude: Float
  var longitude: Float
}

/// Draws homes: a place in proportion to its population, a point within its built-up disc.
struct HomeSampler: Sendable {
  private let places: [Place]
  private let choice: CategoricalQuantile

  /// People per square kilometre of built-up area: our choice, near the density of English towns.
  static let peoplePerSquareKilometre = 4_000.0

  /// Kilometres in one degree of latitude, on a sphere of the Earth's mean radius (6,371.0 km).
  static let kilometresPerDegree = 111.195

  init(places: [Place]) {
    self.places = places
    choice = CategoricalQuantile(weights: places.map { Double($0.population) })
  }

  /// Homes drawn together by one thread.
  private static let blockSize = 16_384

  /// Draws homes, in the order of a walk through the country: place by place along the Hilbert
  /// curve, and within a place along the curve.
  func draw(_ count: Int, seed: UInt64, threads: Int) -> [Home] {
    // Every place has its share of the households, in a small world too.
    let even = KroneckerSequence(seed: seed, purpose: .homes, dimension: 0)
    let blocks = (count + Self.blockSize - 1) / Self.blockSize
    let parts = parallelMap(count: blocks, threads: threads) { block in
      (block * Self.blockSize..<min((block + 1) * Self.blockSize, count)).map { household in
        var stream = RandomStream(seed: seed, purpose: .homes, entity: UInt64(household))
        return sample(from: even.value(at: household), using: &stream)
      }
    }
    let drawn = Array(parts.joined())
    var keys = [[UInt64]](repeating: [], count: places.count)
    for (household, home) in drawn.enumerated() {
      let position = HilbertCurve.position(
        latitude: Double(home.latitude), longitude: Double(home.longitude))
      keys[Int(home.place)].append(UInt64(position) << 32 | UInt64(household))
    }
    let unsorted = placesInOrder().map { keys[$0] }
    let sorted = parallelMap(count: places.count, threads: threads) { unsorted[$0].sorted() }
    return sorted.joined().map { drawn[Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF)] }
  }

  /// Places along the curve.
  func placesInOrder() -> [Int] {
    let positions = places.map {
      HilbertCurve.position(latitude: $0.latitude, longitude: $0.longitude)
    }
    return places.indices.sorted { (positions[$0], $0) < (positions[$1], $1) }
  }

  /// Draws the home of one household.
  func sample(using stream: inout RandomStream) -> Home {
    sample(from: stream.uniform(), using: &stream)
  }

  /// A home in the place at a share of all residents.
  private func sample(from share: Double, using stream: inout RandomStream) -> Home {
    let index = choice.index(at: share)
    let place = places[index]
    let area = Double(place.population) / Self.peoplePerSquareKilometre
    let radius = Double.sqrt(area / .pi) * Double.sqrt(stream.uniform())
    let angle = 2 * Double.pi * stream.uniform()
    let north = radius * Double.sin(angle) / Self.kilometresPerDegree
    let shrink = Double.cos(place.latitude * .pi / 180)
    let east = radius * Double.cos(angle) / (Self.kilometresPerDegree * shrink)
    return Home(
      place: Int32(index), latitude: Float(place.latitude + north),
      longitude: Float(place.longitude + east))
  }
}

extension Persons {
  /// Adds a person with a home; role and foci are filled in later.
  mutating func append(age: UInt8, sex: Sex, home: Home, household: Int) {
    ages.append(age)
    sexes.append(sex)
    places.append(home.place)
    latitudes.append(home.latitude)
    longitudes.append(home.longitude)
    households.append(Int32(household))
  }

  /// Adds people of whom only ages, sexes, homes and households are known.
  mutating func append(homesAndAges other: Persons) {
    ages += other.ages
    sexes += other.sexes
    places += other.places
    latitudes += other.latitudes
    longitudes += other.longitudes
    households += other.households
  }
}
