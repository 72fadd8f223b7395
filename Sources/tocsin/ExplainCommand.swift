import Activity
import ArgumentParser
import Detection
import Experiments
import Population
import Reporting
import Settings
import Storage
import Vocabulary

/// `tocsin explain`: why an alert was raised.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why an alert was raised, with the events behind it.",
    usage: "tocsin explain <file> [<alert>] [<options>]",
    discussion: """
      Without a number, alerts are listed with their sentences. With one: the sentence, the suspect as \
      it declares itself, the detector with its keys in force, every reason with its value, and the \
      events behind it. Where the file does not hold those (key `recording`), the run is made again, \
      by the same version. The last line is the truth, where the file holds it.

      Exit codes: 0 done, 1 failed, 2 bad input, 130 interrupted.
      """)

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var file: String

  @Argument(help: "The number of an alert, from 0. (default: lists the alerts)")
  var alert: Int?

  @Option(
    parsing: .unconditional, help: "The number of the replay, from 1. (default: the last)")
  var replay: Int?

  @Option(help: ArgumentHelp("List the alerts on this account only.", valueName: "account"))
  var suspect: UInt32?

  @Option(help: ArgumentHelp("List the alerts of this detector only.", valueName: "name"))
  var detector: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many alerts are listed.", valueName: "alerts"))
  var limit = 20

  @Flag(help: "Print JSON instead of text.")
  var json = false

  @OptionGroup var work: WorkOptions

  func validate() throws {
    guard limit >= 0 else {
      throw ValidationError("--limit: found \(limit), expected a whole number from 0.")
    }
    guard alert == nil || (suspect == nil && detector == nil) else {
      throw ValidationError(
        "<alert>: found a number and --suspect or --detector, which choose what is listed; leave "
          + "either out.")
    }
  }

  func run() throws {
    let results = try RunFile(opening: file)
    guard let row = try results.replay(replay) else {
      throw BadInput("\(file): no replay in it yet; run `tocsin replay \(file)` first")
    }
    let alerts = try results.alerts(replay: row.id)
    guard let alert else { return try list(alerts, of: row, in: results) }
    guard alerts.indices.contains(alert) else {
      throw BadInput(
        alerts.isEmpty
          ? "<alert>: found \(alert), and replay \(row.id) raised no alert"
          : "<alert>: found \(alert), expected an alert from 0 to \(alerts.count - 1) of replay "
            + "\(row.id); `tocsin explain \(file)` lists them")
    }
    let story = try AlertStory(
      of: alert, among: alerts, replay: row, in: results, Terminal.watch(quiet: work.quiet),
      threads: work.threadCount)
    Terminal.clearProgress()
    print(json ? try story.report.json() : story.report.text(), terminator: "")
  }

  private func list(_ alerts: [Alert], of row: ReplayRow, in results: RunFile) throws {
    if let detector, !row.detectors.contains(detector) {
      let nearest = NearestName(to: detector).among(row.detectors).map { "; did you mean \($0)?" }
      throw BadInput(
        "--detector: found \"\(detector)\", expected one of replay \(row.id): "
          + row.detectors.joined(separator: ", ") + (nearest ?? ""))
    }
    if let suspect, Int(suspect) >= results.accountCount {
      throw BadInput(
        "--suspect: found \(suspect), expected an account from 0 to \(results.accountCount - 1)")
    }
    let chosen = alerts.enumerated().filter { _, alert in
      (suspect == nil || alert.suspect.rawValue == suspect)
        && (detector == nil || alert.detector == detector)
    }
    let because = try row.entries(in: file).map { ($0.name, $0.because) }
    let list = AlertList(
      replay: row.id, alerts: chosen.map { (number: $0.offset, alert: $0.element) }, limit: limit,
      because: Dictionary(uniqueKeysWithValues: because), calendar: try results.header().calendar())
    print(json ? try list.json() : list.text(), terminator: "")
  }
}

extension ReplayRow {
  /// The detectors that are known here: those of the catalogue, the oracle, and the replay's own
  /// questions.
  func entries(in file: String) throws -> [DetectorCatalogue.Entry] {
    let document = try SettingsDocument(
      text: settings, name: "the detectors of replay \(id) in \(file)")
    let settings = try document.decode(DetectionSettings.self, overrides: [])
    return DetectorCatalogue.entries + [Oracle.entry] + Questions.entries(of: settings)
  }
}

extension DetectorCatalogue {
  /// Why each detector alerts, by its name: templates with reasons in braces.
  static var wordings: [String: String] {
    Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.because) })
  }
}
