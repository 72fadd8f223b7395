import RealModule
import Settings
import Vocabulary

/// How much likelier a run of messages with certain cues is under grooming than in ordinary talk.
///
/// The logarithm of the likelihood ratio, cue by cue as if they were independent.
struct CueWeights: Sendable {
  /// The weight of a run that has none of the cues.
  private let without: Double
  /// What each cue adds to that where it is there, by its bit.
  private let weights: [Double]

  /// What a platform believes of runs by groomers, as it would fit it to reviewed cases: near the
  /// default campaigns.
  static let believedGroomingRates = Table<Cue>(
    [
      .asksAge: 0.12, .asksWhereabouts: 0.10, .asksWhoIsNear: 0.08, .flatters: 0.20,
      .offersGift: 0.04, .asksSecrecy: 0.08, .movesPlatform: 0.08, .proposesMeeting: 0.05,
    ], others: 0)
  /// What it believes of ordinary runs: near the default talk.
  static let believedOrdinaryRates = Table<Cue>(
    [
      .asksAge: 0.02, .asksWhereabouts: 0.03, .asksWhoIsNear: 0.015, .flatters: 0.06,
      .offersGift: 0.008, .asksSecrecy: 0.01, .movesPlatform: 0.02, .proposesMeeting: 0.04,
    ], others: 0)

  /// The weights by these beliefs, whatever a scenario says of them.
  static let believed = CueWeights(
    grooming: believedGroomingRates, ordinary: believedOrdinaryRates)

  /// Makes the weights of what is believed of each cue: how likely a run has it.
  init(grooming: Table<Cue>, ordinary: Table<Cue>) {
    var without = 0.0
    var weights = [Double](repeating: 0, count: 16)
    for cue in Cue.allCases {
      let grooming = Self.inside(grooming[cue])
      let ordinary = Self.inside(ordinary[cue])
      let absent = Double.log((1 - grooming) / (1 - ordinary))
      without += Self.onGrid(absent)
      weights[cue.bit] = Self.onGrid(Double.log(grooming / ordinary) - absent)
    }
    self.without = without
    self.weights = weights
  }

  /// The weight of a run with some cues, in nats: a multiple of 2⁻³², so that sums are exact.
  func weight(of cues: CueSet) -> Double {
    var sum = without
    var bits = cues.rawValue
    while bits != 0 {
      sum += weights[bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    return sum
  }

  /// The nearest multiple of 2⁻³²: sums of such are exact, so that the same cues in another order give
  /// the same score.
  private static func onGrid(_ weight: Double) -> Double { (weight * 0x1p32).rounded() * 0x1p-32 }

  /// A probability that leaves a cue neither impossible nor certain.
  private static func inside(_ probability: Double) -> Double {
    min(max(probability, 1e-6), 1 - 1e-6)
  }
}
