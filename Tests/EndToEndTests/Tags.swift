import Testing

extension Tag {
  /// A test of a whole output against a copy kept beside the test.
  @Tag static var golden: Self
  /// A test of the program as its users run it.
  @Tag static var endToEnd: Self
}
