public import Population

extension Metric {
  /// The share of innocent adult accounts alerted on at any time in the run.
  ///
  /// FPR = innocent adult accounts alerted / innocent adult accounts, with the Wilson interval.
  public static let falseAlarmsAdults = Metric(
    name: "false-alarms-adults", unit: "share", direction: .lower,
    summary: "Innocent adult accounts alerted on."
  ) { record in
    .share(record.innocentAdultsAlerted, of: record.scope.innocentAdults)
  }

  /// The share of innocent accounts of one kind alerted on at any time in the run.
  ///
  /// FPR_g = innocent accounts of the role alerted / innocent accounts of the role, with the Wilson
  /// interval; undefined if the world has none. A groomer's account is in no kind, whatever the
  /// groomer's role.
  public static func falseAlarms(among role: Role) -> Metric {
    Metric(
      name: "false-alarms-\(role.name)", unit: "share", direction: .lower,
      summary: "Innocent accounts of the kind '\(role.name)' alerted on."
    ) { record in
      let index = Int(role.rawValue)
      return .share(
        record.innocentAlertedByRole[index], of: record.innocentByRole[index])
    }
  }
}
