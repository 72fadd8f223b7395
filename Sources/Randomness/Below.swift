extension RandomStream {
  /// Returns an integer uniform over 0..<bound, with no bias at all.
  ///
  /// Takes one number from the stream, and with a probability of less than bound / 2⁶⁴ another one.
  ///
  /// Source: Lemire (2019), "Fast random integer generation in an interval",
  /// doi 10.1145/3230636, algorithm 5.
  ///
  /// - Parameter bound: How many values there are.
  /// - Returns: A number in 0..<bound.
  /// - Precondition: `bound` is positive.
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "there is no integer below \(bound) to draw; expected a positive bound")
    let width = UInt64(bound)
    var product = next().multipliedFullWidth(by: width)
    if product.low < width {
      let surplus = (0 &- width) % width
      while product.low < surplus {
        product = next().multipliedFullWidth(by: width)
      }
    }
    return Int(product.high)
  }

  /// Returns an integer uniform over 0..<bound: the same number as for a bound of type `Int`.
  ///
  /// - Parameter bound: How many values there are.
  /// - Returns: A number in 0..<bound.
  /// - Precondition: `bound` is positive.
  public mutating func below(_ bound: UInt32) -> UInt32 {
    UInt32(below(Int(bound)))
  }
}
