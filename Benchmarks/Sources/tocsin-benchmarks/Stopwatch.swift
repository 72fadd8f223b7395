/// Measures work by repeating it.
struct Stopwatch {
  /// How often the work is measured, after one time that is not.
  let repeats: Int

  /// The fastest time that the work took on each number of threads, in seconds.
  ///
  /// The numbers take turns, so that whatever else the machine does slows all of them alike. What
  /// `prepare` makes for the work, afresh each time, is not measured.
  func fastest<Input>(
    on threadCounts: [Int], preparing prepare: (Int) throws -> Input,
    _ work: (inout Input) throws -> Void
  ) rethrows -> [Double] {
    var fastest = [Double](repeating: .infinity, count: threadCounts.count)
    for turn in 0...repeats {
      for (index, threads) in threadCounts.enumerated() {
        var input = try prepare(threads)
        let duration = try ContinuousClock().measure { try work(&input) }
        if turn > 0 { fastest[index] = min(fastest[index], duration / .seconds(1)) }
      }
    }
    return fastest
  }
}
