/// Draws for small graphs of tests: the generator of C's `rand`, which the references have too.
struct SmallRandomGraph {
  private var state: Int

  init(seed: Int) { state = seed }

  /// The next number in 0..<100.
  mutating func percent() -> Int {
    state = (state * 1_103_515_245 + 12_345) % (1 << 31)
    return (state >> 16) % 100
  }
}
