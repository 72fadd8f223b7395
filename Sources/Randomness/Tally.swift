extension RandomStream {
  /// Draws indices of equal chance with replacement, and counts how often each comes.
  ///
  /// Half a number of the stream for each draw, and seldom another half, with no bias at all: the
  /// 32-bit form of `below(_:)`.
  ///
  /// - Parameters:
  ///   - draws: How many indices are drawn.
  ///   - counts: One per index; each grows by how often the index comes, to less than 65,536.
  /// - Precondition: There is an index if any is drawn, and fewer than 2³² of them.
  public mutating func tally(_ draws: Int, into counts: inout [UInt16]) {
    guard draws > 0 else { return }
    precondition(!counts.isEmpty && counts.count < 1 << 32, "there is nothing to draw from")
    let width = UInt64(counts.count)
    let surplus = UInt32(truncatingIfNeeded: (1 << 32) % width)
    var counts = counts.mutableSpan
    var left = draws
    func draw(_ word: UInt32, _ counts: inout MutableSpan<UInt16>) -> Int {
      let product = UInt64(word) &* width
      guard UInt32(truncatingIfNeeded: product) >= surplus else { return 0 }
      counts[Int(truncatingIfNeeded: product >> 32)] += 1
      return 1
    }
    while left >= 8, let blocks = nextBlocks() {
      for lane in 0..<4 { left -= draw(blocks.0[lane], &counts) }
      for lane in 0..<4 { left -= draw(blocks.1[lane], &counts) }
    }
    while left > 0 {
      let number = next()
      left -= draw(UInt32(truncatingIfNeeded: number), &counts)
      if left > 0 { left -= draw(UInt32(truncatingIfNeeded: number >> 32), &counts) }
    }
  }
}
