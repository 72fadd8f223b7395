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
}
