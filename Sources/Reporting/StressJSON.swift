import Foundation
import Scoring
import Vocabulary

extension StressReport {
  /// The version of the JSON layout; it rises when a reader would have to change.
  public static let currentSchemaVersion = 1

  /// The report as JSON with a line break at its end: the values of the text, with thresholds, prices
  /// and counts.
  ///
  /// Keys are sorted and numbers written in their shortest exact form, so that equal results are
  /// equal bytes. An absent value is `null`.
  ///
  /// - Throws: `EncodingError` if a value is not finite, which no matrix holds.
  public func json() throws -> String {
    try JSONText.text(of: Document(self))
  }
}

/// The layout of the JSON.
private struct Document: Encodable {
  var schemaVersion = StressReport.currentSchemaVersion
  var version: String
  var budget: Double
  var budgetUnit = "first alerts on innocent accounts per 1,000 accounts a week"
  var seeds: [Int]
  var reference: String
  var scenarios: [Scenario]
  var problems: [DetectorProblem]
  var limits = StressReport.limits

  init(_ report: StressReport) {
    let matrix = report.matrix
    version = report.version
    problems = report.problems
    budget = matrix.budget
    seeds = matrix.seeds
    reference = matrix.scenarios[0].name
    scenarios = matrix.scenarios.indices.map { index in
      let scenario = matrix.scenarios[index]
      let losses = matrix.losses(in: index)
      return Scenario(
        name: scenario.name, title: scenario.title,
        detectors: matrix.detectors.indices.map { detector in
          Result(
            detector: matrix.detectors[detector], priced: scenario.results[detector],
            lost: losses[detector])
        })
    }
  }

  struct Scenario: Encodable {
    var name: String
    var title: String
    var detectors: [Result]
  }

  struct Result: Encodable {
    var detector: String
    var priced: PricedAlerts
    var lost: Estimate?

    enum CodingKeys: String, CodingKey {
      case detector, threshold, worlds, accounts, groomers, groomersAlerted, innocentAlerted
      case innocentAlertedPer1000Weekly, meetings, preceded, share, lost
    }

    /// Writes every key, absent values as null.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(detector, forKey: .detector)
      try container.encode(priced.threshold, forKey: .threshold)
      try container.encode(priced.worlds, forKey: .worlds)
      try container.encode(priced.accounts, forKey: .accounts)
      try container.encode(priced.groomers, forKey: .groomers)
      try container.encode(priced.groomersAlerted, forKey: .groomersAlerted)
      try container.encode(priced.falseAlarms, forKey: .innocentAlerted)
      try container.encode(priced.falseAlarmRate, forKey: .innocentAlertedPer1000Weekly)
      try container.encode(priced.meetings, forKey: .meetings)
      try container.encode(priced.preceded, forKey: .preceded)
      try container.encode(priced.share, forKey: .share)
      try container.encode(lost, forKey: .lost)
    }
  }
}
