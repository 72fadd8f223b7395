extension Array {
  /// At most so many of the elements, 2 or more, evenly taken, the first and the last among them.
  public func thinned(to most: Int) -> [Element] {
    precondition(most >= 2, "the first and the last are kept")
    guard count > most else { return self }
    return (0..<most).map { self[$0 * (count - 1) / (most - 1)] }
  }
}
