import ArgumentParser
import Foundation
import Reporting
import Settings
import Storage

/// `tocsin info`: what a file holds.
struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Describe a results file.")

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var file: String

  @Flag(help: "Print JSON instead of text.")
  var json = false

  func run() throws {
    let summary = try RunFile(opening: file, allowIncomplete: true).summary()
    guard json else {
      print(text(of: summary))
      return
    }
    print(try JSONText.text(of: summary), terminator: "")
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
