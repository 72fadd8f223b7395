import RealModule
import Settings
public import Vocabulary

/// How much what is reported of a groomer's run of messages tells, with the true rates of both sides.
///
/// The likelihoods are those that events are drawn with: of the campaign's cues in its stage, and of
/// the cues in an adult's ordinary talk with a child who is not family, each as the platform's
/// classifier reports it at that time. No detector may know them.
public struct CueEvidence: Sendable {
  private let classifier: CueClassifier
  private let ordinary: Table<Cue>
  private let conducts: [CampaignSettings]

  /// Takes the rates of a scenario.
  public init(campaigns: CampaignSettings, activity: ActivitySettings) {
    classifier = CueClassifier(activity.classifier)
    ordinary = activity.messages.elderCues
    conducts = campaigns.profiles.map(campaigns.conduct)
  }

  /// The logarithm of how much likelier the cues are in a groomer's run than in an ordinary one.
  ///
  /// - Parameters:
  ///   - cues: those reported.
  ///   - profile: the groomer's profile, as a position in the scenario's list.
  ///   - stage: what the contact is in.
  ///   - time: when the run is written.
  /// - Returns: nats; infinite where ordinary talk never has such cues.
  /// - Complexity: linear in cues.
  public func logLikelihoodRatio(
    of cues: CueSet, profile: Int, stage: Stage, at time: SimTime
  ) -> Double {
    let conduct = conducts[profile]
    let step = time.day / CueClassifier.daysPerStep
    let grooming = classifier.reportedShares(
      conduct.cues[stage], factor: conduct.cueScale, step: step)
    let usual = classifier.reportedShares(ordinary, factor: 1, step: step)
    var sum = 0.0
    for (index, cue) in Cue.allCases.enumerated() where grooming[index] != usual[index] {
      sum +=
        cues.contains(cue)
        ? Double.log(grooming[index] / usual[index])
        : Double.log((1 - grooming[index]) / (1 - usual[index]))
    }
    return sum
  }
}
