import Scoring
import Vocabulary

extension ComparisonReport {
  /// The version of the JSON layout; it rises when a reader would have to change.
  public static let currentSchemaVersion = 1

  /// The report as JSON with a line break at its end, every metric and every case in it.
  ///
  /// Shares are from 0 to 1, times seconds since the start; what is undefined is left out.
  ///
  /// - Throws: `EncodingError` if a value is not finite, which no comparison holds.
  public func json() throws -> String { try JSONText.text(of: Document(self)) }
}

/// The layout of the JSON.
private struct Document: Encodable {
  var schemaVersion = ComparisonReport.currentSchemaVersion
  var inUse: String
  var candidate: String
  var runs: [ComparisonContext.Run]
  var changes: [String: Int]
  var daysEarlier: DaysEarlier?
  var metrics: [Figure]
  var cases: [Contact]
  var gate: [Gate.Outcome]
  var problems: [DetectorProblem]
  var notes: [String]

  init(_ report: ComparisonReport) {
    let comparison = report.comparison
    inUse = report.context.inUse
    candidate = report.context.candidate
    runs = report.context.runs
    changes = Dictionary(
      uniqueKeysWithValues: ComparedCase.Change.allCases.map {
        ($0.rawValue, comparison.count($0))
      })
    daysEarlier = comparison.daysEarlier.map {
      DaysEarlier(
        mean: $0.mean, low: $0.low, high: $0.high,
        cases: comparison.cases.count { $0.daysEarlier != nil })
    }
    metrics = report.figures.map(Figure.init)
    cases = comparison.cases.map(Contact.init)
    gate = report.gate
    problems = report.problems
    notes = report.notes
  }

  /// How much earlier the candidate is where both alert before the meeting.
  struct DaysEarlier: Encodable {
    var mean: Double
    var low: Double?
    var high: Double?
    var cases: Int
  }

  /// A metric of both sides.
  struct Figure: Encodable {
    var name: String
    var unit: String
    var better: Metric.Direction
    var inUse: Value
    var candidate: Value
    var difference: Value?
    var test: Tested?

    init(_ figure: Comparison.Figure) {
      name = figure.name
      unit = figure.unit
      better = figure.direction
      inUse = Value(figure.inUse)
      candidate = Value(figure.candidate)
      difference = figure.difference.map {
        Value(value: $0, low: figure.interval?.low, high: figure.interval?.high)
      }
      test = figure.test.map(Tested.init)
    }
  }

  /// Whether the sides differ on the same people by more than chance.
  struct Tested: Encodable {
    var personsMore: Int
    var personsLess: Int
    var p: Double
    var midP: Double
    var pHolm: Double

    init(_ test: Comparison.Test) {
      personsMore = test.found.more
      personsLess = test.found.less
      p = test.found.p
      midP = test.found.midP
      pHolm = test.corrected
    }
  }

  /// A value with its interval.
  struct Value: Encodable {
    var value: Double?
    var low: Double?
    var high: Double?

    init(value: Double?, low: Double?, high: Double?) {
      self.value = value
      self.low = low
      self.high = high
    }

    init(_ row: MetricRow) {
      self.init(value: row.value, low: row.low, high: row.high)
    }
  }

  /// A groomer and a child who met.
  struct Contact: Encodable {
    var world: Int
    var number: Int
    var groomer: UInt32
    var child: UInt32
    var meeting: Int32
    var inUse: Int32?
    var candidate: Int32?
    var change: ComparedCase.Change
    var daysEarlier: Double?

    init(_ contact: ComparedCase) {
      world = contact.world + 1
      number = contact.number
      groomer = contact.groomer.rawValue
      child = contact.child.rawValue
      meeting = contact.meeting.rawValue
      inUse = contact.inUse?.rawValue
      candidate = contact.candidate?.rawValue
      change = contact.change
      daysEarlier = contact.daysEarlier
    }
  }
}
