import RealModule

extension Metric {
  /// The median number of runs of messages that a groomer's account had written by its first alert.
  ///
  /// Over the accounts alerted on, each at least 1; of an even number the mean of the two in the middle,
  /// as in the script of the eRisk evaluations (latency_TP). Undefined with none; absent where nobody counted
  /// messages. The interval is that of `Measurement.quantile`. Those never alerted on do not count: read
  /// it beside `groomersAlerted`.
  public static let latencyMedian = Metric(
    name: "latency-median", unit: "runs of messages", direction: .lower,
    summary: "Half of the groomers' accounts alerted on had written this many runs of messages."
  ) { record in
    let found = record.groomers.filter { $0.runsOfMessages != nil }
    let runs = found.compactMap { $0.runsOfMessages.map(Double.init) }
    var median = Measurement.quantile(0.5, of: runs, clusters: found.map(\.person))
    median.value = Quantiles(runs).middle
    return median
  }

  /// How fast groomers' accounts were alerted on: 1 with their first message, towards 0 with many.
  ///
  /// 1 − the median of −1 + 2 / (1 + e^{−p (k−1)}) over the accounts alerted on, k as in `latencyMedian`;
  /// Sadeque, Xu and Bethard 2018, doi 10.1145/3159652.3159725. p = `latencyPenalty`. Undefined with none
  /// (the script of the eRisk evaluations has no number either).
  public static let speed = Metric(
    name: "speed", unit: "share", direction: .higher,
    summary: "Speed of alerts on groomers' accounts: 1 with the first message, towards 0 with many."
  ) { record in
    let runs = latencyMedian.measure(record).interval
    return Measurement(
      value: record.speed(of: record.runsOfMessages),
      interval: runs.map {
        Interval(
          low: 1 - DetectorRecord.penalty(runs: $0.high),
          high: 1 - DetectorRecord.penalty(runs: $0.low))
      })
  }
}

extension DetectorRecord {
  /// How fast the penalty of a late alert grows: per run of messages.
  ///
  /// 0.0078 in the eRisk evaluations, where it was set so that the median number of texts of a user has
  /// a penalty of a half: p = ln 3 / (k* − 1), here k* = 141.8.
  static let latencyPenalty = 0.0078

  /// −1 + 2 / (1 + e^{−p (k−1)}): 0 for an alert with the first run of messages, towards 1 with many.
  static func penalty(runs k: Double) -> Double {
    -1 + 2 / (1 + Double.exp(-latencyPenalty * (k - 1)))
  }

  /// The runs of messages by the first alert, of each groomer's account alerted on.
  var runsOfMessages: [Int] { groomers.compactMap(\.runsOfMessages) }

  /// Whether the messages of all groomers alerted on were counted.
  var messagesAreCounted: Bool {
    groomers.allSatisfy { ($0.firstAlert == nil) == ($0.runsOfMessages == nil) }
  }

  /// 1 − the median penalty; nil of none.
  func speed(of runs: [Int]) -> Double? {
    Quantiles(runs.map { Self.penalty(runs: Double($0)) }).middle.map { 1 - $0 }
  }
}
