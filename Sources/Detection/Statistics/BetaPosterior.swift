import RealModule

/// What is known of a probability after some successes and failures, from a Beta prior.
///
/// The posterior is Beta(prior mean × strength + successes, (1 - prior mean) × strength + failures).
/// (Any textbook, such as Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.4.)
struct BetaPosterior {
  /// The first parameter; above 0.
  let alpha: Double
  /// The second parameter; above 0.
  let beta: Double

  init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
  }

  /// Makes the posterior.
  ///
  /// - Parameters:
  ///   - successes: how often it came about.
  ///   - failures: how often it did not.
  ///   - mean: the mean of the prior, between 0 and 1; held a hair off both.
  ///   - strength: how many trials the prior counts for; above 0.
  init(successes: Double, failures: Double, priorMean mean: Double, strength: Double) {
    let mean = min(max(mean, 1e-3), 1 - 1e-3)
    alpha = mean * strength + successes
    beta = (1 - mean) * strength + failures
  }

  /// The probability that the unknown probability is at most a value in 0...1: the regularised
  /// incomplete beta function.
  ///
  /// By its continued fraction (NIST Digital Library of Mathematical Functions, 8.17.22), worked out
  /// by the method of Lentz (1976, doi 10.1364/AO.15.000668).
  func probability(upTo value: Double) -> Double {
    guard value > 0 else { return 0 }
    guard value < 1 else { return 1 }
    // The fraction converges quickly on this side of the mean.
    guard value <= (alpha + 1) / (alpha + beta + 2) else {
      return 1 - BetaPosterior(alpha: beta, beta: alpha).probability(upTo: 1 - value)
    }
    let logFront =
      Double.logGamma(alpha + beta) - Double.logGamma(alpha) - Double.logGamma(beta)
      + alpha * Double.log(value) + beta * Double.log(onePlus: -value)
    return Double.exp(logFront) / (alpha * fraction(at: value))
  }

  /// The value that the unknown probability exceeds with a probability: by halving, to 2⁻⁴⁰.
  func value(exceededWith probability: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if self.probability(upTo: middle) < 1 - probability { low = middle } else { high = middle }
    }
    return low
  }

  private func fraction(at value: Double) -> Double {
    let tiny = 1e-300
    func away(_ number: Double) -> Double { abs(number) < tiny ? tiny : number }
    var ratio = 1.0
    var c = 1.0
    var d = 0.0
    for term in 1..<500 {
      let m = Double(term / 2)
      let end = alpha + 2 * m
      let coefficient =
        term.isMultiple(of: 2)
        ? m * (beta - m) * value / ((end - 1) * end)
        : -(alpha + m) * (alpha + beta + m) * value / (end * (end + 1))
      d = 1 / away(1 + coefficient * d)
      c = away(1 + coefficient / c)
      ratio *= c * d
      if abs(c * d - 1) < 1e-15 { break }
    }
    return ratio
  }
}
