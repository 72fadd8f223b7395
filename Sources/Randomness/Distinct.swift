extension RandomStream {
  /// Returns some distinct integers below a bound, every such set being equally probable.
  ///
  /// Takes `count` integers from the stream, however large the bound.
  ///
  /// Source: Bentley and Floyd (1987), "Programming pearls: a sample of brilliance",
  /// doi 10.1145/30401.315746, algorithm F2.
  ///
  /// - Parameters:
  ///   - count: How many integers to draw.
  ///   - bound: How many there are to draw from.
  /// - Returns: `count` integers in 0..<bound, ascending.
  /// - Precondition: `count` lies in 0...bound.
  /// - Complexity: O(count log count).
  public mutating func distinct(_ count: Int, below bound: Int) -> [Int] {
    precondition(
      count >= 0 && count <= bound,
      "cannot draw \(count) distinct integers below \(bound); expected 0...\(bound)")
    // The set is only asked for members; its order, which differs between runs, is sorted away.
    var chosen = Set<Int>(minimumCapacity: count)
    for last in (bound - count)..<bound where !chosen.insert(below(last + 1)).inserted {
      chosen.insert(last)
    }
    return chosen.sorted()
  }
}
