import Randomness
import RealModule
import Settings
import Vocabulary

/// The platform's text classifier: an imperfect view of the cues that are really there.
///
/// Nothing but its output is ever recorded; a detector cannot see through it.
struct CueClassifier: Sendable {
  private let sensitivity: Double
  private let noFalseCue: Double
  private let falseRate: Double

  init(_ settings: ClassifierSettings) {
    sensitivity = settings.sensitivity
    falseRate = settings.falsePositiveRate
    noFalseCue = Double.pow(1 - settings.falsePositiveRate, Double(Cue.allCases.count))
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
    guard !stream.chance(noFalseCue) else { return cues }
    // At least one false report: one is certain, further ones have their own chance.
    let first = Cue.allCases[stream.below(Cue.allCases.count)]
    cues.insert(CueSet(first))
    for cue in Cue.allCases where cue != first && stream.chance(falseRate) {
      cues.insert(CueSet(cue))
    }
    return cues
  }
}
