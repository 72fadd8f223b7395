import ArgumentParser
import Foundation
import Scoring

/// `tocsin-benchmarks survival`: a curve by Kaplan and Meier, and as many resamples of it.
struct SurvivalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survival",
    abstract: "Measure Kaplan-Meier curves and their bootstrap; prints a table in Markdown.",
    discussion: """
      Times are exponential, a third of them censored, the same for the same numbers. Each case is \
      drawn for itself, then with all others of its groomer. Benchmarks/Peers/scoring_survival.py does \
      the same with lifelines. The fastest time counts.
      """)

  @Option(help: "How many cases there are.")
  var cases = 10_000

  @Option(help: "How many cases a groomer has in the second line.")
  var casesPerGroomer = 10

  @Option(help: "How often each is measured.")
  var repeats = 5

  func validate() throws {
    guard (1...1_000).contains(repeats), cases >= 1, casesPerGroomer >= 1 else {
      throw ValidationError(
        "--cases, --cases-per-groomer and --repeats: expected numbers from 1.")
    }
  }

  func run() throws {
    print("| cases | clusters | one curve with intervals, ms | 1,000 resamples at 200 days, ms |")
    print("|--:|--:|--:|--:|")
    let stopwatch = Stopwatch(repeats: repeats)
    for size in [1, casesPerGroomer] {
      let sample = Sample(cases: cases, casesPerGroomer: size)
      var steps = 0
      var left = 0.0
      let curve = stopwatch.fastest(on: [1], preparing: { _ in }) { _ in
        steps = KaplanMeier(sample.times).steps.count
      }
      let resamples = stopwatch.fastest(on: [1], preparing: { _ in }) { _ in
        left = ResampledSurvival(of: sample.times, at: Sample.points).survival.reduce(0, +)
      }
      precondition(steps > 0 && left > 0, "nothing was measured")
      let times = [curve[0], resamples[0]].map { String(format: "%.1f", $0 * 1_000) }
      print("| \(cases) | \((cases + size - 1) / size) | \(times[0]) | \(times[1]) |")
    }
    print("\nOne thread, the fastest of \(repeats), rows sorted each time. \(Machine.description).")
  }

  /// Cases as a generator of its own gives them, so that the peer can have the same.
  private struct Sample {
    var days: [Double] = []
    var outcomes: [UInt8] = []
    var clusters: [UInt32] = []
    static let points = (0..<200).map { Double($0) / 2 }

    /// The rows, sorted afresh.
    var times: SurvivalTimes {
      SurvivalTimes(days: days, outcomes: outcomes, clusters: clusters)
    }

    init(cases: Int, casesPerGroomer: Int) {
      var state: UInt64 = 1
      func uniform() -> Double {
        // The generator of Knuth's MMIX: 6364136223846793005 and 1442695040888963407, upper 53 bits.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) * 0x1p-53
      }
      for row in 0..<cases {
        let (event, end) = (-30 * log(1 - uniform()), -60 * log(1 - uniform()))
        days.append(min(event, end))
        outcomes.append(event <= end ? 1 : 0)
        clusters.append(UInt32(row / casesPerGroomer))
      }
    }
  }
}
