public import Detection
import Parallelism
import RealModule

/// Fits gradient-boosted trees for the logistic loss, from histograms.
///
/// Each tree is grown level by level to a depth, by the gain G²/(H + λ) of gradients and curvatures,
/// and each leaf takes a Newton step (Friedman 2001, doi 10.1214/aos/1013203451; Chen and Guestrin
/// 2016, doi 10.1145/2939672.2939785). Nothing is drawn at random.
public struct GradientBoosting: Sendable {
  /// How many trees.
  public var trees = 150
  /// Questions on the way to a leaf, at most.
  public var depth = 3
  /// How much of each leaf's step is taken.
  public var rate = 0.1
  /// Rows in a leaf, at least.
  public var leastRows = 20
  /// What is added to the curvature of a leaf.
  public var penalty = 1.0

  /// The least curvature of a leaf.
  static let leastCurvature = 1e-3

  /// Makes a method with our choices.
  public init() {}

  /// What is summed of some rows.
  private struct Sums: Sendable {
    var gradient = 0.0
    var curvature = 0.0
    var rows = 0

    static func + (left: Sums, right: Sums) -> Sums {
      Sums(
        gradient: left.gradient + right.gradient, curvature: left.curvature + right.curvature,
        rows: left.rows + right.rows)
    }

    static func - (left: Sums, right: Sums) -> Sums {
      Sums(
        gradient: left.gradient - right.gradient, curvature: left.curvature - right.curvature,
        rows: left.rows - right.rows)
    }
  }

  /// A way to divide the rows of a leaf.
  private struct Split: Sendable {
    var gain = 0.0
    var feature = 0
    var bin = 0
    var left = Sums()
  }

  /// Fits trees that tell labels apart.
  ///
  /// - Parameters:
  ///   - rows: what to learn from.
  ///   - threads: how many threads may work; changes nothing.
  ///   - advance: called before each tree.
  /// - Returns: the trees.
  /// - Throws: what `advance` throws.
  public func fit(
    _ rows: LabelledRows, threads: Int, _ advance: () throws -> Void
  ) rethrows -> BoostedTrees {
    let bins = HistogramBins(rows)
    let total = rows.weights.reduce(0, +)
    let positive = zip(rows.weights, rows.labels).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    let share = min(max(positive / total, 1e-9), 1 - 1e-9)
    var forest = BoostedTrees(base: Double.log(share / (1 - share)), trees: [])
    var scores = [Double](repeating: forest.base, count: rows.count)
    var sums = [Sums](repeating: Sums(), count: rows.count)
    while forest.trees.count < trees {
      try advance()
      for row in 0..<rows.count {
        let probability = Logistic.probability(scores[row])
        let weight = rows.weights[row]
        sums[row] = Sums(
          gradient: weight * (probability - (rows.labels[row] ? 1 : 0)),
          curvature: weight * probability * (1 - probability), rows: 1)
      }
      let (tree, leaves) = grow(bins, sums, threads: threads)
      for row in 0..<rows.count { scores[row] += tree.values[leaves[row]] }
      forest.trees.append(tree)
    }
    return forest
  }

  /// Grows one tree; also the leaf of each row.
  private func grow(
    _ bins: HistogramBins, _ sums: [Sums], threads: Int
  ) -> (tree: BoostedTrees.Tree, leaves: [Int]) {
    let root = sums.reduce(Sums(), +)
    var tree = BoostedTrees.Tree(leaf: value(of: root))
    var nodes = [Int](repeating: 0, count: sums.count)
    // The leaves of the last level, and the rows of each summed.
    var open = [(node: 0, sums: root)]
    for _ in 0..<depth where !open.isEmpty {
      let splits = bestSplits(of: open, bins, sums, nodes, threads: threads)
      var next: [(node: Int, sums: Sums)] = []
      var chosen = [Split?](repeating: nil, count: tree.features.count)
      for ((node, whole), split) in zip(open, splits) where split.gain > 0 {
        let right = whole - split.left
        tree.split(
          node, feature: split.feature, limit: bins.limits[split.feature][split.bin],
          left: value(of: split.left), right: value(of: right))
        chosen[node] = split
        next += [(tree.lefts[node], split.left), (tree.lefts[node] + 1, right)]
      }
      for row in nodes.indices {
        guard nodes[row] < chosen.count, let split = chosen[nodes[row]] else { continue }
        let goesLeft = bins.bins[split.feature][row] <= split.bin
        nodes[row] = tree.lefts[nodes[row]] + (goesLeft ? 0 : 1)
      }
      open = next
    }
    return (tree, nodes)
  }

  /// The best split of each open leaf; of equal ones the first by feature, then by bin.
  private func bestSplits(
    of open: [(node: Int, sums: Sums)], _ bins: HistogramBins, _ sums: [Sums], _ nodes: [Int],
    threads: Int
  ) -> [Split] {
    // The place of each node among the open ones; -1 for leaves that are done.
    var places = [Int](repeating: -1, count: (open.map(\.node).max() ?? 0) + 1)
    for (place, leaf) in open.enumerated() { places[leaf.node] = place }
    let wholes = open.map(\.sums)
    let (rowPlaces, count) = (nodes.map { $0 < places.count ? places[$0] : -1 }, open.count)
    let byFeature = parallelMap(count: bins.bins.count, threads: threads) { feature in
      let binCount = bins.limits[feature].count + 1
      guard binCount > 1 else { return [Split](repeating: Split(), count: count) }
      var histogram = [Sums](repeating: Sums(), count: count * binCount)
      let column = bins.bins[feature]
      for row in column.indices where rowPlaces[row] >= 0 {
        let slot = rowPlaces[row] * binCount + Int(column[row])
        histogram[slot].gradient += sums[row].gradient
        histogram[slot].curvature += sums[row].curvature
        histogram[slot].rows += 1
      }
      return (0..<count).map { place in
        bestSplit(
          of: wholes[place], feature, histogram[place * binCount..<(place + 1) * binCount])
      }
    }
    return (0..<count).map { place in
      byFeature.reduce(Split()) { $1[place].gain > $0.gain ? $1[place] : $0 }
    }
  }

  private func bestSplit(
    of whole: Sums, _ feature: Int, _ histogram: ArraySlice<Sums>
  ) -> Split {
    var best = Split()
    var left = Sums()
    let before = gain(of: whole)
    for (bin, sums) in histogram.dropLast().enumerated() {
      left = left + sums
      let right = whole - left
      guard left.rows >= leastRows, left.curvature >= Self.leastCurvature else { continue }
      guard right.rows >= leastRows, right.curvature >= Self.leastCurvature else { break }
      let gain = gain(of: left) + gain(of: right) - before
      if gain > best.gain { best = Split(gain: gain, feature: feature, bin: bin, left: left) }
    }
    return best
  }

  private func gain(of sums: Sums) -> Double {
    sums.gradient * sums.gradient / (sums.curvature + penalty)
  }

  private func value(of sums: Sums) -> Double {
    -rate * sums.gradient / (sums.curvature + penalty)
  }
}
