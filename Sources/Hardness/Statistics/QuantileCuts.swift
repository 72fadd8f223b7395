/// Sorts a feature's values into few bins for a tree, at quantiles of both groups.
///
/// Groomers are few, and the quantiles of all accounts would leave none to cut between them.
struct QuantileCuts: Sendable, Equatable {
  /// The largest value of each bin but the last, ascending.
  let cuts: [Float]

  /// Into how many parts the quantiles divide each group: our choice.
  static let parts = 32

  /// Takes the cuts from two groups' values, each ascending.
  init(_ groups: [Float]...) {
    var cuts: [Float] = []
    for values in groups where !values.isEmpty {
      for part in 1..<Self.parts { cuts.append(values[(values.count - 1) * part / Self.parts]) }
    }
    cuts.sort()
    self.cuts = cuts.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// The bin of a value.
  func bin(of value: Float) -> UInt8 {
    var (low, high) = (0, cuts.count)
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] < value { low = middle + 1 } else { high = middle }
    }
    return UInt8(low)
  }
}
