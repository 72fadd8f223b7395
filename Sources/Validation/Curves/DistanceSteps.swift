import RealModule

/// A point on the Earth as a unit vector from its centre: quick to compare by the million.
struct Direction {
  private let x, y, z: Double

  init(_ point: Point) {
    let (north, east) = (point.latitude * Double.pi / 180, point.longitude * Double.pi / 180)
    x = Double.cos(north) * Double.cos(east)
    y = Double.cos(north) * Double.sin(east)
    z = Double.sin(north)
  }

  /// The square of the straight line to another, in radii of the Earth.
  func chordSquared(to other: Direction) -> Double {
    let (a, b, c) = (x - other.x, y - other.y, z - other.z)
    return a * a + b * b + c * c
  }
}

/// Ascending distances, and which of them is the first to reach from one point to another.
struct DistanceSteps {
  /// The squares of the chords that belong to the distances.
  private let chordsSquared: [Double]

  /// Makes steps of distances along great circles in miles, ascending.
  init(miles: [Double]) {
    chordsSquared = miles.map { distance in
      let angle = min(distance / Point.earthRadiusMiles, Double.pi)
      let chord = 2 * Double.sin(angle / 2)
      return chord * chord
    }
  }

  /// How many there are.
  var count: Int { chordsSquared.count }

  /// The position of the shortest distance that is not too short; `count` if all are.
  func first(reaching one: Direction, _ other: Direction) -> Int {
    let chord = one.chordSquared(to: other)
    let steps = chordsSquared.span
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle] < chord { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
