import ArgumentParser
import Experiments
import Foundation
import Population

/// `tocsin-benchmarks world`: how building a world grows with its size.
struct WorldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "world",
    abstract: "Build worlds of growing size; prints a table in Markdown.",
    discussion: """
      Sizes are built one after the other in one process, smallest first, so that the highest \
      memory so far is that of the world just built. Each is built as often as told, and the \
      fastest time counts.
      """)

  @Argument(help: "Numbers of accounts, ascending.")
  var sizes = [10_000, 100_000, 1_000_000]

  @Option(help: "How many threads work.")
  var threads = 2

  @Option(help: "How often each world is built.")
  var repeats = 2

  @Option(help: "The scenario whose population is built.")
  var scenario = "Scenarios/england-and-wales.yaml"

  func validate() throws {
    guard (1...1_000).contains(repeats), (1...1_024).contains(threads) else {
      throw ValidationError("--repeats and --threads: expected numbers from 1.")
    }
  }

  func run() throws {
    print(
      """
      | accounts | friendships | seconds | persons a second | accounts a second \
      | friendships a second | microseconds a friendship | peak bytes a friendship |
      |--:|--:|--:|--:|--:|--:|--:|--:|
      """)
    for accounts in sizes {
      let file = try ScenarioFile(
        path: scenario, overrides: ["population.accounts=\(accounts)"])
      var fastest = Double.infinity
      var counts = (persons: 0, friendships: 0)
      for _ in 0..<repeats {
        let seconds = ContinuousClock().measure {
          let world = file.world(threads: threads)
          counts = (world.persons.count, world.friendships.count)
        }
        fastest = min(fastest, seconds / .seconds(1))
      }
      print(row(accounts, counts.persons, counts.friendships, fastest))
    }
    print("\n\(threads) threads, the fastest of \(repeats). \(Machine.description).")
  }

  private func row(
    _ accounts: Int, _ persons: Int, _ friendships: Int, _ seconds: Double
  ) -> String {
    let peak = Machine.peakBytes.map {
      String(format: "%.1f", Double($0) / Double(friendships))
    }
    let cells = [
      "\(accounts)", "\(friendships)", String(format: "%.2f", seconds),
      String(format: "%.0f", Double(persons) / seconds),
      String(format: "%.0f", Double(accounts) / seconds),
      String(format: "%.0f", Double(friendships) / seconds),
      String(format: "%.3f", seconds * 1e6 / Double(friendships)), peak ?? "unknown",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }
}
