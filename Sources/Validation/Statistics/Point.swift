import Population
import RealModule

/// A point on the Earth.
struct Point {
  /// Degrees north.
  var latitude: Double
  /// Degrees east.
  var longitude: Double

  /// The Earth's mean radius: 6,371.0 km, in miles of 1.609344 km.
  static let earthRadiusMiles = 6_371.0 / 1.609344

  init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The centre of a place.
  init(_ place: Place) {
    self.init(latitude: place.latitude, longitude: place.longitude)
  }

  /// The distance along a great circle, by the haversine formula, in miles.
  func miles(to other: Point) -> Double {
    let radians = Double.pi / 180
    let north = Double.sin((other.latitude - latitude) * radians / 2)
    let east = Double.sin((other.longitude - longitude) * radians / 2)
    let haversine =
      north * north
      + Double.cos(latitude * radians) * Double.cos(other.latitude * radians) * east * east
    return 2 * Self.earthRadiusMiles * Double.asin(min(Double.sqrt(haversine), 1))
  }
}
