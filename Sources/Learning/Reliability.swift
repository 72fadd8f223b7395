import Vocabulary

/// Whether probabilities are true: what share has the label, by what was said.
public struct Reliability: Sendable, Equatable, Codable {
  /// From low to high; bins with nothing in them are left out.
  public var bins: [Bin]

  /// Rows that were given about the same probability.
  public struct Bin: Sendable, Equatable, Codable {
    /// Probabilities from here.
    public var from: Double
    /// To below here.
    public var to: Double
    /// Rows in it.
    public var rows: Int
    /// Different subjects in it.
    public var subjects: Int
    /// The mean probability that they were given, by weight.
    public var predicted: Double
    /// The share that has the label, by weight.
    public var observed: Double
    /// The lower end of the 95 % interval of that share.
    public var low: Double
    /// The upper end.
    public var high: Double
  }

  /// Limits between bins: finer where probabilities are small, as most are.
  public static let limits = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.5, 0.7, 0.9]

  /// Sorts rows into bins.
  ///
  /// Rows of one subject are alike, so intervals (`WilsonInterval`) are those of as many trials as there
  /// are subjects.
  ///
  /// - Parameters:
  ///   - probabilities: from 0 to 1, one per row.
  ///   - rows: what is true of each.
  ///   - limits: what divides the bins, ascending, between 0 and 1.
  public init(probabilities: [Double], of rows: LabelledRows, limits: [Double] = Self.limits) {
    bins = (0...limits.count).compactMap { number in
      let from = number == 0 ? 0 : limits[number - 1]
      let to = number == limits.count ? 1 : limits[number]
      let within = probabilities.indices.filter { index in
        probabilities[index] >= from && (probabilities[index] < to || number == limits.count)
      }
      guard !within.isEmpty else { return nil }
      let weight = within.reduce(0) { $0 + rows.weights[$1] }
      let predicted = within.reduce(0) { $0 + rows.weights[$1] * probabilities[$1] } / weight
      let observed = within.reduce(0) { $0 + (rows.labels[$1] ? rows.weights[$1] : 0) } / weight
      let subjects = Set(within.map { rows.subjects[$0] }).count
      let interval = WilsonInterval(share: observed, trials: Double(subjects))
      return Bin(
        from: from, to: to, rows: within.count, subjects: subjects, predicted: predicted,
        observed: observed, low: interval.low, high: interval.high)
    }
  }
}
