import ArgumentParser
import Experiments
import Foundation

/// Tells how long each stage of a run took.
struct TimingOptions: ParsableArguments {
  @Flag(help: "Print, on standard error, how long each stage took.")
  var timings = false

  /// Does a job and then prints how long its stages took, if that is wanted.
  ///
  /// - Parameters:
  ///   - threads: how many threads may work.
  ///   - job: given a record of times to fill.
  func timed(threads: Int, _ job: (StageTimes?) throws -> Void) rethrows {
    guard timings else { return try job(nil) }
    let times = StageTimes()
    let began = ContinuousClock.now
    let worked = ProcessTime.now
    try job(times)
    let total = ContinuousClock.now - began
    Terminal.clearProgress()
    let lines =
      times.stages.map { Self.line($0.stage.rawValue, $0.duration / .seconds(1)) } + [
        Self.line("in all, as stages go on side by side", total / .seconds(1)),
        Self.line(
          "processor time, on \(threads.counting("thread"))", ProcessTime.now - worked),
      ]
    FileHandle.standardError.write(Data(lines.joined().utf8))
  }

  private static func line(_ name: String, _ seconds: Double) -> String {
    name.padding(toLength: 40, withPad: " ", startingAt: 0)
      + String(format: "%8.2f s\n", seconds)
  }
}

/// How long all threads of this program have worked.
private enum ProcessTime {
  /// Seconds of processor time since the program began.
  static var now: Double {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return .nan }
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
