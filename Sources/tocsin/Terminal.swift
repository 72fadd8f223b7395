import Experiments
import Foundation
import Synchronization

/// The terminal: progress on one line of standard error, and Ctrl-C.
enum Terminal {
  private static let interrupted = Atomic<Bool>(false)
  private static let lineIsShown = Atomic<Bool>(false)

  /// Whether standard error is a terminal that a person watches.
  static let isWatched = isatty(STDERR_FILENO) == 1

  /// How many columns a line of standard output has where that is a terminal.
  static var width: Int? {
    var size = winsize()
    let isTerminal = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return isTerminal && size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  /// Makes a Ctrl-C (or SIGTERM) end the program at once: for work that leaves nothing behind.
  static func endAtInterrupts() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        // Of what a signal may call: neither allocates.
        _ = unsafe write(STDERR_FILENO, "interrupted\n", 12)
        _exit(130)
      }
    }
    // Writing into a pipe that nobody reads any more ends the program quietly, as others do.
    signal(SIGPIPE, SIG_DFL)
  }

  /// Makes the first Ctrl-C (or SIGTERM) ask the run to stop, and the second end it at once.
  private static func catchInterrupts() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if Terminal.interrupted.exchange(true, ordering: .relaxed) { signal(number, SIG_DFL) }
      }
    }
  }

  /// Whether somebody asked the program to stop.
  static var isInterrupted: Bool { interrupted.load(ordering: .relaxed) }

  /// Takes a Ctrl-C for dealt with.
  static func forgetInterrupt() { interrupted.store(false, ordering: .relaxed) }

  /// A watch that shows progress if somebody is there to see it, listens to Ctrl-C from now on, and
  /// takes note of times if that is wanted.
  static func watch(quiet: Bool, times: StageTimes? = nil) -> Watch {
    catchInterrupts()
    let meter = quiet || !isWatched ? nil : ProgressMeter()
    return Watch(
      report: { meter?.show($0) },
      shouldStop: { isInterrupted }, times: times)
  }

  /// Makes sure that all that was printed arrived.
  ///
  /// - Throws: `OutputFailed` if standard output took less, such as on a full disk.
  static func checkOutput() throws(OutputFailed) {
    // What could not be written earlier is still to be, and fails again.
    guard fflush(nil) != 0 else { return }
    throw OutputFailed(reason: unsafe String(cString: strerror(errno)))
  }

  /// Prints a line at once, whole: another program may wait for it.
  ///
  /// - Throws: `OutputFailed` if standard output took less.
  static func printAtOnce(_ line: String) throws(OutputFailed) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
    } catch {
      throw OutputFailed(reason: unsafe String(cString: strerror(errno)))
    }
  }

  /// Tells something about what is printed, apart from it.
  static func note(_ words: String) {
    clearProgress()
    FileHandle.standardError.write(Data("note: \(words)\n".utf8))
  }

  /// Writes a line of progress over the one before.
  static func showProgress(_ line: String) {
    lineIsShown.store(true, ordering: .relaxed)
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
  }

  /// Takes the line of progress away.
  static func clearProgress() {
    guard lineIsShown.exchange(false, ordering: .relaxed) else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}

/// Not all that was printed could be written.
struct OutputFailed: Error, CustomStringConvertible {
  /// What the system says.
  let reason: String

  var description: String {
    "standard output: not all could be written (\(reason)); what is there is cut short"
  }
}

/// Turns progress into a line with rate and time left, a few times a second.
final class ProgressMeter: Sendable {
  private struct State {
    var stage: StageProgress.Stage?
    var stageBegan = ContinuousClock.now
    var lastShown: ContinuousClock.Instant?
  }

  private let state = Mutex(State())

  /// Shows progress, unless the last line is too recent.
  func show(_ progress: StageProgress) {
    let line: String? = state.withLock { state in
      let now = ContinuousClock.now
      if state.stage != progress.stage {
        state.stage = progress.stage
        state.stageBegan = now
        state.lastShown = nil
      }
      if let last = state.lastShown, now - last < .milliseconds(100) { return nil }
      state.lastShown = now
      return Self.line(for: progress, after: now - state.stageBegan)
    }
    if let line { Terminal.showProgress(line) }
  }

  private static func line(for progress: StageProgress, after duration: Duration) -> String {
    let seconds =
      Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
    var line = progress.stage.rawValue + (progress.detail.isEmpty ? "" : ": \(progress.detail)")
    guard progress.total > 0, progress.done > 0, seconds > 0.2 else { return line }
    let share = Double(progress.done) / Double(progress.total)
    line += "  \(Int(share * 100)) %"
    let rate = Double(progress.events) / seconds / 1e6
    if progress.events > 0 { line += "  \(String(format: "%.1f", rate)) million events/s" }
    if progress.stage == .worlds {
      line += "  \(String(format: "%.1f", Double(progress.done) / seconds)) worlds/s"
    }
    let left = seconds * (1 - share) / share
    if left >= 1 { line += "  \(Int(left.rounded(.up))) s left" }
    return line
  }
}
