import Foundation

/// How values become positions along an axis.
struct Scale {
  /// What equal lengths stand for.
  enum Kind {
    /// Equal differences.
    case linear
    /// Equal ratios; the ends are above 0.
    case logarithmic
  }

  let kind: Kind
  let lower: Double
  let upper: Double

  /// Makes a scale.
  ///
  /// - Precondition: the ends differ, and are above 0 if ratios count.
  init(_ kind: Kind, from lower: Double, to upper: Double) {
    precondition(lower < upper, "a scale from \(lower) to \(upper)")
    if case .logarithmic = kind { precondition(lower > 0, "no logarithm of \(lower)") }
    self.kind = kind
    self.lower = lower
    self.upper = upper
  }

  /// Where a value is between the ends, 0 to 1; values beyond an end are at it.
  func position(of value: Double) -> Double {
    let inside = min(max(value, lower), upper)
    switch kind {
    case .linear: return (inside - lower) / (upper - lower)
    case .logarithmic: return log(inside / lower) / log(upper / lower)
    }
  }

  /// Values to mark: round ones, from end to end.
  ///
  /// About so many; on a scale of ratios every power of ten, and 2 and 5 times it where there is
  /// room.
  func ticks(about count: Int) -> [Double] {
    switch kind {
    case .linear: linearTicks(about: count)
    case .logarithmic: logarithmicTicks(about: count)
    }
  }

  private func linearTicks(about count: Int) -> [Double] {
    let rough = (upper - lower) / Double(max(count, 1))
    let power = pow(10, floor(log10(rough)))
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999 } ?? rough
    let first = Int((lower / step - 1e-9).rounded(.up))
    let last = Int((upper / step + 1e-9).rounded(.down))
    return first > last ? [] : (first...last).map { Double($0) * step }
  }

  private func logarithmicTicks(about count: Int) -> [Double] {
    let powers = Int(floor(log10(lower) + 1e-9))...Int(ceil(log10(upper) - 1e-9))
    let decades = log10(upper / lower)
    let factors: [Double] = decades * 3 <= Double(count) * 1.3 ? [1, 2, 5] : [1]
    return powers.flatMap { power in factors.map { $0 * pow(10, Double(power)) } }
      .filter { $0 >= lower * 0.999 && $0 <= upper * 1.001 }
  }
}
