/// A sum of small decision trees: the logarithm of odds of gradient boosting.
public struct BoostedTrees: Codable, Sendable, Equatable {
  /// What there is before any tree.
  public var base: Double
  /// The trees.
  public var trees: [Tree]

  /// Makes a sum of trees.
  public init(base: Double, trees: [Tree]) {
    self.base = base
    self.trees = trees
  }

  /// A tree of questions, as columns: one value per node, the root first.
  public struct Tree: Codable, Sendable, Equatable {
    /// The position of the feature that a node asks of; -1 in a leaf.
    public var features: [Int]
    /// A row whose value is no more goes left; 0 in a leaf.
    public var limits: [Float]
    /// The node to the left, after which that to the right stands; 0 in a leaf.
    public var lefts: [Int]
    /// What a node adds, if it were a leaf.
    public var values: [Double]

    /// Makes a tree of one leaf that adds a value.
    public init(leaf value: Double) {
      features = [-1]
      limits = [0]
      lefts = [0]
      values = [value]
    }

    /// Turns a leaf into a question with two leaves.
    public mutating func split(
      _ node: Int, feature: Int, limit: Float, left: Double, right: Double
    ) {
      features[node] = feature
      limits[node] = limit
      lefts[node] = features.count
      for value in [left, right] {
        features.append(-1)
        limits.append(0)
        lefts.append(0)
        values.append(value)
      }
    }

    /// What the tree adds for a row.
    public func value(_ row: ArraySlice<Float>) -> Double {
      var node = 0
      while features[node] >= 0 { node = next(after: node, row) }
      return values[node]
    }

    fileprivate func next(after node: Int, _ row: ArraySlice<Float>) -> Int {
      row[row.startIndex + features[node]] <= limits[node] ? lefts[node] : lefts[node] + 1
    }
  }

  func score(_ values: ArraySlice<Float>) -> Double {
    trees.reduce(base) { $0 + $1.value(values) }
  }

  /// What each question changed the value by on the way, put down to the feature that it asks of.
  ///
  /// In the manner of Saabas (2014), "Interpreting random forests". Quick, and no Shapley value.
  func contributions(_ values: ArraySlice<Float>) -> [Double] {
    var sums = [Double](repeating: 0, count: values.count)
    for tree in trees {
      var node = 0
      while tree.features[node] >= 0 {
        let next = tree.next(after: node, values)
        sums[tree.features[node]] += tree.values[next] - tree.values[node]
        node = next
      }
    }
    return sums
  }
}
