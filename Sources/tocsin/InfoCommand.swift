import ArgumentParser
import Experiments
import Foundation
import Reporting
import Settings
import Storage

/// `tocsin info`: what a file holds.
struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Describe a results file, or verify it.",
    usage: "tocsin info <file> [<options>]",
    discussion: """
      --check goes through the whole file, which is only read: SQLite's own check of its pages, the \
      schema, ids that lead nowhere, the order and range of events, counts, the checksum of every \
      row as it was written, the graph made again from the events (where the file holds them all), \
      and that all of it can be read back. Each finding names table and row.

      Exit codes: 0 done, and sound if that was checked; 1 damaged, or failed; 2 bad input; 130 \
      interrupted.
      """)

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var file: String

  @Flag(help: "Print JSON instead of text.")
  var json = false

  @Flag(help: "Verify the file instead of describing it.")
  var check = false

  @Flag(name: .shortAndLong, help: "Show no progress.")
  var quiet = false

  func run() throws {
    if check { return try verify() }
    let summary = try RunFile(opening: file, allowIncomplete: true).summary()
    guard json else {
      print(text(of: summary))
      return
    }
    print(try JSONText.text(of: summary), terminator: "")
  }

  private func verify() throws {
    let found = try FileCheck(of: file, Terminal.watch(quiet: quiet))
    Terminal.clearProgress()
    let report = json ? try JSONText.text(of: found) : CheckReport(found, of: file).text()
    print(report, terminator: "")
    if !found.isSound { throw FileDamaged() }
  }

  private func text(of summary: RunSummary) -> String {
    var lines = [
      "\(file): \(Excerpt.shortened(summary.scenarioName))"
        + (summary.hasTruth ? ", seed \(summary.seed)" : ": no truth, seed or scenario in it"),
      summary.isComplete
        ? "complete, made by Tocsin \(Excerpt.shortened(summary.tocsinVersion)), format \(summary.formatVersion)"
        : "INCOMPLETE: the run that was writing it did not finish; run the scenario again",
      "\(summary.days.counting("day")) from \(CalendarDate(summary.startDate)?.inWords ?? summary.startDate)",
      "\(summary.accounts.counting("account")), \(summary.events.counting("event")), "
        + "\(summary.bytes.counting("byte"))" + perEvent(summary),
      "recording \(summary.recording.rawValue): \(summary.eventsHeld.counting("event")) held in "
        + "\(summary.chunks.counting("chunk"))"
        + (summary.eventsHeld < summary.events ? "; a replay makes the others again" : ""),
    ]
    if let first = summary.firstEvent, let last = summary.lastEvent,
      let start = CalendarDate(summary.startDate)
    {
      lines.append("first event \(first.inWords(from: start)), last \(last.inWords(from: start))")
    }
    lines += ["", "events held, by kind"] + columns(summary.eventsByKind)
    lines += ["", "rows by table"] + columns(summary.tables)
    return lines.joined(separator: "\n")
  }

  private func perEvent(_ summary: RunSummary) -> String {
    summary.bytesPerEvent.map { String(format: " (%.1f an event)", $0) } ?? ""
  }

  private func columns(_ counts: [RunSummary.Count]) -> [String] {
    let width = counts.map(\.name.count).max() ?? 0
    let digits = counts.map(\.count.grouped.count).max() ?? 0
    return counts.map { count in
      let number = count.count.grouped
      return "  " + count.name.padding(toLength: width + 2, withPad: " ", startingAt: 0)
        + String(repeating: " ", count: digits - number.count) + number
    }
  }
}

extension CheckReport {
  fileprivate init(_ found: FileCheck, of path: String) {
    self.init(
      path: path,
      checks: found.checks.map { check in
        Check(
          name: check.name, about: check.about, extent: check.extent.map { ($0.name, $0.count) },
          notMade: check.notMade,
          findings: check.findings.map { finding in
            let place = [finding.table, finding.row].compactMap(\.self).joined(separator: ", ")
            return place.isEmpty ? finding.detail : "\(place): \(finding.detail)"
          }, findingCount: check.findingCount)
      })
  }
}
