import Vocabulary
import Scoring

/// The tables of a report with a line per detector, then all of them together with intervals.
struct DetectorTables {
  /// What was measured.
  let evaluation: Evaluation

  /// How early: shares of meetings preceded by an alert, and lead times.
  var howEarly: TextTable {
    let shares: [Metric] = [
      .preceded, .precededByDays(1), .precededByDays(7), .precededByDays(30),
    ]
    return table(
      headers: [
        "meetings\npreceded", "\nshare\n%", "by 1 day\nor more\n%", "by 7 days\nor more\n%",
        "by 30 days\nor more\n%", "median\nlead\ndays", "middle half\nof leads\ndays",
      ],
      values: { detector in
        [count(.preceded, detector)] + shares.map { percent($0, detector) } + [
          row(.leadMedian, detector)?.value.map(Numerals.days) ?? Numerals.none,
          Numerals.daysRange(
            row(.leadLowerQuartile, detector)?.value, row(.leadUpperQuartile, detector)?.value),
        ]
      },
      intervals: { detector in
        let median = row(.leadMedian, detector)
        return [""] + shares.map { percentInterval($0, detector) }
          + [Numerals.daysRange(median?.low, median?.high), ""]
      })
  }

  /// At what price: workload, groomers found and precision, here and at other prevalences.
  var price: TextTable {
    let rarer = Prevalence.grid.filter { $0 != .ofThisWorld }.map { Metric.precision(at: $0) }
    let rates: [Metric] = [.firstAlertRate, .alertRate]
    return table(
      headers: [
        "accounts\nflagged", "flagged\nper 1,000\na week", "alerts\nper 1,000\na week",
        "groomers\nflagged\n%", "precision\nhere\n%",
      ] + Prevalence.grid.compactMap(Self.header),
      values: { detector in
        [count(.accountsAlerted, detector)]
          + rates.map { row($0, detector)?.value.map(Numerals.rate) ?? Numerals.unknown }
          + [percent(.groomersAlerted, detector), percent(.precision, detector)]
          + rarer.map { precision($0, detector) }
      },
      intervals: { detector in
        let first = row(.firstAlertRate, detector)
        return ["", Numerals.rateRange(first?.low, first?.high), ""]
          + ([.groomersAlerted, .precision] + rarer).map { percentInterval($0, detector) }
      })
  }

  private func table(
    headers: [String], values: (String) -> [String], intervals: (String) -> [String]
  ) -> TextTable {
    let named = evaluation.detectors.filter { $0 != Evaluation.anyDetector }
    let any = Evaluation.anyDetector
    let single = named.count == 1
    return TextTable(
      headers: ["detector"] + headers,
      rows: named.map { [$0.printable] + values($0) }
        + (single ? [] : [["any of them"] + values(any)])
        + [["  95 % interval"] + intervals(any)])
  }

  private func row(_ metric: Metric, _ detector: String) -> MetricRow? {
    evaluation.row(metric, for: detector)
  }

  private func count(_ metric: Metric, _ detector: String) -> String {
    row(metric, detector)?.count.map(Numerals.count) ?? Numerals.unknown
  }

  private func percent(_ metric: Metric, _ detector: String) -> String {
    row(metric, detector)?.value.map(Numerals.percent) ?? Numerals.unknown
  }

  /// A precision; its lower end where no false alarm was seen, for "100" would promise too much.
  private func precision(_ metric: Metric, _ detector: String) -> String {
    guard let found = row(metric, detector), found.isPrecisionWithoutFalseAlarm,
      let low = found.low
    else {
      return percent(metric, detector)
    }
    return ">" + Numerals.percent(low)
  }

  private func percentInterval(_ metric: Metric, _ detector: String) -> String {
    let found = row(metric, detector)
    return Numerals.percentRange(found?.low, found?.high)
  }

  private static func header(_ prevalence: Prevalence) -> String? {
    guard case .oneAdultIn(let adults) = prevalence else { return nil }
    return "1 in\n\(Numerals.count(adults))\n%"
  }
}
