import Activity
import ArgumentParser
import Detection
import Experiments
import Subprocesses

/// Options of every command that has other programs as detectors.
struct ProgramOptions: ParsableArguments {
  @Option(
    name: .customLong("detector"), parsing: .singleValue,
    help: ArgumentHelp(
      "Another program as a further detector: a command as /bin/sh takes it, which speaks the "
        + "protocol of Documentation/Protocol.md; may be repeated.",
      valueName: "command"))
  var programs: [String] = []

  @Option(
    name: .customLong("detector-seconds"), parsing: .unconditional,
    help: ArgumentHelp(
      "How long such a program may leave an answer waited for.", valueName: "seconds"))
  var answerSeconds = 60.0

  func validate() throws {
    guard !programs.contains("") else {
      throw ValidationError("--detector: found nothing, expected a command.")
    }
    guard answerSeconds > 0, answerSeconds <= 86_400 else {
      throw ValidationError(
        "--detector-seconds: found \(answerSeconds), expected a number above 0, at most 86400.")
    }
  }

  /// Starts the programs, and waits until each says that it is ready.
  ///
  /// - Parameters:
  ///   - choice: the detectors that run beside them.
  ///   - scenario: what they are told of the run.
  /// - Returns: those detectors, and the programs.
  /// - Throws: `OutsideProgramError` for the first that cannot be used.
  func added(
    to choice: DetectorChoice, in scenario: Scenario
  ) throws(OutsideProgramError) -> DetectorChoice {
    var limits = ProgramLimits()
    limits.answerSeconds = answerSeconds
    let started = try OutsideProgram.start(
      programs,
      taken: choice.entries.map(\.name) + choice.settings.questions.map(\.name),
      facts: RunFacts(start: scenario.calendar.start, days: scenario.calendar.days),
      limits: limits, isInterrupted: { Terminal.isInterrupted })
    var choice = choice
    choice.entries += started.map(\.entry)
    return choice
  }
}
