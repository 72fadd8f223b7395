import Population

/// Every metric there is, in the order tables list them.
public enum MetricCatalogue {
  /// All metrics; names are unique.
  public static let all: [Metric] =
    [
      .meetings,
      .preceded,
      .precededByDays(1),
      .precededByDays(7),
      .precededByDays(30),
      .leadLowerQuartile,
      .leadMedian,
      .leadUpperQuartile,
      .contactToAlertMedian,
      .knowableToAlertLowerQuartile,
      .knowableToAlertMedian,
      .knowableToAlertUpperQuartile,
      .relativeEarlinessMedian,
      .timeToAlertMedian,
      .alertedWithin(days: 30),
      .alertedWithin(days: 90),
      .undetectedDays(within: 30),
      .undetectedDays(within: 90),
      .undetectedContact,
      .childrenBeforeAlert,
      .erde(5),
      .erde(50),
      .erde(days: 7),
      .erde(days: 30),
      .latencyMedian,
      .speed,
      .f1,
      .fLatency,
      .groomersAlerted,
      .groomersWithMeetingAlerted,
      .accountsAlerted,
      .firstAlertRate,
      .alertRate,
      .precision,
    ]
    + Prevalence.grid.map { .precision(at: $0) }
    + Prevalence.grid.map { .accountsPerGroomer(at: $0) }
    + [.falseAlarmsAdults]
    + Role.allCases.map { .falseAlarms(among: $0) }
    + [.falseAlertRate, .repeatedAlerts]
    + Division.allCases.map { .largestRatio(ofFalseAlarmsBy: $0) }
    + Division.allCases.map { .largestRatio(ofPrecededBy: $0) }
    + WeeklyRate.capacities.flatMap { Metric.reviews(at: $0) }
    + [.alertBrier, .alertOverclaim, .alertMiscalibration, .alertDiscrimination]
    + overThresholds

  /// Those that are of a detector at all its thresholds; all detectors together have no threshold.
  static let overThresholds: [Metric] =
    [.rocArea, .averagePrecision]
    + WeeklyRate.prices.flatMap { [Metric.preceded(at: $0), .leadMedian(at: $0)] }
    + WeeklyRate.prices.suffix(1).map { .precededMean(upTo: $0) }
}
