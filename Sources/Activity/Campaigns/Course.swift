import Randomness
import State
import Vocabulary

/// How contact between a groomer and a child goes on once the child has accepted, drawn at once.
struct Course: Sendable {
  /// Whether the child answers at all.
  var speaks: Bool
  /// Whether contact is sustained: a case of the truth.
  var isSustained: Bool
  /// When contact ends, met or not.
  var end: SimTime
  /// Whether they meet at the end.
  var meets: Bool
  /// When the child accepted.
  var accepted: SimTime
  /// When each stage after the approach begins, in order of stage.
  var stages: [GroundTruth.StageStart]
  /// When talk moves off the platform, if it does.
  var move: SimTime?
  /// What the child does about it at the end, where they talk and do not meet.
  private(set) var response: ChildResponse = []

  /// Where the stages begin, as shares of the time from acceptance to the end: our choice.
  ///
  /// Contact that seeks no meeting never comes to arranging one.
  private static let stageShares: [(stage: Stage, share: Double)] = [
    (.rapport, 0.05), (.isolation, 0.35), (.arranging, 0.80),
  ]

  /// Contact that is not sustained fades or is ended within days: our choice, medians in days.
  private static let answeredMedianDays = 4.0
  private static let unansweredMedianDays = 2.0
  private static let briefSigma = 0.8

  /// Draws the course.
  ///
  /// - Parameters:
  ///   - settings: what the scenario says of groomers like this one.
  ///   - responses: what children do when they end an uncomfortable contact.
  ///   - firstContact: the request, from which the pace to a meeting is counted.
  ///   - accepted: when the child accepted.
  ///   - seeksMeeting: whether the groomer would seek one.
  ///   - stream: where the draws come from.
  init(
    settings: CampaignSettings, responses: ChildResponse.Draw, firstContact: SimTime,
    accepted: SimTime, seeksMeeting: Bool, using stream: inout RandomStream
  ) {
    self.accepted = accepted
    speaks = stream.chance(settings.speakShare)
    isSustained = speaks && stream.chance(settings.sustainedShare)
    meets = isSustained && seeksMeeting && stream.chance(settings.meetingShare)
    guard isSustained else {
      let median = speaks ? Self.answeredMedianDays : Self.unansweredMedianDays
      let days = LogNormal(median: median, sigma: Self.briefSigma).sample(using: &stream)
      end = accepted.advanced(byDays: days)
      stages = []
      move = nil
      if speaks { response = responses.sample(using: &stream) }
      return
    }
    let pace = Self.days(settings.pace, using: &stream)
    let least = accepted.advanced(byDays: 0.5)
    let start = meets ? firstContact : accepted
    end = max(start.advanced(byDays: pace), least)
    let length = end.days(since: accepted)
    stages = []
    for (stage, share) in Self.stageShares where stage != .arranging || meets {
      stages.append(
        GroundTruth.StageStart(stage: stage, time: accepted.advanced(byDays: length * share)))
    }
    let asks = stream.chance(settings.moveAskedShare)
    let agrees = stream.chance(settings.moveAgreedShare)
    let wait = LogNormal(median: settings.moveMedianDays, sigma: settings.moveSigma)
      .sample(using: &stream)
    let moved = accepted.advanced(byDays: wait)
    move = asks && agrees && moved < end ? moved : nil
    if !meets { response = responses.sample(using: &stream) }
  }

  /// When the child told an adult, which ended the contact.
  var told: SimTime? { response.contains(.tellAdult) ? end : nil }

  /// The stage that contact is in at a time.
  func stage(at time: SimTime) -> Stage {
    stages.last { $0.time <= time }?.stage ?? .approach
  }

  /// Ends contact early, without a meeting, by what somebody else has them do.
  mutating func cutOff(at time: SimTime) {
    end = min(end, time)
    meets = false
    move = nil
    response = []
    stages.removeAll { $0.time > time }
  }

  /// When the platform sees the last of it.
  var lastSeen: SimTime { min(move ?? end, end) }

  private static func days(_ pace: PaceSettings, using stream: inout RandomStream) -> Double {
    let slow = stream.chance(pace.slowShare)
    let time =
      slow
      ? LogNormal(median: pace.slowMedianDays, sigma: pace.slowSigma)
      : LogNormal(median: pace.fastMedianDays, sigma: pace.fastSigma)
    return time.sample(using: &stream)
  }
}

extension Course {
  /// Writes the course down.
  func save(to state: inout StateWriter) {
    state.write([speaks, isSustained, meets])
    state.write([end, accepted])
    state.write(stages)
    state.write(move.map { [$0] } ?? [])
    state.write(response.rawValue)
  }

  /// Takes over a course that was written down.
  init(from state: inout StateReader) throws(StateMismatch) {
    let flags = try state.readAll(Bool.self)
    let times = try state.readAll(SimTime.self)
    guard flags.count == 3, times.count == 2 else { throw StateMismatch() }
    (speaks, isSustained, meets) = (flags[0], flags[1], flags[2])
    (end, accepted) = (times[0], times[1])
    stages = try state.readAll()
    move = try state.readAll(SimTime.self).first
    response = ChildResponse(rawValue: try state.read())
  }
}
