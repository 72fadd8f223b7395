import ArgumentParser
import Detection
import Experiments
import Reporting
import Scoring
import Storage

/// Whether detectors go through the events once more, to tell what they do at every threshold.
struct ThresholdsOption: ParsableArguments {
  @Flag(
    name: .customLong("thresholds"),
    help: ArgumentHelp(
      "Also say what detectors do at every threshold: areas under ROC and precision-recall, and "
        + "meetings preceded at a price in false alarms. The detectors go through all events once "
        + "more for it, which takes about as long as a replay; where the file does not hold every "
        + "event, the run is made again."))
  var isWanted = false

  /// How to work that out.
  ///
  /// - Parameters:
  ///   - file: the results file.
  ///   - others: detectors that the file cannot tell of, such as models.
  ///   - work: how it is worked out.
  /// - Returns: what does; nil if it is not wanted.
  func priced(
    on file: RunFile, with others: [DetectorCatalogue.Entry] = [], _ work: WorkOptions
  ) -> ((ReplayRow) throws -> PricedReplay)? {
    guard isWanted else { return nil }
    return { row in
      let priced = try PricedReplay(
        of: row, on: file, with: others, Terminal.watch(quiet: work.quiet),
        threads: work.threadCount)
      Terminal.clearProgress()
      if !priced.missing.isEmpty {
        Terminal.note(
          "--thresholds: only the alerts are known here of \(priced.missing.joined(separator: ", "))"
        )
      }
      return priced
    }
  }
}
