import ArgumentParser
import Settings
import Storage
import Vocabulary

/// The moment as of which the network is seen.
struct AtOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "As of when: a day (its midnight), or \"2017-04-03 14:05\". (default: the end of the run)",
      valueName: "date"))
  var at: String?

  /// The moment in a run.
  ///
  /// - Throws: `BadInput` if it is none, or not within the run.
  func time(in header: RunHeader) throws(BadInput) -> SimTime {
    let end = SimTime(day: header.days)
    guard let at else { return end }
    guard let start = CalendarDate(header.startDate), let last = start.adding(days: header.days)
    else { throw BadInput("--at: the file's run starts on \"\(header.startDate)\", no day") }
    let seconds = CalendarMoment(at)?.seconds(since: start)
    guard let seconds, (0...Int(end.rawValue)).contains(seconds) else {
      let expected = seconds == nil ? "a day such as \(start), or \"\(start) 14:05\"" : "a moment"
      throw BadInput("--at: found \"\(at)\", expected \(expected) from \(start) to \(last)")
    }
    return SimTime(rawValue: Int32(seconds))
  }
}
