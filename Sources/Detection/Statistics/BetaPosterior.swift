import RealModule

/// What is known of a probability after some successes and failures, from a uniform prior.
///
/// The posterior is Beta(1 + successes, 1 + failures). (Bayes 1763; any textbook.)
struct BetaPosterior {
  let successes: Int
  let failures: Int

  /// The probability that the unknown probability exceeds a value in 0...1.
  ///
  /// For whole parameters the Beta tail is a binomial sum: P(Beta(a, b) > x) =
  /// P(Binomial(a + b - 1, x) < a).
  ///
  /// - Complexity: linear in the number of successes.
  func probability(above value: Double) -> Double {
    guard value > 0 else { return 1 }
    guard value < 1 else { return 0 }
    let trials = Double(successes + failures + 1)
    let odds = Double.log(value) - Double.log(1 - value)
    // Terms in logarithms: the first underflows beyond a thousand trials or so.
    var logTerm = trials * Double.log(1 - value)
    var sum = Double.exp(logTerm)
    for count in 1...max(successes, 1) where count <= successes {
      logTerm += odds + Double.log((trials - Double(count) + 1) / Double(count))
      sum += Double.exp(logTerm)
    }
    return min(sum, 1)
  }
}
