import ArgumentParser
import Experiments
import Foundation
import Reporting
import Storage

/// `tocsin report`: a run as a page that can be sent.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a run's results as one page in HTML, with charts, that can be sent.",
    usage: "tocsin report <file> [<second file>] [<options>]",
    discussion: """
      The answer first: how many meetings had an alert before, how early and at what price, and how \
      that changes with every threshold, for which the detectors go through the events once more. \
      Then the charts behind it, each with its numbers; one case told in full; whether the world is \
      lifelike, and the data not too easy; and what all of it cannot tell. The page needs nothing but \
      itself, can be printed, and is the same bytes for the same run.

      Of two files, puts their answers side by side, each with its interval, and tells which keys of \
      their scenarios differ, and which settings of detectors.

      Of the results of `tocsin sweep`, `replicate`, `sensitivity` or `worker` (lines of JSON), tells \
      what was varied, and over its values meetings preceded, accounts flagged and lead times, with intervals over worlds.

      Exit codes: 0 written, 1 failed, 2 bad input, 130 interrupted.
      """)

  @Argument(
    help: "The results file of a run, or two of them; or the results of a sweep.",
    completion: .file(extensions: ["sqlite", "jsonl"]))
  var files: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The page. (default: the name of the results file with .html, here)", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var output: String?

  @Option(
    name: .customLong("case"), parsing: .unconditional,
    help: ArgumentHelp(
      "The number of the case that is told in full. (default: the middle one of those with an alert "
        + "before the meeting, by lead)", valueName: "number"))
  var number: Int?

  @Option(
    parsing: .unconditional,
    help: "The number of the replay that is reported, from 1. (default: the last)")
  var replay: Int?

  @OptionGroup var work: WorkOptions

  func validate() throws {
    guard output?.isEmpty != true else {
      throw ValidationError("--output: found nothing, expected the path of a page.")
    }
    guard files.count <= 2 else {
      throw ValidationError("<file>: found \(files.count) files, expected one or two.")
    }
    guard files.count == 1 || (number == nil && replay == nil) else {
      throw ValidationError("--case and --replay: found two files, of which each has its own.")
    }
  }

  func run() throws {
    let name = files.map { ReportPage.name(of: $0) }.joined(separator: "-and-") + ".html"
    let page = ReportPage(path: output ?? name)
    try OutputPaths(outputs: [("--output", page.path)], inputs: files).check()
    if let sweep = files.first(where: ReportPage.holdsLines) {
      guard files.count == 1 else {
        throw BadInput(
          "\(sweep): found results of many worlds beside another file, expected them alone; "
            + "`tocsin compare` holds two such files against each other")
      }
      guard number == nil, replay == nil else {
        throw BadInput("--case and --replay: found results of many worlds, which have none")
      }
      try page.write(SweepPage(of: sweep).html())
      print("\(page.path) is written; open it in a browser")
      return
    }
    let runs = try files.map { try RunFile(opening: $0) }
    if runs.count == 2 {
      let watch = Terminal.watch(quiet: work.quiet)
      let sides = try runs.map { try PairReport.Run(of: $0, watch, threads: work.threadCount) }
      Terminal.clearProgress()
      try page.write(PairReport(sides[0], sides[1]).html())
    } else {
      try page.write(runs[0], replay: replay, story: number, work)
    }
    print("\(page.path) is written; open it in a browser")
  }
}

/// Where a report on a run goes.
struct ReportPage {
  /// The path of the page.
  let path: String

  /// The name of a results file without its folder and ending.
  static func name(of file: String) -> String {
    URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
  }

  /// Whether a file holds lines of JSON, by its first byte, and not the database of a run.
  static func holdsLines(_ file: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: file) else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: 1)) == Data("{".utf8)
  }

  /// Makes the report and writes it whole, in place of an earlier one.
  ///
  /// - Parameters:
  ///   - file: the results file, with the truth.
  ///   - replay: the number of the replay; nil for the last.
  ///   - story: the case that is told in full; nil for a typical one.
  ///   - work: how it is worked out.
  /// - Throws: `BadInput` if there is nothing to report; as `write(_:)`.
  func write(
    _ file: RunFile, replay: Int? = nil, story: Int? = nil, _ work: WorkOptions
  ) throws {
    try file.expectTruth()
    let report = try RunReport(
      of: file, replay: replay, story: story, Terminal.watch(quiet: work.quiet),
      threads: work.threadCount)
    let text = report.html()
    Terminal.clearProgress()
    try write(text)
  }

  /// Writes a page whole, in place of an earlier one.
  ///
  /// - Throws: `StorageError` if it cannot be written, or would replace a database.
  func write(_ text: String) throws(StorageError) { try OutputPaths.write(text, to: path) }
}
