import ArgumentParser
import Foundation

/// `tocsin-benchmarks scoring`: how fast the statistics of scoring are.
struct ScoringCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scoring",
    abstract: "Measure the statistics of scoring; prints a table in Markdown.",
    discussion: """
      The same work, on numbers of the same distributions, that Benchmarks/Peers/scoring.py gives to \
      numpy and scikit-learn.
      """)

  @Option(help: "How often each is measured; the fastest time counts.")
  var repeats = 10

  func validate() throws {
    guard (1...1_000).contains(repeats) else {
      throw ValidationError("--repeats: found \(repeats), expected a number from 1 to 1000.")
    }
  }

  func run() throws {
    let stopwatch = Stopwatch(repeats: repeats)
    print("| statistic | milliseconds, 1 thread | 2 threads |\n|---|--:|--:|")
    for measurement in ScoringMeasurement.all {
      let work = measurement.prepare()
      let seconds = stopwatch.fastest(on: [1, 2], preparing: { $0 }) { threads in work(threads) }
      let cells = seconds.map { String(format: "%.1f", $0 * 1_000) }
      print("| \(measurement.name) | \(cells.joined(separator: " | ")) |")
    }
    print("\nThe fastest of \(repeats) after a warm-up. \(Machine.description).")
  }
}
