extension Array {
  /// So many elements at even spaces, or all if there are no more.
  ///
  /// Numbers of accounts say nothing of their owners, so that it is as good as chance.
  func evenlySpaced(atMost most: Int) -> [Element] {
    let wanted = Swift.min(count, most)
    return (0..<wanted).map { self[$0 * count / wanted] }
  }
}
