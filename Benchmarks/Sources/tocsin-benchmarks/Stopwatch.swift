/// Measures work by repeating it.
struct Stopwatch {
  /// How often the work is measured, after one time that is not.
  let repeats: Int

  /// The fastest time that the work took, in seconds.
  ///
  /// What `prepare` makes for the work, afresh each time, is not measured.
  func fastest<Input>(
    preparing prepare: () throws -> Input, _ work: (inout Input) throws -> Void
  ) rethrows -> Double {
    var fastest = Double.infinity
    for turn in 0...repeats {
      var input = try prepare()
      let duration = try ContinuousClock().measure { try work(&input) }
      if turn > 0 { fastest = min(fastest, duration / .seconds(1)) }
    }
    return fastest
  }

  /// The fastest time that work without preparation took, in seconds.
  func fastest(_ work: () throws -> Void) rethrows -> Double {
    try fastest(preparing: {}) { _ in try work() }
  }
}
