import RealModule

/// The binomial distribution: how many of some independent trials succeed.
///
/// If the mean number of successes (or of failures, whichever is rarer) is below 10, a draw takes
/// one number from the stream and searches the probabilities from 0 upward; otherwise it takes two
/// for each attempt, of which 71 % succeed at a mean of 10 and 88 % at large means.
///
/// Sources: Kachitvichyanukul and Schmeiser (1988), "Binomial random variate generation",
/// doi 10.1145/42372.42381, algorithm BINV; Hörmann (1993), "The generation of binomial random
/// variates", doi 10.1080/00949659308811496, algorithm BTRS, whose last step lacks the logarithm of
/// v in print.
public struct Binomial: Distribution {
  /// The largest number of trials allowed: a million million, our choice, see `Poisson.largestMean`.
  public static let mostTrials = 1_000_000_000_000

  /// The number of trials.
  public let trials: Int
  /// The probability of success of each trial.
  public let probability: Double
  private let method: Method

  /// Makes the binomial distribution with a number of trials and a probability of success.
  ///
  /// - Parameters:
  ///   - trials: The number of trials; 0 gives 0 every time.
  ///   - probability: The probability of success of each trial.
  /// - Precondition: `trials` lies in 0...`mostTrials` and `probability` in 0...1.
  public init(trials: Int, probability: Double) {
    checkProbability(probability)
    precondition(
      trials >= 0 && trials <= Self.mostTrials,
      "the number of trials must lie in 0...\(Self.mostTrials), found \(trials)")
    self.trials = trials
    self.probability = probability
    // Both methods want a probability of at most one half, so the rarer outcome is counted.
    let rarer = min(probability, 1 - probability)
    // BTRS holds from a mean of 10 upward.
    method =
      Double(trials) * rarer < 10
      ? .search(Search(trials: trials, probability: rarer))
      : .rejection(Rejection(trials: trials, probability: rarer))
  }

  /// Draws a count.
  ///
  /// - Parameter stream: The stream the randomness is taken from.
  /// - Returns: A number of successes in 0...trials.
  public func sample(using stream: inout RandomStream) -> Int {
    let count =
      switch method {
      case .search(let search): search.sample(using: &stream)
      case .rejection(let rejection): rejection.sample(using: &stream)
      }
    return probability > 0.5 ? trials - count : count
  }

  private enum Method {
    case search(Search)
    case rejection(Rejection)
  }

  /// BINV: takes the probabilities of 0, 1, 2 and so on off a uniform number until it is used up.
  private struct Search {
    let trials: Int
    let odds: Double
    let zero: Double

    init(trials: Int, probability: Double) {
      self.trials = trials
      odds = probability / (1 - probability)
      zero = .exp(Double(trials) * .log(onePlus: -probability))
    }

    func sample(using stream: inout RandomStream) -> Int {
      var rest = stream.uniform()
      var probability = zero
      var count = 0
      while rest >= probability && count < trials {
        rest -= probability
        count += 1
        probability *= odds * Double(trials - count + 1) / Double(count)
        // Rounding may leave a rest that no further probability uses up. The search never starts
        // this low: a mean below 10 makes 0 more probable than 2⁻²⁰.
        if probability < 0x1p-60 { break }
      }
      return count
    }
  }

  /// The constants and the loop of BTRS, with the letters of the source.
  private struct Rejection {
    let n: Double
    let logOdds: Double
    let a: Double
    let b: Double
    let centre: Double
    let vr: Double
    let alpha: Double
    let mode: Double
    let heightOfMode: Double

    init(trials: Int, probability p: Double) {
      n = Double(trials)
      let deviation = Double.sqrt(n * p * (1 - p))
      logOdds = .log(p / (1 - p))
      b = 1.15 + 2.53 * deviation
      a = -0.0873 + 0.0248 * b + 0.01 * p
      centre = n * p + 0.5
      vr = 0.92 - 4.2 / b
      alpha = (2.83 + 5.1 / b) * deviation
      mode = ((n + 1) * p).rounded(.down)
      heightOfMode = .logGamma(mode + 1) + .logGamma(n - mode + 1)
    }

    func sample(using stream: inout RandomStream) -> Int {
      while true {
        let u = stream.openUniform() - 0.5
        let v = stream.openUniform()
        let us = 0.5 - abs(u)
        let k = ((2 * a / us + b) * u + centre).rounded(.down)
        if us >= 0.07 && v <= vr { return Int(k) }
        if k < 0 || k > n { continue }
        let height = Double.log(v * alpha / (a / (us * us) + b))
        let bound = heightOfMode - .logGamma(k + 1) - .logGamma(n - k + 1) + (k - mode) * logOdds
        if height <= bound { return Int(k) }
      }
    }
  }
}
