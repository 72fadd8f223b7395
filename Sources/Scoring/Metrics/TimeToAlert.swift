extension Metric {
  /// The median time from first contact to the first alert on the groomer, over all sustained contacts,
  /// in days.
  ///
  /// By Kaplan and Meier: those without an alert are censored at the end of the run, and an alert before
  /// first contact counts as at 0 days (`SurvivalCurve`); absent where half are not alerted on while
  /// anybody is under observation. `contactToAlertMedian` is of those who met alone.
  public static let timeToAlertMedian = Metric(
    name: "time-to-alert-median", unit: "days", direction: .lower,
    summary: "Half of all children in contact with a groomer had the groomer alerted on this soon.",
    absence: .noAlert
  ) { record in
    record.timeToAlert.quantile(0.5)
  }

  /// The mean days that a groomer goes without an alert, within so many days of first contact.
  ///
  /// The restricted mean ∫₀^τ S(t) dt of the same curve (`Incidence.restrictedMean`), over all sustained
  /// contacts; `days` is τ. Undefined where the run is too short to tell.
  public static func undetectedDays(within days: Int) -> Metric {
    Metric(
      name: "undetected-days-of-\(days)", unit: "days", direction: .lower,
      summary: "Mean days without an alert on the groomer, in the first \(days) days of contact."
    ) { record in
      record.timeToAlert.restrictedMean(to: Double(days))
    }
  }
}

extension DetectorRecord {
  /// The share of contacts whose groomer is alerted on, by days since first contact.
  fileprivate var timeToAlert: Incidence {
    Incidence(of: nil, in: SurvivalTimes(contacts, \.timeToAlert))
  }
}
