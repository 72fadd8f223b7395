/// How far probabilities are from what came true, and why.
///
/// The mean squared distance (Brier 1950, Monthly Weather Review 78, 1-3; MEMORY), which is
/// miscalibration − discrimination + uncertainty with probabilities corrected by an `IsotonicFit`: CORP, by
/// Dimitriadis, Gneiting and Jordan 2021, PNAS 118 (8), doi 10.1073/pnas.2016191118 (the definitions
/// were read in the manual of their package `reliabilitydiag`).
public struct BrierScore: Sendable, Equatable, Codable {
  /// The mean squared distance of probabilities from outcomes: 0 is certain and right, 1 certain and
  /// wrong.
  public var value: Double
  /// How much of it goes if every probability is replaced by the share that came true there.
  ///
  /// 0 where probabilities are true. Never below 0, and above it by chance too, the more the fewer outcomes.
  public var miscalibration: Double
  /// How much lower it is then than if the share of all were given to everybody: 0 where probabilities
  /// tell nobody apart.
  public var discrimination: Double
  /// What giving the share of all to everybody comes to.
  public var uncertainty: Double

  /// Scores probabilities; nil without any.
  ///
  /// - Parameters:
  ///   - probabilities: from 0 to 1, one per outcome.
  ///   - outcomes: whether each came true.
  ///   - weights: how many each stands for, above 0; empty for one each.
  /// - Precondition: the columns are as long as each other.
  /// - Complexity: O(n log n).
  public init?(probabilities: [Double], outcomes: [Bool], weights: [Double] = []) {
    guard !probabilities.isEmpty else { return nil }
    self.init(
      of: IsotonicFit(probabilities: probabilities, outcomes: outcomes, weights: weights),
      probabilities: probabilities, outcomes: outcomes, weights: weights)
  }

  /// Scores probabilities that were fitted.
  public init(
    of fit: IsotonicFit, probabilities: [Double], outcomes: [Bool], weights: [Double] = []
  ) {
    var (squares, total) = (0.0, 0.0)
    for (index, probability) in probabilities.enumerated() {
      let weight = weights.isEmpty ? 1 : weights[index]
      let distance = probability - (outcomes[index] ? 1 : 0)
      squares += weight * distance * distance
      total += weight
    }
    value = squares / total
    let hits = fit.blocks.reduce(0) { $0 + $1.hits } / total
    uncertainty = hits * (1 - hits)
    let corrected = fit.blocks.reduce(0) { $0 + $1.hits * (1 - $1.share) } / total
    miscalibration = max(0, value - corrected)
    discrimination = max(0, uncertainty - corrected)
  }
}
