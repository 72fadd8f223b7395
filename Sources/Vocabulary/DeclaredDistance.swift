import RealModule

extension DeclaredAccounts {
  /// The Earth's mean radius in kilometres (IUGG: (2a + b) / 3 of WGS 84).
  private static let earthRadiusKilometres = 6_371.0088

  /// How far apart two accounts say they live, in kilometres along a great circle, by the haversine
  /// formula; NaN where one does not say.
  ///
  /// - Parameters:
  ///   - a: the position of one account.
  ///   - b: the position of the other.
  /// - Returns: kilometres.
  public func kilometres(_ a: Int, _ b: Int) -> Double {
    let radians = Double.pi / 180
    let (latitudeA, latitudeB) = (Double(latitudes[a]) * radians, Double(latitudes[b]) * radians)
    let east = (Double(longitudes[b]) - Double(longitudes[a])) * radians
    let northward = Double.sin((latitudeB - latitudeA) / 2)
    let eastward = Double.sin(east / 2)
    let half =
      northward * northward + Double.cos(latitudeA) * Double.cos(latitudeB) * eastward * eastward
    return 2 * Self.earthRadiusKilometres * Double.asin(Double.sqrt(min(half, 1)))
  }
}
