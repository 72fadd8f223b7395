import Scoring
import Vocabulary

/// What detectors do at every threshold, and whether the probabilities that they state are true: a line
/// per detector of which that is known.
struct ThresholdTables {
  let evaluation: Evaluation

  /// How well scores tell groomers apart, and meetings preceded at some prices.
  var thresholds: TextTable? {
    let detectors =
      named(with: .rocArea)
      + named(with: .averagePrecision).filter {
        !named(with: .rocArea).contains($0)
      }
    guard !detectors.isEmpty else { return nil }
    return TextTable(
      headers: ["detector", "area under\nROC", "average\nprecision\n%"]
        + WeeklyRate.prices.map { "preceded\nat \(Markup.shortest($0.perThousand))\n%" },
      rows: detectors.map { detector in
        [
          detector.printable, area(detector), cells.percent(.averagePrecision, detector),
        ] + WeeklyRate.prices.map { cells.percent(.preceded(at: $0), detector) }
      })
  }

  /// What first alerts claim, and what came true.
  var probabilities: TextTable? {
    let detectors = named(with: .alertBrier)
    guard !detectors.isEmpty else { return nil }
    return TextTable(
      headers: [
        "detector", "accounts\nflagged", "groomers'\n%", "claimed too\nmuch, points",
        "Brier\nscore",
        "miscali-\nbration", "discrimi-\nnation",
      ],
      rows: detectors.map { detector in
        [
          detector.printable, cells.count(.accountsAlerted, detector),
          cells.percent(.precision, detector), overclaim(detector),
        ]
          + [Metric.alertBrier, .alertMiscalibration, .alertDiscrimination].map {
            score($0, detector)
          }
      })
  }

  /// The area under ROC of a detector with its interval, such as `0.93 (0.88-0.97)`.
  func area(_ detector: String) -> String {
    guard let row = cells.row(.rocArea, detector), let area = row.value else {
      return Numerals.unknown
    }
    let ends = [row.low, row.high].compactMap { $0 }.map { Numerals.fixed($0, decimals: 2) }
    return Numerals.fixed(area, decimals: 2)
      + (ends.isEmpty ? "" : " (\(ends.joined(separator: "-")))")
  }

  /// How much too much a detector claims, in points of percent, with its interval.
  func overclaim(_ detector: String) -> String {
    guard let row = cells.row(.alertOverclaim, detector), let value = row.value else {
      return Numerals.unknown
    }
    func points(_ value: Double) -> String { Numerals.fixed(100 * value, decimals: 1) }
    guard let low = row.low, let high = row.high else { return points(value) }
    return "\(points(value)) (\(points(low)) to \(points(high)))"
  }

  /// A score with its interval, where it has one.
  func score(_ metric: Metric, _ detector: String) -> String {
    guard let row = cells.row(metric, detector), let value = row.value else {
      return Numerals.unknown
    }
    func written(_ value: Double) -> String { Numerals.fixed(value, decimals: 3) }
    guard let low = row.low, let high = row.high else { return written(value) }
    return "\(written(value)) (\(written(low))-\(written(high)))"
  }

  /// How to read `thresholds`.
  static let reading =
    "Area: the chance that a groomer's account scored higher than an innocent adult's; 0.5 is guessing. "
    + "Average precision: the share of groomers' among adults flagged, over all thresholds. Preceded at "
    + "0.02: meetings with an alert before, with the threshold at which 0.02 innocent accounts per "
    + "1,000 are flagged a week, chosen with the truth known."

  /// How to read `probabilities`.
  static let readingOfProbabilities =
    "Of each account, the probability that its first alert stated. The highest that it ever reached "
    + "would promise too much even if every probability were true, as it is picked for being high. "
    + "Brier score: the mean squared distance from the truth, 0 at best; it is miscalibration less "
    + "discrimination plus what is uncertain anyway. Probabilities hold for worlds with as many "
    + "groomers as those that the detector was trained on."

  private var cells: MetricCells { MetricCells(evaluation: evaluation) }

  private func named(with metric: Metric) -> [String] {
    evaluation.detectors.filter { detector in
      detector != Evaluation.anyDetector && cells.row(metric, detector)?.value != nil
    }
  }
}
