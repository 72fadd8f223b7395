import Vocabulary

extension Metric {
  /// The share of meetings preceded by an alert, with the threshold that a price allows.
  ///
  /// Of `TradeOff.within(budget:)`: the price is first alerts on innocent accounts per 1,000 accounts a
  /// week, and the threshold is chosen with the truth known. Absent without rising alerts.
  public static func preceded(at price: WeeklyRate) -> Metric {
    Metric(
      name: "preceded-at-\(price.name)", unit: "share", direction: .higher,
      summary:
        "Meetings with an alert before, at no more than \(price.perThousand) first alerts on "
        + "innocent accounts per 1,000 accounts a week."
    ) { record in
      guard let tradeOff = record.tradeOff else { return Measurement() }
      let priced = tradeOff.within(budget: price.perThousand)
      guard let share = priced.share else { return Measurement(count: 0, total: 0) }
      return Measurement(share, count: priced.preceded, total: priced.meetings)
    }
  }

  /// The median lead time, with the threshold that a price allows; see `preceded(at:)` and
  /// `leadMedian`.
  public static func leadMedian(at price: WeeklyRate) -> Metric {
    Metric(
      name: "lead-median-at-\(price.name)", unit: "days", direction: .higher,
      summary:
        "The median lead time, at no more than \(price.perThousand) first alerts on innocent "
        + "accounts per 1,000 accounts a week."
    ) { record in
      guard let tradeOff = record.tradeOff else { return Measurement() }
      let threshold = tradeOff.within(budget: price.perThousand).threshold
      return .quantile(
        0.5,
        of: tradeOff.leads(from: threshold).map { seconds in
          seconds.map { Double($0) / Double(SimTime.secondsPerDay) } ?? -.infinity
        }, clusters: tradeOff.meetings.map(\.groomer))
    }
  }

  /// The mean share of meetings preceded by an alert over all prices up to one: the partial area of
  /// `AlarmCurve`, over its width.
  ///
  /// A meeting counts by the part of the prices at which it is preceded, Σ max(0, 1 − p_i / c) / n with
  /// the lowest price p_i that precedes it and the highest price c. The interval is that of
  /// `ClusteredMean`, by groomer. Absent without rising alerts, or a meeting.
  public static func precededMean(upTo price: WeeklyRate) -> Metric {
    Metric(
      name: "preceded-mean-to-\(price.name)", unit: "share", direction: .higher,
      summary:
        "Meetings with an alert before, the mean over prices up to \(price.perThousand) first "
        + "alerts on innocent accounts per 1,000 accounts a week."
    ) { record in
      guard let tradeOff = record.tradeOff,
        let mean = ClusteredMean.of(
          tradeOff.partsPreceded(upTo: price.perThousand),
          clusters: tradeOff.meetings.map(\.groomer))
      else { return Measurement() }
      return Measurement(
        value: mean.mean,
        interval: mean.interval.map { Interval(low: max(0, $0.low), high: min(1, $0.high)) })
    }
  }
}

extension Measurement {
  /// An estimate, with what was counted where it is of a count.
  init(_ estimate: Estimate, count: Int? = nil, total: Int? = nil) {
    self.init(
      value: estimate.value, interval: Interval(low: estimate.low, high: estimate.high),
      count: count, total: total)
  }
}
