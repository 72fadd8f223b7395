import Activity
import ArgumentParser
import Detection
import Experiments
import Population
import Reporting
import Scoring
import Settings
import Storage
import Vocabulary

/// `tocsin case`: what happened between a groomer and a child.
struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "Tell the story of one case: what happened, who could see it, when the alerts came.",
    usage: "tocsin case <file> [<number>] [<options>]",
    discussion: """
      A case is a groomer and a child in sustained contact. Without a number, cases are listed: \
      'lead' is how many days the first alert on the groomer came before the meeting. With one, it \
      is told day by day: requests and their answers, looks, messages with the cues that the \
      platform's classifier reported, stages, the move off the platform, alerts with their reasons, \
      the meeting. Where the file does not hold the events of the two (key `recording`), the run is \
      made again, by the same version.

      Exit codes: 0 done, 1 failed, 2 bad input, 130 interrupted.
      """)

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var file: String

  @Argument(help: "The number of a case, as truth_case has it. (default: lists the cases)")
  var number: Int?

  @Option(
    parsing: .unconditional,
    help: "The number of the replay whose alerts are told, from 1. (default: the last)")
  var replay: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many cases are listed.", valueName: "cases"))
  var limit = 20

  @Flag(help: "Print JSON instead of text.")
  var json = false

  @OptionGroup var work: WorkOptions

  func validate() throws {
    guard limit >= 0 else {
      throw ValidationError("--limit: found \(limit), expected a whole number from 0.")
    }
  }

  func run() throws {
    let results = try RunFile(opening: file)
    let truth = try results.truth()
    let row = try results.replay(replay)
    let alerts = try row.map { try results.alerts(replay: $0.id) }
    let calendar = try results.header().calendar()
    if let number {
      let story = try CaseStory(
        of: number, truth: truth, alerts: alerts ?? [], detectors: row?.detectors ?? [],
        in: results, Terminal.watch(quiet: work.quiet), threads: work.threadCount)
      Terminal.clearProgress()
      let report = story.report(calendar: calendar)
      print(json ? try report.json() : report.text(), terminator: "")
    } else {
      let list = CaseList(of: truth, alerts: alerts, calendar: calendar)
      print(json ? try list.json(limit: limit) : list.text(limit: limit), terminator: "")
    }
  }
}

extension RunHeader {
  /// How moments of the run are written for people.
  ///
  /// - Throws: `BadInput` if the file names no day as its start.
  func calendar() throws(BadInput) -> @Sendable (SimTime) -> String {
    guard let start = CalendarDate(startDate) else {
      throw BadInput("the file's run starts on \"\(startDate)\", which is no day")
    }
    return { $0.inWords(from: start) }
  }
}
