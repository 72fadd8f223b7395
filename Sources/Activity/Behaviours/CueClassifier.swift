import Randomness
import Settings
import Vocabulary

/// The platform's text classifier: an imperfect view of the cues that are really there.
///
/// Nothing but its output is ever recorded; a detector cannot see through it.
struct CueClassifier: Sendable {
  let sensitivity: Double
  let falsePositiveRate: Double
  /// Cues passed over before the next false report; nothing if there are no false reports.
  private let falseReports: Geometric?

  init(_ settings: ClassifierSettings) {
    sensitivity = settings.sensitivity
    falsePositiveRate = settings.falsePositiveRate
    let rate = settings.falsePositiveRate
    falseReports = rate < Geometric.smallestProbability ? nil : Geometric(probability: rate)
  }

  /// Draws which cues the classifier reports of a run of messages.
  ///
  /// - Parameters:
  ///   - rates: the probability of each cue in a run.
  ///   - factor: what the rates are multiplied by.
  ///   - stream: where the draws come from.
  /// - Returns: the cues reported, right and wrong.
  func observe(
    _ rates: Table<Cue>, factor: Double = 1, using stream: inout RandomStream
  ) -> CueSet {
    var cues = CueSet()
    for (index, cue) in Cue.allCases.enumerated() {
      // Present and noticed.
      if stream.chance(min(rates.values[index] * factor, 1) * sensitivity) {
        cues.insert(CueSet(cue))
      }
    }
    // False reports are rare: the distance from one to the next is drawn, which takes one draw a
    // run for all cues together.
    guard let falseReports else { return cues }
    var index = falseReports.sample(using: &stream)
    while index < Cue.allCases.count {
      cues.insert(CueSet(Cue.allCases[index]))
      index += 1 + falseReports.sample(using: &stream)
    }
    return cues
  }
}
