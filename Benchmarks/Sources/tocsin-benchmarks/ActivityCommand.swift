import Activity
import ArgumentParser
import Experiments
import Foundation
import Population
import Vocabulary

/// `tocsin-benchmarks activity`: how fast activity is generated in worlds of growing size.
struct ActivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "activity",
    abstract: "Generate activity in worlds of growing size; prints a table in Markdown.",
    discussion: """
      Events are generated in memory and none is kept; building the world and preparing the \
      simulation are not measured. Runs on 1 and 2 threads take turns, and the fastest of each \
      counts. Sizes follow one another in one process, smallest first, so that the highest memory \
      so far is that of the world at hand.
      """)

  @Argument(help: "Numbers of accounts, ascending; 1000000 needs some 5 GB and minutes.")
  var sizes = [10_000, 100_000]

  @Option(help: "How many days are simulated.")
  var days = 28

  @Option(help: "How often each run is repeated.")
  var repeats = 3

  @Option(help: "The scenario that is measured, its accounts and days replaced.")
  var scenario = "Scenarios/quickstart.yaml"

  func validate() throws {
    guard (1...1_000).contains(repeats) else {
      throw ValidationError("--repeats: found \(repeats), expected a number from 1 to 1000.")
    }
  }

  func run() throws {
    print(
      """
      | accounts | events | events a second, 1 thread | events a second, 2 threads | 2 : 1 \
      | processor time an event, ns | against \(sizes.first ?? 0) accounts | peak MiB |
      |--:|--:|--:|--:|--:|--:|--:|--:|
      """)
    var least: Double?
    for accounts in sizes {
      let measured = try measure(accounts)
      let base = least ?? measured.processorNanoseconds
      least = base
      print(row(accounts, measured, base: base))
    }
    print("\n\(days) days, the fastest of \(repeats). \(Machine.description).")
  }

  /// What was measured of one world.
  private struct Measured {
    var events = 0
    /// The fastest run on 1 thread and on 2, in seconds.
    var seconds = [Double.infinity, .infinity]
    /// Processor time of an event, on 1 thread.
    var processorNanoseconds = Double.infinity
  }

  private func measure(_ accounts: Int) throws -> Measured {
    let file = try ScenarioFile(
      path: scenario, overrides: ["population.accounts=\(accounts)", "calendar.days=\(days)"])
    let world = file.world(threads: 2)
    var measured = Measured()
    for _ in 0..<repeats {
      for threads in [1, 2] {
        var simulation = Simulation(
          world: world, calendar: file.scenario.calendar, activity: file.scenario.activity,
          campaigns: file.scenario.campaigns, seed: UInt64(file.scenario.seed), threads: threads)
        var log = EventLog()
        var events = 0
        let before = Machine.processorSeconds
        let time = ContinuousClock().measure {
          while simulation.next(into: &log) { events += log.count }
        }
        let seconds = time / .seconds(1)
        measured.events = events
        measured.seconds[threads - 1] = min(measured.seconds[threads - 1], seconds)
        if threads == 1 {
          let nanoseconds = (Machine.processorSeconds - before) * 1e9 / Double(max(1, events))
          measured.processorNanoseconds = min(measured.processorNanoseconds, nanoseconds)
        }
      }
    }
    return measured
  }

  private func row(_ accounts: Int, _ measured: Measured, base: Double) -> String {
    let rates = measured.seconds.map { Double(measured.events) / $0 }
    let cells = [
      "\(accounts)", "\(measured.events)", String(format: "%.0f", rates[0]),
      String(format: "%.0f", rates[1]), String(format: "%.2f", rates[1] / rates[0]),
      String(format: "%.0f", measured.processorNanoseconds),
      String(format: "%.2f", measured.processorNanoseconds / base),
      Machine.peakBytes.map { "\($0 >> 20)" } ?? "unknown",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }
}

extension Machine {
  /// Processor time that this process has used so far, on all threads, in seconds.
  fileprivate static var processorSeconds: Double {
    Double(clock()) / Double(CLOCKS_PER_SEC)
  }
}
