import ArgumentParser
import Experiments

/// The command line: every subcommand is a file of its own and a line here.
@main
struct Tocsin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tocsin",
    abstract: "How long before a simulated first meeting would an alert have come?",
    discussion: """
      Tocsin simulates a social network of children, adults and a few groomers, stores it as a \
      graph database in one SQLite file, replays its events through detectors, and measures how \
      early each alert came, and at what price in false alarms.

      Start with:  tocsin run Scenarios/quickstart.yaml

      Exit codes: 0 done, 1 failed, 2 bad input, 3 a gate was missed, 130 interrupted.
      """,
    version: TocsinVersion.current,
    subcommands: [
      RunCommand.self, SimulateCommand.self, ReplayCommand.self, ScoreCommand.self,
      CompareCommand.self, ReplicateCommand.self, SweepCommand.self, SensitivityCommand.self,
      WorkerCommand.self, StressCommand.self, TrainCommand.self,
      ValidateCommand.self,
      HardnessCommand.self, InfoCommand.self, QueryCommand.self, MatchCommand.self,
      CaseCommand.self, ExplainCommand.self, GraphCommand.self, ReportCommand.self,
      ExportCommand.self, ImportCommand.self, DigestCommand.self, DetectorsCommand.self,
      ScenarioCommand.self,
    ])

  /// Runs the command named on the command line, and ends with its exit code.
  static func main() {
    Terminal.endAtInterrupts()
    do {
      var command = try parseAsRoot()
      try command.run()
      try Terminal.checkOutput()
    } catch {
      Failure(error).exit()
    }
  }
}
