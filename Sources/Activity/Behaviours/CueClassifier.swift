import Randomness
import Settings
import Vocabulary

/// The platform's text classifier: an imperfect view of the cues that are really there.
///
/// Nothing but its output is ever recorded; a detector cannot see through it. It may get better or
/// worse as the run goes on, in a step every 30 days.
struct CueClassifier: Sendable {
  private let settings: ClassifierSettings

  /// Days between two steps of drift: our choice, a month.
  static let daysPerStep = 30

  init(_ settings: ClassifierSettings) {
    self.settings = settings
  }

  /// Draws which cues the classifier reports of a run of messages.
  ///
  /// - Parameters:
  ///   - rates: the probability of each cue in a run.
  ///   - factor: what the rates are multiplied by.
  ///   - time: when the run is written.
  ///   - stream: where the draws come from.
  /// - Returns: the cues reported, right and wrong.
  func observe(
    _ rates: Table<Cue>, factor: Double = 1, at time: SimTime, using stream: inout RandomStream
  ) -> CueSet {
    let shares = reportedShares(rates, factor: factor, step: time.day / Self.daysPerStep)
    var cues = CueSet()
    for (cue, share) in zip(Cue.allCases, shares) where stream.chance(share) {
      cues.insert(CueSet(cue))
    }
    return cues
  }

  /// The probability that each cue is reported of a run: because it is there and noticed, or falsely.
  func reportedShares(_ rates: Table<Cue>, factor: Double, step: Int) -> [Double] {
    let sensitivity = min(max(settings.sensitivity + Double(step) * settings.sensitivityStep, 0), 1)
    var falsely = settings.falsePositiveRate
    for _ in 0..<step { falsely = min(falsely * settings.falsePositiveFactor, 1) }
    return rates.values.map { rate in
      1 - (1 - min(rate * factor, 1) * sensitivity) * (1 - falsely)
    }
  }

  /// How many steps of drift a run can see the classifier through.
  var steps: Int {
    settings.drifts ? CalendarSettings.longestRunDays / Self.daysPerStep + 1 : 1
  }
}
