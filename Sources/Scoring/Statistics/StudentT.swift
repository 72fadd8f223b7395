import RealModule

/// Student's distribution with a whole number of degrees of freedom.
///
/// From the finite sums for the probability within ±t (Abramowitz and Stegun 1964, 26.7.3 and
/// 26.7.4; MEMORY, held against scipy in the tests to 1e-12).
public enum StudentT {
  /// The probability of a value at least as far from 0 as `t`.
  ///
  /// - Precondition: at least one degree of freedom.
  /// - Complexity: O(degrees of freedom).
  public static func outside(_ t: Double, degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom > 0, "a deviation needs two values")
    guard t.isFinite else { return 0 }
    let angle = Double.atan(abs(t) / Double(degreesOfFreedom).squareRoot())
    let (sine, cosine) = (Double.sin(angle), Double.cos(angle))
    let isOdd = degreesOfFreedom % 2 == 1
    // The terms cosⁿ with their factors, from the first to the last power below the degrees.
    var term = isOdd ? cosine : 1.0
    var sum = degreesOfFreedom == 1 ? 0 : term
    var power = isOdd ? 1 : 0
    while power + 2 <= degreesOfFreedom - 2 {
      term *= cosine * cosine * Double(power + 1) / Double(power + 2)
      power += 2
      sum += term
    }
    let within = isOdd ? 2 / Double.pi * (angle + sine * sum) : sine * sum
    return min(max(1 - within, 0), 1)
  }

  /// The 0.975 quantile, for two-sided 95 % intervals.
  ///
  /// Newton's method on the probability, from the expansion of Cornish and Fisher (Abramowitz and
  /// Stegun 1964, 26.7.5).
  ///
  /// - Precondition: at least one degree of freedom.
  static func upper95(degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom > 0, "an interval needs two clusters")
    if degreesOfFreedom == 1 { return Double.tan(0.475 * Double.pi) }
    if degreesOfFreedom == 2 { return 0.95 * (2 / (1 - 0.95 * 0.95)).squareRoot() }
    let n = Double(degreesOfFreedom)
    let density =
      Double.exp(Double.logGamma((n + 1) / 2) - Double.logGamma(n / 2))
      / (n * Double.pi).squareRoot()
    var t = expansion(n)
    for _ in 0..<4 {
      let slope = 2 * density * Double.pow(1 + t * t / n, -(n + 1) / 2)
      t += (outside(t, degreesOfFreedom: degreesOfFreedom) - 0.05) / slope
    }
    return t
  }

  private static func expansion(_ n: Double) -> Double {
    let z = Interval.z
    let s = z * z
    let first = z * (s + 1) / 4
    let second = z * (5 * s * s + 16 * s + 3) / 96
    let third = z * (3 * s * s * s + 19 * s * s + 17 * s - 15) / 384
    let fourth =
      z * (79 * s * s * s * s + 776 * s * s * s + 1_482 * s * s - 1_920 * s - 945) / 92_160
    return z + (first + (second + (third + fourth / n) / n) / n) / n
  }
}
