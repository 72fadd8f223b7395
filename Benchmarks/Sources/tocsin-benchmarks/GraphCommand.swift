import ArgumentParser
import Foundation
import Graphs

/// `tocsin-benchmarks graph`: mutual friends of pairs at random, in memory.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Count the mutual friends of pairs at random; prints a table in Markdown.",
    discussion: """
      The graph has edges at random, the same for the same numbers. Pairs are counted one by one, \
      then all at once; the fastest time counts.
      """)

  @Argument(help: "Numbers of accounts, ascending.")
  var sizes = [100_000, 1_000_000]

  @Option(help: "How many friends an account has on average.")
  var degree = 30

  @Option(help: "How many pairs are counted.")
  var pairs = 1_000_000

  @Option(help: "How often each is measured.")
  var repeats = 5

  func validate() throws {
    guard (1...1_000).contains(repeats), pairs >= 1, degree >= 1,
      sizes.allSatisfy({ $0 > 2 * degree })
    else {
      throw ValidationError(
        "--repeats, --pairs and --degree: expected numbers from 1; sizes: above 2 x degree.")
    }
  }

  func run() throws {
    print("| accounts | friendships | pairs | one by one, a second | at once, a second |")
    print("|--:|--:|--:|--:|--:|")
    let stopwatch = Stopwatch(repeats: repeats)
    for accounts in sizes {
      var draws = SplitMix(state: UInt64(accounts))
      let graph = graph(of: accounts, &draws)
      let from = (0..<pairs).map { _ in draws.below(accounts) }
      let to = (0..<pairs).map { _ in draws.below(accounts) }
      var one = 0
      var all = 0
      let single = stopwatch.fastest(on: [1], preparing: { _ in }) { _ in
        one = 0
        for pair in 0..<pairs { one += graph.mutualCount(Int(from[pair]), Int(to[pair])) }
      }
      let batch = stopwatch.fastest(on: [1], preparing: { _ in }) { _ in
        all = graph.mutualCounts(from: from, to: to).reduce(0, +)
      }
      precondition(one == all, "the two ways to count differ: \(one) and \(all)")
      let rates = [single[0], batch[0]].map {
        String(format: "%.2f million", Double(pairs) / $0 / 1e6)
      }
      print("| \(accounts) | \(graph.edgeCount) | \(pairs) | \(rates[0]) | \(rates[1]) |")
    }
    print("\nOne thread, the fastest of \(repeats). \(Machine.description).")
  }

  /// A graph with edges at random.
  private func graph(of accounts: Int, _ draws: inout SplitMix) -> Adjacency {
    var edges: Set<UInt64> = []
    let wanted = accounts * degree / 2
    edges.reserveCapacity(wanted)
    while edges.count < wanted {
      let (a, b) = (draws.below(accounts), draws.below(accounts))
      if a != b { edges.insert(UInt64(min(a, b)) << 32 | UInt64(max(a, b))) }
    }
    let sorted = edges.sorted()
    return Adjacency(
      vertexCount: accounts, from: sorted.map { UInt32($0 >> 32) },
      to: sorted.map { UInt32(truncatingIfNeeded: $0) })
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195): enough for a benchmark.
private struct SplitMix {
  var state: UInt64

  mutating func below(_ count: Int) -> UInt32 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return UInt32((bits ^ (bits >> 31)).multipliedFullWidth(by: UInt64(count)).high)
  }
}
