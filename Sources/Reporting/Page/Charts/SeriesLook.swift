/// How the lines of a chart are told apart: by colour, by dashes and by the shape of their marks.
///
/// The colours are dark enough for words on white (4.5 to 1 at least, WCAG 2.2, 1.4.3), and each has
/// a light twin for dark pages (`PageColours`).
struct SeriesLook {
  var colour: Colour
  var dashes: [Double]
  var marker: Marker

  /// The look of a line by its place among the others.
  static func at(_ place: Int) -> SeriesLook {
    let round = place / colours.count
    return SeriesLook(
      colour: colours[place % colours.count],
      dashes: dashes[(place + round) % dashes.count],
      marker: markers[(place + round) % markers.count])
  }

  /// A line of this look.
  func stroke(width: Double = 2.5) -> Stroke {
    Stroke(colour: colour, width: width, dashes: dashes)
  }

  /// Blue, orange, green, purple, red, brown: after Okabe and Ito, made darker.
  static let colours: [Colour] = [
    .here, Colour(0xB34700), Colour(0x00705A), Colour(0x7B3F9E), Colour(0xB0246B), Colour(0x6B4E16),
  ]
  private static let dashes: [[Double]] = [[], [8, 4], [2, 3], [10, 3, 2, 3]]
  private static let markers: [Marker] = [.disc, .square, .diamond]
}

/// The colours of charts on a dark page.
enum PageColours {
  /// Each colour with what takes its place.
  static let dark: [(from: Colour, to: Colour)] =
    [
      (.paper, Colour(0x14181E)), (.ink, Colour(0xE6EAF0)), (.softInk, Colour(0xA9B4C0)),
      (.grid, Colour(0x2F3741)), (.published, Colour(0xFF9E5E)), (.accepted, Colour(0x4A3B1C)),
      (.other, Colour(0x4FCFB0)),
    ] + zip(SeriesLook.colours, darkSeries).map { (from: $0.0, to: $0.1) }

  private static let darkSeries: [Colour] = [
    0x7FB8F0, 0xFFA569, 0x55D0B2, 0xC9A0F0, 0xF58BC0, 0xD9B65C,
  ]
  .map { Colour($0) }
}
