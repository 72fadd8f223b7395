import Foundation
import Validation

/// Degrees to pixels: north up, east to the right, as many pixels to a mile both ways.
///
/// Equirectangular about the middle latitude, where a degree east is shorter than one north by the
/// cosine.
struct MapProjection {
  /// Kilometres in one degree of latitude, on a sphere of the Earth's mean radius (6,371.0 km).
  static let kilometresPerDegree = 111.195
  static let kilometresPerMile = 1.609344

  private let middle: (latitude: Double, longitude: Double)
  private let centre: Dot
  private let pixelsPerDegree: Double
  private let shrink: Double

  /// Fits points into an area; a single point is its middle, with a mile to a few pixels.
  init(latitudes: [Double], longitudes: [Double], in area: Box) {
    let (south, north) = (latitudes.min() ?? 0, latitudes.max() ?? 0)
    let (west, east) = (longitudes.min() ?? 0, longitudes.max() ?? 0)
    middle = ((south + north) / 2, (west + east) / 2)
    centre = area.middle
    shrink = max(cos(middle.latitude * .pi / 180), 0.01)
    // At least five miles across, so that near points do not fill the picture.
    let least = 5 * Self.kilometresPerMile / Self.kilometresPerDegree
    pixelsPerDegree = min(
      area.height / max(north - south, least), area.width / max((east - west) * shrink, least))
  }

  /// Where a point of the Earth is.
  func dot(latitude: Double, longitude: Double) -> Dot {
    Dot(
      x: centre.x + (longitude - middle.longitude) * shrink * pixelsPerDegree,
      y: centre.y - (latitude - middle.latitude) * pixelsPerDegree)
  }

  /// How many pixels a mile is.
  var pixelsPerMile: Double {
    pixelsPerDegree * Self.kilometresPerMile / Self.kilometresPerDegree
  }
}

/// A bar as long as a round number of miles.
struct ScaleBar {
  let pixelsPerMile: Double

  /// The bar from its lower left corner on, its length above it.
  func elements(at corner: Dot) -> [Markup] {
    let choices = [500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5]
    let miles = choices.first { $0 * pixelsPerMile <= 108 } ?? 0.2
    let length = miles * pixelsPerMile
    return [
      .line(
        through: [
          Dot(x: corner.x, y: corner.y - 6), corner, Dot(x: corner.x + length, y: corner.y),
          Dot(x: corner.x + length, y: corner.y - 6),
        ], Stroke(colour: .ink, width: 1.5)),
      Lettering(size: 12, colour: .softInk).element(
        "\(Axis.plain(miles)) mile\(miles == 1 ? "" : "s")",
        at: Dot(x: corner.x + 4, y: corner.y - 5)),
    ]
  }

  /// An arrow to the north, from its upper left corner on.
  static func north(at corner: Dot) -> [Markup] {
    let (x, y) = (corner.x + 6, corner.y)
    return [
      .area(
        [
          Dot(x: x, y: y), Dot(x: x + 6, y: y + 16), Dot(x: x, y: y + 12),
          Dot(x: x - 6, y: y + 16),
        ], fill: .ink),
      Lettering(size: 12).element("north", at: Dot(x: x + 12, y: y + 13)),
    ]
  }
}
