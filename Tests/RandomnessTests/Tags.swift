import Testing

extension Tag {
  /// A test of a whole output against a copy kept in the test.
  @Tag static var golden: Self
  /// A test of many draws with a fixed seed and a tolerance derived from their number.
  @Tag static var statistical: Self
}
