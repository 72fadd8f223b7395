public import Vocabulary

/// The alerts of a replay, each with its sentence, to pick one of.
public struct AlertList: Sendable {
  private let replay: Int
  private let alerts: [(number: Int, alert: Alert)]
  private let limit: Int
  private let because: [String: String]
  private let calendar: @Sendable (SimTime) -> String

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - replay: the number of the replay.
  ///   - alerts: those to be listed, each with its number in the replay.
  ///   - limit: how many of them are, at most.
  ///   - because: the wording of each detector that has one, by name.
  ///   - calendar: writes a moment as people do.
  public init(
    replay: Int, alerts: [(number: Int, alert: Alert)], limit: Int, because: [String: String],
    calendar: @escaping @Sendable (SimTime) -> String
  ) {
    self.replay = replay
    self.alerts = alerts
    self.limit = limit
    self.because = because
    self.calendar = calendar
  }

  /// The list as plain text of at most 100 columns, with a line break at its end.
  public func text() -> String {
    let margin = String(repeating: " ", count: Self.margin)
    let lines = alerts.prefix(limit).flatMap { number, alert in
      let head =
        String(repeating: " ", count: max(0, 6 - String(number).count)) + "\(number)  "
        + calendar(alert.time).padded(to: 18) + alert.detector.printable
      let words = Paragraph.lines(sentence(alert), width: Paragraph.width - Self.margin)
      return [head] + words.map { margin + $0 }
    }
    let title = "\(Numerals.counting(alerts.count, "alert")) of replay \(replay)"
    let rest =
      alerts.count > limit
      ? ["", "\(Numerals.count(min(limit, alerts.count))) are listed; --limit lists more."] : []
    let blocks = lines.isEmpty ? [] : [""] + lines
    return ([title] + blocks + rest).joined(separator: "\n") + "\n"
  }

  /// The list as JSON, an array of objects, with a line break at its end.
  ///
  /// - Returns: an object for each alert; what is absent is left out.
  /// - Throws: `EncodingError` if a score is not finite, which no alert has.
  public func json() throws -> String {
    try JSONText.text(
      of: alerts.prefix(limit).map { number, alert in
        Line(
          number: number, calendar: calendar(alert.time), sentence: sentence(alert), alert: alert)
      })
  }

  private static let margin = 8

  private func sentence(_ alert: Alert) -> String {
    AlertSentence(of: alert, because: because[alert.detector] ?? "").text
  }

  /// One alert.
  private struct Line: Encodable {
    var number: Int
    var calendar: String
    var sentence: String
    var alert: Alert
  }
}
