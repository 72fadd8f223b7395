/// Positions along a Hilbert curve, which puts neighbours in the plane near each other on a line.
///
/// Hilbert (1891). A rank on the line stands for a rank by distance, which makes "the k nearest
/// people" a step of k along a sorted array instead of a search.
enum HilbertCurve {
  /// Bits a side: cells of about 15 m over the area covered.
  static let order = 16

  /// The position of a point on the curve over England and Wales and some way around.
  ///
  /// - Parameters:
  ///   - latitude: degrees north; held to 49...59.
  ///   - longitude: degrees east; held to -9...4.
  /// - Returns: a position below 2 to the power of 32.
  static func position(latitude: Double, longitude: Double) -> UInt32 {
    let side = UInt32(1) << UInt32(order)
    func cell(_ value: Double, from low: Double, to high: Double) -> UInt32 {
      let share = min(max((value - low) / (high - low), 0), 1)
      return min(UInt32(share * Double(side)), side - 1)
    }
    var x = cell(longitude, from: -9, to: 4)
    var y = cell(latitude, from: 49, to: 59)
    var position: UInt32 = 0
    var step = side / 2
    while step > 0 {
      let right: UInt32 = x & step > 0 ? 1 : 0
      let upper: UInt32 = y & step > 0 ? 1 : 0
      position &+= step &* step &* ((3 &* right) ^ upper)
      if upper == 0 {
        if right == 1 {
          x = side - 1 - x
          y = side - 1 - y
        }
        swap(&x, &y)
      }
      step /= 2
    }
    return position
  }
}
