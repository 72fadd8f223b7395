/// Some numbers of which any can change and the least is known at once.
///
/// A tournament: every inner node holds which of its two children's winners has the lesser number.
/// Of equal numbers, the first wins.
struct MinimumTree {
  /// The numbers, by position.
  private(set) var values: [Double]
  /// Winners of the inner nodes; node `i` is above `2 * i` and `2 * i + 1`, leaves begin at `base`.
  private var winners: [Int32]
  private let base: Int

  /// - Complexity: linear in the numbers.
  init(_ values: [Double]) {
    self.values = values
    var base = 1
    while base < values.count { base *= 2 }
    self.base = base
    winners = [Int32](repeating: -1, count: 2 * base)
    for position in values.indices { winners[base + position] = Int32(position) }
    for node in stride(from: base - 1, to: 0, by: -1) { play(node) }
  }

  /// The position of the least number; -1 if there is none.
  var least: Int { Int(winners[1]) }

  /// Changes a number.
  ///
  /// - Complexity: logarithmic in the numbers.
  mutating func change(_ position: Int, to value: Double) {
    values[position] = value
    var node = (base + position) / 2
    while node > 0 {
      play(node)
      node /= 2
    }
  }

  private mutating func play(_ node: Int) {
    let (left, right) = (winners[2 * node], winners[2 * node + 1])
    winners[node] =
      right < 0 || (left >= 0 && values[Int(left)] <= values[Int(right)]) ? left : right
  }
}
