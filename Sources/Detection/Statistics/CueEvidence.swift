import RealModule
import Settings
import Vocabulary

/// How much likelier the cues of a run of messages are under grooming than in ordinary talk, cue by
/// cue as if independent.
///
/// By the default beliefs of the detector of conversation cues, whatever a scenario says of them:
/// what it gives is a feature, and a feature means the same in every run.
struct CueEvidence {
  /// The weight of a run that has none of the cues.
  private let without: Double
  /// What each cue adds to that where it is there, by its bit.
  private let weights: [Double]

  init() {
    let beliefs = ConversationCuesSettings()
    var without = 0.0
    var weights = [Double](repeating: 0, count: 16)
    for cue in Cue.allCases {
      let (grooming, ordinary) = (beliefs.groomingRates[cue], beliefs.ordinaryRates[cue])
      let absent = Double.log((1 - grooming) / (1 - ordinary))
      without += absent
      weights[cue.bit] = Double.log(grooming / ordinary) - absent
    }
    self.without = without
    self.weights = weights
  }

  /// The log-likelihood ratio of one run, in nats.
  func weight(of cues: CueSet) -> Double {
    var sum = without
    var bits = cues.rawValue
    while bits != 0 {
      sum += weights[bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    return sum
  }
}
