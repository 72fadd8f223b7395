import Experiments

/// Seeds as `A..B`, the first and the last, or as how many from a scenario's own on.
enum SeedRange {
  case range(ClosedRange<Int>)
  case count(Int)

  /// The most seeds that can be asked for; our choice.
  static let most = 1_000_000

  /// Reads `A..B` or a number; nil for anything else, no seed, one that no job holds, or too many.
  init?(_ text: String) {
    if let count = Int(text) {
      guard (1...Self.most).contains(count) else { return nil }
      self = .count(count)
      return
    }
    let parts = text.split(separator: "..", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = Int(parts[0]), let last = Int(parts[1]), first >= 0,
      first <= last, last <= Job.largestSeed, last - first < Self.most
    else { return nil }
    self = .range(first...last)
  }

  /// The seeds, where the scenario's own is the first unless another was named.
  ///
  /// - Throws: `BadInput` where no job holds so many from there on; what `own` throws.
  func seeds(from own: @autoclosure () throws -> Int) throws -> ClosedRange<Int> {
    switch self {
    case .range(let range): return range
    case .count(let count):
      let first = try own()
      let most = Job.largestSeed - (count - 1)
      guard first <= most else {
        throw BadInput(
          "seed: found \(first), expected at most \(most), as \(count.counting("seed")) from it on must "
            + "not exceed \(Job.largestSeed); lower it, or name the first and the last with --seeds A..B"
        )
      }
      return first...first + count - 1
    }
  }
}
