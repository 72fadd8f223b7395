/// The curve that never falls and meets outcomes best, over what probability was given to each.
///
/// Least squares by pooling adjacent violators: outcomes in order of their probabilities, those of one
/// probability together, and blocks joined as long as one has no smaller a share than the next (Ayer,
/// Brunk, Ewing, Reid and Silverman 1955, Annals of Mathematical Statistics 26, 641-647; MEMORY). The
/// same values as scikit-learn's `IsotonicRegression`.
public struct IsotonicFit: Sendable, Equatable, Codable {
  /// From low to high; empty without outcomes.
  public var blocks: [Block]

  /// Outcomes of neighbouring probabilities, of which the same share came true.
  public struct Block: Sendable, Equatable, Codable {
    /// The lowest probability in it.
    public var lowest: Double
    /// The highest.
    public var highest: Double
    /// The outcomes in it, by weight.
    public var weight: Double
    /// Those of them that came true, by weight.
    public var hits: Double
    /// The share that came true.
    public var share: Double { hits / weight }
  }

  /// Fits outcomes.
  ///
  /// - Parameters:
  ///   - probabilities: what was given to each, of any scale; none is NaN.
  ///   - outcomes: whether each came true.
  ///   - weights: how many each stands for, above 0; empty for one each.
  /// - Precondition: the columns are as long as each other.
  /// - Complexity: O(n log n).
  public init(probabilities: [Double], outcomes: [Bool], weights: [Double] = []) {
    precondition(probabilities.count == outcomes.count, "every probability has an outcome")
    precondition(weights.isEmpty || weights.count == outcomes.count, "all or none are weighed")
    blocks = []
    for index in probabilities.indices.sorted(by: { probabilities[$0] < probabilities[$1] }) {
      let (given, weight) = (probabilities[index], weights.isEmpty ? 1 : weights[index])
      if let last = blocks.indices.last, blocks[last].lowest == given {
        blocks[last].weight += weight
        blocks[last].hits += outcomes[index] ? weight : 0
        continue
      }
      pool()
      blocks.append(
        Block(lowest: given, highest: given, weight: weight, hits: outcomes[index] ? weight : 0))
    }
    pool()
  }

  /// Joins the last block to those before it that have no smaller a share.
  private mutating func pool() {
    while blocks.count > 1 {
      let (before, last) = (blocks[blocks.count - 2], blocks[blocks.count - 1])
      guard before.share >= last.share else { return }
      blocks.removeLast(2)
      blocks.append(
        Block(
          lowest: before.lowest, highest: last.highest, weight: before.weight + last.weight,
          hits: before.hits + last.hits))
    }
  }

  /// The share that comes true at a probability: that of its block, between two blocks on the straight
  /// line from one to the other, beyond all that of the nearest; nil without outcomes.
  ///
  /// - Complexity: O(log blocks).
  public func share(at probability: Double) -> Double? {
    guard let first = blocks.first else { return nil }
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].lowest <= probability { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return first.share }
    let block = blocks[low - 1]
    guard low < blocks.count, probability > block.highest else { return block.share }
    let next = blocks[low]
    return block.share + (next.share - block.share)
      * ((probability - block.highest) / (next.lowest - block.highest))
  }
}
