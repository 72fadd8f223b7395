public import Vocabulary

/// One alert explained: why, on whom, by what, and the events behind it.
public struct AlertReport: Sendable {
  let alert: Alert
  let context: AlertContext

  /// Makes a report.
  public init(of alert: Alert, context: AlertContext) {
    self.alert = alert
    self.context = context
  }

  /// The alert in one sentence.
  var sentence: String { AlertSentence(of: alert, because: context.because).text }

  /// The report as plain text of at most 100 columns, with a line break at its end.
  public func text() -> String {
    let blocks = [title, people, detector, reasons, events, notes].filter { !$0.isEmpty }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var title: [String] {
    Paragraph.lines(sentence)
      + Paragraph.lines(
        "Alert \(context.number) of the \(Numerals.count(context.alertCount)) of replay "
          + "\(context.replay), by \(alert.detector.printable) on "
          + "\(context.calendar(alert.time)), score \(Numerals.significant(alert.score)).")
  }

  private var people: [String] {
    var lines = Paragraph.lines("Suspect \(alert.suspect): \(context.suspect.words).")
    if let child = alert.child, let party = context.child {
      lines += Paragraph.lines("About \(child): \(party.words).")
      lines += Paragraph.lines(context.between.words)
    }
    return lines
  }

  private var detector: [String] {
    var lines: [String] = []
    if let about = context.about {
      lines += Paragraph.lines("What \(alert.detector.printable) looks for: \(about)")
    } else {
      lines += Paragraph.lines(
        "\(alert.detector.printable) is no detector of the catalogue; what it looks for is not known."
      )
    }
    if !context.parameters.isEmpty {
      let keys = context.parameters.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
      lines += Paragraph.lines("With \(keys.printable).", indent: 2)
    }
    if let guide = context.guide { lines.append("More: \(guide)") }
    return lines
  }

  private var reasons: [String] {
    guard !alert.reasons.isEmpty else { return ["It gives no reasons."] }
    let rows = alert.reasons.map { reason in
      [
        reason.name.printable, Numerals.significant(reason.value), reason.unit.printable,
        reason.events.isEmpty
          ? "" : reason.events.map { String($0) }.joined(separator: " "),
      ]
    }
    return TextTable(
      headers: ["reason", "value", "unit", "shown by events"], rows: rows, wordColumns: [0, 2, 3],
      elasticColumn: 3
    ).lines()
  }

  private var events: [String] {
    guard !context.events.isEmpty else { return [] }
    let rows = context.events.map { cited in
      [
        "\(cited.number)\(cited.number == alert.cause ? "*" : " ")",
        context.calendar(cited.event.time),
        EventWords(event: cited.event, suspect: alert.suspect).sentence,
        cited.other?.declared ?? "",
        cited.between?.kilometres.map { Numerals.fixed($0, decimals: 0) } ?? "",
        cited.between.map { Numerals.count($0.mutualFriends) } ?? "",
      ]
    }
    let table = TextTable(
      headers: [
        "event", "when", "what happened", "the other\ndeclares", "km\napart", "friends in\ncommon",
      ], rows: rows, wordColumns: [1, 2, 3], elasticColumn: 3)
    return table.lines() + [""]
      + Paragraph.lines(
        "* the event at which the alert was raised. Distances are between declared places, friends in "
          + "common as of just before the event.")
  }

  private var notes: [String] {
    let truth = context.truth.map { ["The truth, which no detector sees: \($0)."] } ?? []
    return Paragraph.list(context.notes + truth)
  }
}

/// An event of an alert, in words.
struct EventWords {
  let event: Event
  let suspect: AccountID

  /// What happened, with the suspect as "it".
  var sentence: String {
    let actor = name(event.actor)
    let target = name(event.target)
    let count = Numerals.count(Int(event.count))
    let plural = event.count == 1 ? "" : "s"
    return switch event.kind {
    case .request: "\(actor) asks \(target) to be friends"
    case .acceptance: "\(actor) accepts \(target)"
    case .refusal: "\(actor) declines \(target)"
    case .expiry: "\(actor) has not answered \(target)"
    case .follow: "\(actor) follows \(target)"
    case .unfriend: "\(actor) ends the friendship with \(target)"
    case .block: "\(actor) blocks \(target)"
    case .report: "\(actor) reports \(target)"
    case .post: "\(actor) posts"
    case .view: "\(actor) looks at \(count) post\(plural) of \(target)"
    case .profileView: "\(actor) opens the profile of \(target)"
    case .message: "\(actor) writes \(target) \(count) message\(plural)\(cues)"
    }
  }

  private var cues: String {
    let names = event.cues.cues.map(\.rawValue)
    return names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
  }

  private func name(_ account: AccountID) -> String { account == suspect ? "it" : "\(account)" }
}
