/// The values of features in at most 255 bins each, feature after feature.
struct HistogramBins: Sendable {
  /// The bin of each row, by feature.
  let bins: [[UInt8]]
  /// The upper limit of every bin but the last, by feature, ascending.
  let limits: [[Float]]

  static let most = 255

  /// Sorts values into bins: one for each value if there are few, otherwise of as many rows each.
  ///
  /// A limit lies halfway between neighbours.
  init(_ rows: LabelledRows) {
    var bins: [[UInt8]] = []
    var limits: [[Float]] = []
    for feature in 0..<rows.width {
      let column = (0..<rows.count).map { rows.values[$0 * rows.width + feature] }
      let own = Self.limits(of: column)
      limits.append(own)
      bins.append(column.map { UInt8(Self.bin(of: $0, own)) })
    }
    self.bins = bins
    self.limits = limits
  }

  private static func limits(of column: [Float]) -> [Float] {
    let sorted = column.sorted()
    guard let first = sorted.first else { return [] }
    var distinct = [first]
    for value in sorted where value != distinct[distinct.count - 1] { distinct.append(value) }
    if distinct.count <= most {
      return zip(distinct, distinct.dropFirst()).map { ($0 + $1) / 2 }
    }
    var limits: [Float] = []
    for quantile in 1..<most {
      let rank = quantile * sorted.count / most
      let limit = (sorted[rank - 1] + sorted[rank]) / 2
      if limit != limits.last { limits.append(limit) }
    }
    return limits
  }

  /// The number of limits below a value.
  private static func bin(of value: Float, _ limits: [Float]) -> Int {
    var (low, high) = (0, limits.count)
    while low < high {
      let middle = (low + high) / 2
      if limits[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
