/// One metric of one detector in one run: a line of the flat table that is stored and printed.
///
/// Encoded with every key present: an absent number is `null`, never left out.
public struct MetricRow: Sendable, Equatable {
  /// The detector, or `any` for all together.
  public var detector: String
  /// The name of the metric, such as `alerted-before`.
  public var name: String
  /// What the value is measured in.
  public var unit: String
  /// The value; nil if it is undefined or infinite.
  ///
  /// Undefined is a share of nothing; infinite the median lead when half or more of the meetings
  /// had no alert. The number of meetings tells the two apart: with meetings, a lead that is absent is infinite.
  public var value: Double?
  /// The lower end of a 95 % interval; nil if none is given or it is infinite.
  public var low: Double?
  /// The upper end of a 95 % interval; nil if none is given or it is infinite.
  public var high: Double?
  /// How many were counted, where the metric is a count or a share.
  public var count: Int?
  /// Out of how many, where the metric is a share.
  public var total: Int?

  /// Makes a row.
  public init(
    detector: String, name: String, unit: String, value: Double?, low: Double? = nil,
    high: Double? = nil, count: Int? = nil, total: Int? = nil
  ) {
    self.detector = detector
    self.name = name
    self.unit = unit
    self.value = value
    self.low = low
    self.high = high
    self.count = count
    self.total = total
  }
}

extension MetricRow: Codable {
  private enum CodingKeys: String, CodingKey {
    case detector, name, unit, value, low, high, count, total
  }

  /// Writes every key, absent numbers as null.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(detector, forKey: .detector)
    try container.encode(name, forKey: .name)
    try container.encode(unit, forKey: .unit)
    try container.encode(value, forKey: .value)
    try container.encode(low, forKey: .low)
    try container.encode(high, forKey: .high)
    try container.encode(count, forKey: .count)
    try container.encode(total, forKey: .total)
  }
}
