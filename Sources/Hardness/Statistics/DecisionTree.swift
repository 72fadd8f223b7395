/// A tree of two questions, each whether one feature is above one cut, fitted to tell two groups
/// apart.
///
/// At each node the cut of all features that leaves the least Gini impurity (Breiman, Friedman,
/// Olshen and Stone 1984, Classification and Regression Trees), both groups weighing the same at the
/// root. Of equal cuts, the first feature's lowest counts.
struct DecisionTree: Sendable, Equatable {
  /// The question at the root; nil if no cut helps.
  let root: Cut?
  /// The questions of those at or below it, and of those above; nil where no cut helps.
  let children: [Cut?]
  /// The weight of positives in each leaf, from 0 to 1: below root and child, below and above, above
  /// and below, above both.
  let leaves: [Double]

  /// Whether a feature is above a cut.
  struct Cut: Sendable, Equatable {
    /// The feature, as a position in the columns.
    var feature: Int
    /// The last bin that is not above it.
    var bin: UInt8
  }

  /// Fits a tree.
  ///
  /// - Parameters:
  ///   - columns: one per feature, of it the bin of each account.
  ///   - positives: the accounts of one group; not empty.
  ///   - negatives: the accounts of the other; not empty.
  /// - Complexity: three passes over features and accounts.
  init(columns: [[UInt8]], positives: [Int], negatives: [Int]) {
    let weights = (positive: 0.5 / Double(positives.count), negative: 0.5 / Double(negatives.count))
    let best = { (positives: [Int], negatives: [Int]) -> Cut? in
      Self.bestCut(columns, positives, negatives, weights)
    }
    let root = best(positives, negatives)
    var children: [Cut?] = []
    var leaves: [Double] = []
    for isAbove in [false, true] {
      let inside = { (account: Int) in Self.isAbove(root, columns, account) == isAbove }
      let node = (positives: positives.filter(inside), negatives: negatives.filter(inside))
      let child = best(node.positives, node.negatives)
      children.append(child)
      for isAboveChild in [false, true] {
        let inLeaf = { (account: Int) in Self.isAbove(child, columns, account) == isAboveChild }
        let positive = Double(node.positives.count(where: inLeaf)) * weights.positive
        let negative = Double(node.negatives.count(where: inLeaf)) * weights.negative
        leaves.append(positive + negative == 0 ? 0.5 : positive / (positive + negative))
      }
    }
    self.root = root
    self.children = children
    self.leaves = leaves
  }

  /// The weight of positives in the leaf that an account falls into.
  func score(of account: Int, in columns: [[UInt8]]) -> Double {
    let side = Self.isAbove(root, columns, account) ? 1 : 0
    return leaves[2 * side + (Self.isAbove(children[side], columns, account) ? 1 : 0)]
  }

  private static func isAbove(_ cut: Cut?, _ columns: [[UInt8]], _ account: Int) -> Bool {
    cut.map { columns[$0.feature][account] > $0.bin } ?? false
  }

  private static func bestCut(
    _ columns: [[UInt8]], _ positives: [Int], _ negatives: [Int],
    _ weights: (positive: Double, negative: Double)
  ) -> Cut? {
    let whole = impurity(
      Double(positives.count) * weights.positive, Double(negatives.count) * weights.negative)
    // A cut that gains nothing but the error of its own arithmetic is none.
    var least = whole - 1e-12
    var best: Cut?
    for (feature, column) in columns.enumerated() {
      var bins = [(positive: Int, negative: Int)](repeating: (0, 0), count: 256)
      for account in positives { bins[Int(column[account])].positive += 1 }
      for account in negatives { bins[Int(column[account])].negative += 1 }
      var below = (positive: 0, negative: 0)
      for (bin, count) in bins.enumerated() where count != (0, 0) {
        below.positive += count.positive
        below.negative += count.negative
        let impurity =
          impurity(
            Double(below.positive) * weights.positive, Double(below.negative) * weights.negative)
          + impurity(
            Double(positives.count - below.positive) * weights.positive,
            Double(negatives.count - below.negative) * weights.negative)
        if impurity < least - 1e-12 {
          least = impurity
          best = Cut(feature: feature, bin: UInt8(bin))
        }
      }
    }
    return best
  }

  /// Gini's impurity of a node, times its weight.
  private static func impurity(_ positive: Double, _ negative: Double) -> Double {
    positive + negative == 0 ? 0 : 2 * positive * negative / (positive + negative)
  }
}
