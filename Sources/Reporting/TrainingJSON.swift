import Detection
import Learning

extension TrainingReport {
  /// The version of the JSON layout; it rises when a reader would have to change.
  public static let currentSchemaVersion = 1

  /// The report as JSON with a line break at its end: the values of the text, for all features.
  ///
  /// Keys are sorted and numbers written in their shortest exact form.
  ///
  /// - Throws: `EncodingError` if a value is not finite.
  public func json() throws -> String {
    try JSONText.text(of: Document(self))
  }
}

/// The layout of the JSON.
private struct Document: Encodable {
  var schemaVersion = TrainingReport.currentSchemaVersion
  var model: String
  var name: String
  var kind: Model.Kind
  var kindIsChosen: Bool
  var provenance: Provenance
  var candidates: [Candidate]
  var gain: TrainingResult.Gain
  var budget: Double
  var importances: [Importance]
  var reliability: [Reliability.Bin]
  var limits = TrainingReport.limits

  init(_ report: TrainingReport) {
    let result = report.result
    model = report.path
    name = result.model.name
    kind = result.model.decision.kind
    kindIsChosen = result.isChosen
    provenance = result.model.provenance
    candidates = result.candidates.map(Candidate.init)
    gain = result.gain
    budget = result.budget
    importances = zip(result.model.features, result.importances).map(Importance.init)
    reliability = result.reliability.bins
  }

  struct Candidate: Encodable {
    var kind: Model.Kind
    var scores: Scores
    var averagePrecisionByFold: [Double]
    var threshold: Double
    var groomersFound: Double

    init(_ candidate: TrainingResult.Candidate) {
      kind = candidate.kind
      scores = candidate.scores
      averagePrecisionByFold = candidate.precisions
      threshold = candidate.threshold
      groomersFound = candidate.groomersFound
    }
  }

  struct Importance: Encodable {
    var feature: String
    var loss: Double
  }
}
