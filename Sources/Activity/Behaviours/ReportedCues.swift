import Randomness
import Settings
import Vocabulary

/// What the platform's classifier reports of runs of messages in which each cue has a probability
/// that stays the same.
///
/// The same distribution as `CueClassifier.observe`, by one draw from a table of all sets of cues.
struct ReportedCues: Sendable {
  /// One probability per set, ascending by its bits.
  fileprivate let sets: Categorical

  /// Draws what is reported of a run.
  func sample(using stream: inout RandomStream) -> CueSet {
    CueSet(rawValue: UInt16(sets.sample(using: &stream)))
  }
}

extension CueClassifier {
  /// What is reported of runs in which cues have given probabilities.
  ///
  /// - Parameters:
  ///   - rates: the probability of each cue in a run.
  ///   - factor: what the rates are multiplied by.
  /// - Returns: what to draw from.
  func reports(of rates: Table<Cue>, factor: Double = 1) -> ReportedCues {
    var weights = [1.0]
    // One cue after the other, by bit: the sets without it, then those with it.
    for cue in Cue.allCases.sorted(by: { $0.bit < $1.bit }) {
      let index = Cue.allCases.firstIndex(of: cue) ?? 0
      let noticed = min(rates.values[index] * factor, 1) * sensitivity
      let reported = 1 - (1 - noticed) * (1 - falsePositiveRate)
      weights = weights.map { $0 * (1 - reported) } + weights.map { $0 * reported }
    }
    return ReportedCues(sets: Categorical(weights: weights))
  }
}
