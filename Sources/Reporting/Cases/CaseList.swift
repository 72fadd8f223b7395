public import Activity
import Foundation
import Scoring
public import Vocabulary

/// The cases of a run, a line each.
public struct CaseList: Sendable {
  private let truth: GroundTruth
  private let firstAlerts: [AccountID: SimTime]?
  private let calendar: @Sendable (SimTime) -> String

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - truth: what really was.
  ///   - alerts: of one replay; nil if there is none.
  ///   - calendar: writes a moment as people do.
  public init(
    of truth: GroundTruth, alerts: [Alert]?, calendar: @escaping @Sendable (SimTime) -> String
  ) {
    self.truth = truth
    firstAlerts = alerts.map { alerts in
      Dictionary(alerts.map { ($0.suspect, $0.time) }, uniquingKeysWith: min)
    }
    self.calendar = calendar
  }

  /// The list as plain text of at most 100 columns, with a line break at its end.
  ///
  /// - Parameter limit: how many cases are listed.
  /// - Returns: a title and a table.
  public func text(limit: Int) -> String {
    let lines = lines(limit: limit)
    let rows = lines.map { line in
      [
        String(line.number), "#\(line.groomer)", "#\(line.child)", line.profile.printable,
        day(line.firstContact), day(line.movedOffPlatform), line.outcome.rawValue,
        day(line.outcomeTime),
        firstAlerts == nil
          ? Numerals.unknown : line.firstAlert == nil ? Numerals.none : lead(of: line),
      ]
    }
    let table = TextTable(
      headers: [
        "case", "groomer", "child", "profile", "first\ncontact", "left the\nplatform", "outcome",
        "when", "lead,\ndays",
      ], rows: rows, wordColumns: [3, 4, 5, 6, 7], elasticColumn: 3)
    let met = truth.cases.count { $0.firstMeeting != nil }
    let title =
      "\(Numerals.count(truth.cases.count)) sustained contact\(truth.cases.count == 1 ? "" : "s") "
      + "of a groomer with a child, of which \(Numerals.count(met)) led to a first meeting"
    let rest =
      lines.count < truth.cases.count
      ? ["", "\(Numerals.count(lines.count)) are listed; --limit lists more."] : []
    return (Paragraph.lines(title) + [""] + table.lines() + rest).joined(separator: "\n") + "\n"
  }

  /// The list as JSON, an array of objects, with a line break at its end.
  ///
  /// - Parameter limit: how many cases are listed.
  /// - Returns: an object for each case; what is absent is left out.
  /// - Throws: `EncodingError` if a value is not finite, which no case holds.
  public func json(limit: Int) throws -> String {
    try JSONText.text(of: lines(limit: limit))
  }

  private func day(_ seconds: Int32?) -> String {
    seconds.map { String(calendar(SimTime(rawValue: $0)).prefix(10)) } ?? Numerals.unknown
  }

  private func lead(of line: Line) -> String {
    line.leadDays.map(Numerals.days) ?? Numerals.unknown
  }

  private func lines(limit: Int) -> [Line] {
    let profiles = Dictionary(
      uniqueKeysWithValues: zip(
        truth.groomers, truth.groomerProfiles.map { truth.profiles[Int($0)] }))
    return zip(0..<limit, truth.cases).map { number, contact in
      let first = firstAlerts?[contact.groomer]
      let (outcome, time) = Self.outcome(of: contact)
      return Line(
        number: number, groomer: contact.groomer.rawValue, child: contact.child.rawValue,
        profile: profiles[contact.groomer] ?? Numerals.unknown,
        firstContact: contact.firstContact.rawValue,
        movedOffPlatform: contact.movedOffPlatform?.rawValue, outcome: outcome,
        outcomeTime: time?.rawValue, firstAlert: first?.rawValue,
        leadDays: first.flatMap { contact.firstMeeting?.days(since: $0) })
    }
  }

  private static func outcome(of contact: GroundTruth.Case) -> (Outcome, SimTime?) {
    if let meeting = contact.firstMeeting { return (.met, meeting) }
    if let told = contact.told { return (.told, told) }
    if let ended = contact.ended { return (.ended, ended) }
    return (.open, nil)
  }

  /// What came of a contact.
  private enum Outcome: String, Encodable {
    case met
    case told
    case ended
    case open
  }

  /// One case.
  private struct Line: Encodable {
    var number: Int
    var groomer: UInt32
    var child: UInt32
    var profile: String
    var firstContact: Int32
    var movedOffPlatform: Int32?
    var outcome: Outcome
    var outcomeTime: Int32?
    var firstAlert: Int32?
    var leadDays: Double?
  }
}
