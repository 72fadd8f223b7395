/// A colour of the pictures.
///
/// None is alone in telling, so that grey print and readers who do not see all colours lose nothing:
/// lines differ in dashes and width, cells and circles have numbers.
struct Colour: Equatable {
  var red: Int
  var green: Int
  var blue: Int

  init(_ hex: Int) {
    (red, green, blue) = (hex >> 16 & 255, hex >> 8 & 255, hex & 255)
  }

  /// As SVG writes it.
  var hex: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// How bright it looks, from 0 to 1, by the weights of ITU-R BT.709.
  var lightness: Double {
    (0.2126 * Double(red) + 0.7152 * Double(green) + 0.0722 * Double(blue)) / 255
  }

  /// Behind everything.
  static let paper = Colour(0xFFFFFF)
  /// Words.
  static let ink = Colour(0x1F2933)
  /// Words of less weight, and axes.
  static let softInk = Colour(0x52606D)
  /// Lines of a grid.
  static let grid = Colour(0xE4E7EB)
  /// This world: a dark blue.
  static let here = Colour(0x0B4F8A)
  /// What was published or follows from it: an orange that is lighter in print (after Okabe and Ito).
  static let published = Colour(0xD55E00)
  /// What is accepted: a light sand.
  static let accepted = Colour(0xF6E3BF)
  /// A third line: a green (after Okabe and Ito).
  static let other = Colour(0x00846B)
}

/// Colours from light to dark blue: the darker, the more, in colour as in grey.
enum ColourRamp {
  private static let stops: [Colour] = [
    0xF7FBFF, 0xD6E6F4, 0xABCFE6, 0x6AAED6, 0x3787C0, 0x105BA4, 0x08306B,
  ]
  .map { Colour($0) }

  /// The colour of a share of the way from light to dark.
  static func colour(at share: Double) -> Colour {
    let position = min(max(share, 0), 1) * Double(stops.count - 1)
    let lower = min(Int(position), stops.count - 2)
    let (one, other) = (stops[lower], stops[lower + 1])
    let part = position - Double(lower)
    func mix(_ channel: KeyPath<Colour, Int>) -> Int {
      let (low, high) = (Double(one[keyPath: channel]), Double(other[keyPath: channel]))
      return Int((low + part * (high - low)).rounded())
    }
    return Colour(mix(\.red) << 16 | mix(\.green) << 8 | mix(\.blue))
  }

  /// The colour of words upon another.
  static func ink(on colour: Colour) -> Colour {
    colour.lightness > 0.55 ? .ink : .paper
  }
}
