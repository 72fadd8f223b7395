/// Rows of features with what is true of each: what learning is made of.
///
/// One value per row in every column. Values are finite and at least 0.
public struct LabelledRows: Sendable {
  /// Features per row.
  public let width: Int
  /// The features, row after row.
  public private(set) var values: [Float] = []
  /// Whether a row is of what is looked for.
  public private(set) var labels: [Bool] = []
  /// How many rows a row stands for.
  public private(set) var weights: [Double] = []
  /// Rows of one group are never on both sides of a split: worlds of one seed.
  public private(set) var groups: [Int] = []
  /// Whom a row is about, over all groups.
  public private(set) var subjects: [Int] = []

  /// Makes no row.
  ///
  /// - Parameter width: features per row.
  public init(width: Int) { self.width = width }

  /// How many rows there are.
  public var count: Int { labels.count }

  /// The features of a row.
  public func row(_ index: Int) -> ArraySlice<Float> {
    values[index * width..<(index + 1) * width]
  }

  /// Adds a row.
  ///
  /// - Precondition: there are `width` values, and the weight is above 0.
  public mutating func append(
    _ row: some Collection<Float>, label: Bool, weight: Double, group: Int, subject: Int
  ) {
    precondition(row.count == width && weight > 0, "a row has \(width) values and a weight")
    values.append(contentsOf: row)
    labels.append(label)
    weights.append(weight)
    groups.append(group)
    subjects.append(subject)
  }

  /// Some of the rows.
  public func rows(_ indices: [Int]) -> LabelledRows {
    var some = LabelledRows(width: width)
    for index in indices {
      some.append(
        row(index), label: labels[index], weight: weights[index], group: groups[index],
        subject: subjects[index])
    }
    return some
  }
}
