public import Vocabulary

extension MetricRow {
  /// Writes a measurement into a row, infinities as absent.
  init(detector: String, metric: Metric, measurement: Measurement) {
    func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
    self.init(
      detector: detector, name: metric.name, unit: metric.unit, value: finite(measurement.value),
      low: finite(measurement.interval?.low), high: finite(measurement.interval?.high),
      count: measurement.count, total: measurement.total)
  }
}

extension MetricRow {
  /// Whether it is a precision of 1, so that no false alarm was seen: its lower end is then what there
  /// is to read, as 100 % would promise too much.
  public var isPrecisionWithoutFalseAlarm: Bool {
    name.hasPrefix("precision-at-") && value == 1
  }
}
