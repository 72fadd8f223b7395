import Vocabulary

extension Metric {
  /// What reviewing the alerts comes to where there is time for so many reviews; see `ReviewQueue`.
  ///
  /// All are absent where alerts are of several detectors, as their scores mean different things.
  public static func reviews(at capacity: WeeklyRate) -> [Metric] {
    [
      reviewPrecision(at: capacity), reviewUse(at: capacity), reviewedInTime(at: capacity, days: 0),
      reviewedInTime(at: capacity, days: 7), reviewWaitMedian(at: capacity),
      reviewLeadMedian(at: capacity),
    ]
  }

  /// The share of accounts reviewed that are groomers', at a capacity: precision at K.
  ///
  /// Of the accounts reviewed and not of the capacity, so that unused time is no mistake; with the
  /// Wilson interval. Undefined without a review.
  static func reviewPrecision(at capacity: WeeklyRate) -> Metric {
    review(capacity, "precision", unit: "share", .higher, "Accounts reviewed that are groomers'") {
      .share($1.groomersReviewed, of: $1.reviewed)
    }
  }

  /// The share of the capacity that is used.
  static func reviewUse(at capacity: WeeklyRate) -> Metric {
    review(capacity, "use", unit: "share", .neither, "Time for reviews that was used") {
      guard $1.capacity > 0 else { return Measurement(count: 0, total: 0) }
      return Measurement(
        value: Double($1.reviewed) / Double($1.capacity), count: $1.reviewed, total: $1.capacity)
    }
  }

  /// The share of meetings whose groomer was reviewed so many days before: recall at K in time.
  ///
  /// #{m_i − r_i ≥ d days, and > 0} / #{cases} with the review r_i of the groomer; the interval is
  /// that of `ClusteredTrials`.
  static func reviewedInTime(at capacity: WeeklyRate, days: Int) -> Metric {
    let least = max(1, days * Int(SimTime.secondsPerDay))
    let (name, summary) =
      days == 0
      ? ("preceded", "Meetings whose groomer was reviewed before")
      : ("preceded-\(days)d", "Meetings whose groomer was reviewed at least \(days) days before")
    return review(capacity, name, unit: "share", .higher, summary) {
      ClusteredTrials(
        outcomes: $1.leads.map { $0.map { $0 >= least } ?? false }, clusters: $0.caseGroomers
      ).measurement
    }
  }

  /// The median time that accounts alerted on wait for their review, in days; those never reviewed wait
  /// without end, and it is absent if they are half or more.
  static func reviewWaitMedian(at capacity: WeeklyRate) -> Metric {
    review(
      capacity, "wait-median", unit: "days", .lower,
      "The median time from the first alert on an account to its review"
    ) {
      .quantile(0.5, of: $1.waits, clusters: $1.waits.indices.map(\.self))
    }
  }

  /// The median time from the review of the groomer to the meeting, in days; see `leadMedian`.
  static func reviewLeadMedian(at capacity: WeeklyRate) -> Metric {
    review(
      capacity, "lead-median", unit: "days", .higher,
      "The median time from the review of the groomer to the meeting"
    ) {
      .quantile(
        0.5,
        of: $1.leads.map { seconds in
          seconds.map { Double($0) / Double(SimTime.secondsPerDay) } ?? -.infinity
        }, clusters: $0.caseGroomers)
    }
  }

  private static func review(
    _ capacity: WeeklyRate, _ name: String, unit: String, _ direction: Direction, _ summary: String,
    _ measure: @escaping @Sendable (DetectorRecord, Review) -> Measurement
  ) -> Metric {
    Metric(
      name: "review-\(name)-at-\(capacity.name)", unit: unit, direction: direction,
      summary:
        "\(summary), with time for \(capacity.perThousand) reviews per 1,000 accounts a week."
    ) { record in
      guard let at = WeeklyRate.capacities.firstIndex(of: capacity), let reviews = record.reviews
      else { return Measurement() }
      return measure(record, reviews[at])
    }
  }
}
