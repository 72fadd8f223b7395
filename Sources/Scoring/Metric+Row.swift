import Vocabulary

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
