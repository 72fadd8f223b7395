extension Metric {
  /// How many times as often innocent accounts of one group are alerted on as those of another, at
  /// the most.
  ///
  /// The highest share over the lowest among groups of 30 accounts or more (`GroupRates`,
  /// `GroupSpread.ratio`). The highest of many groups is high by chance too, so with many regions the
  /// ratio is large though all be served alike: read it beside `GroupSpread.chance`. Absent with
  /// fewer than two groups, or where nobody said who belongs to which.
  public static func largestRatio(ofFalseAlarmsBy division: Division) -> Metric {
    Metric(
      name: "largest-ratio-false-alarms-\(division.rawValue)", unit: "ratio", direction: .lower,
      summary: "False alarms by \(division.rawValue): the highest share over the lowest."
    ) { record in
      record.groups.first { $0.division == division }
        .flatMap { GroupSpread.ratio(of: GroupChoice(falseAlarmsOf: $0).groups) }
        .map { Measurement($0) } ?? Measurement()
    }
  }

  /// How many times as often meetings of children of one group are preceded by an alert as those of
  /// another, at the most; see `largestRatio(ofFalseAlarmsBy:)`.
  public static func largestRatio(ofPrecededBy division: Division) -> Metric {
    Metric(
      name: "largest-ratio-preceded-\(division.rawValue)", unit: "ratio", direction: .lower,
      summary: "Meetings preceded by \(division.rawValue) of the child: the highest share over the "
        + "lowest."
    ) { record in
      record.groups.first { $0.division == division }
        .flatMap { GroupSpread.ratio(of: GroupChoice(precededOf: $0, in: record).groups) }
        .map { Measurement($0) } ?? Measurement()
    }
  }
}
