import Randomness
import Settings
import Vocabulary

/// What the platform's classifier reports of runs of messages in which each cue has a probability
/// that stays the same.
///
/// The same distribution as `CueClassifier.observe`, by one draw from a table of all sets of cues.
struct ReportedCues: Sendable {
  /// One probability per set, ascending by its bits, for each step of the classifier's drift.
  fileprivate let sets: [Categorical]

  /// Draws what is reported of a run.
  func sample(at time: SimTime, using stream: inout RandomStream) -> CueSet {
    let step = min(time.day / CueClassifier.daysPerStep, sets.count - 1)
    return CueSet(rawValue: UInt16(sets[step].sample(using: &stream)))
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
    ReportedCues(
      sets: (0..<steps).map { step in
        let shares = reportedShares(rates, factor: factor, step: step)
        var weights = [1.0]
        // One cue after the other, by bit: the sets without it, then those with it.
        for (_, share) in zip(Cue.allCases, shares).sorted(by: { $0.0.bit < $1.0.bit }) {
          weights = weights.map { $0 * (1 - share) } + weights.map { $0 * share }
        }
        return Categorical(weights: weights)
      })
  }
}
