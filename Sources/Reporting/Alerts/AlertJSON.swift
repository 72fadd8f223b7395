import Vocabulary

extension AlertReport {
  /// The version of the JSON layout; it rises when a reader would have to change.
  public static let currentSchemaVersion = 1

  /// The report as JSON with a line break at its end.
  ///
  /// Times are seconds since the start, with the calendar's beside them; what is absent is left out.
  ///
  /// - Throws: `EncodingError` if a value is not finite, which no alert has.
  public func json() throws -> String { try JSONText.text(of: Document(self)) }
}

/// The layout of the JSON.
private struct Document: Encodable {
  var schemaVersion = AlertReport.currentSchemaVersion
  var replay: Int
  var number: Int
  var sentence: String
  var calendar: String
  var alert: Alert
  var about: String?
  var guide: String?
  var parameters: [String: String]
  var suspect: AlertContext.Party
  var child: AlertContext.Party?
  var between: AlertContext.Between?
  var events: [Cited]
  var truth: String?
  var notes: [String]

  init(_ report: AlertReport) {
    let context = report.context
    replay = context.replay
    number = context.number
    sentence = report.sentence
    calendar = context.calendar(report.alert.time)
    alert = report.alert
    about = context.about
    guide = context.guide
    parameters = Dictionary(context.parameters.map { ($0.key, $0.value) }) { first, _ in first }
    suspect = context.suspect
    child = context.child
    between = context.child == nil ? nil : context.between
    events = context.events.map { Cited($0, of: report) }
    truth = context.truth
    notes = context.notes
  }

  /// An event behind the alert.
  struct Cited: Encodable {
    var number: Int
    var time: Int32
    var calendar: String
    var kind: String
    var actor: UInt32
    var target: UInt32?
    var count: UInt8
    var cues: [String]?
    var sentence: String
    var other: AlertContext.Party?
    var between: AlertContext.Between?

    init(_ cited: AlertContext.Cited, of report: AlertReport) {
      let event = cited.event
      number = cited.number
      time = event.time.rawValue
      calendar = report.context.calendar(event.time)
      kind = event.kind.name
      actor = event.actor.rawValue
      target = event.target == .none ? nil : event.target.rawValue
      count = event.count
      cues = event.kind == .message ? event.cues.cues.map(\.rawValue) : nil
      sentence = EventWords(event: event, suspect: report.alert.suspect).sentence
      other = cited.other
      between = cited.between
    }
  }
}
