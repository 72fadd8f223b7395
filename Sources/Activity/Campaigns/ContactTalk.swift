import Randomness
import RealModule
import Vocabulary

/// What the platform sees of contact between a groomer and a child: talk, and how it ends.
struct ContactTalk: Sendable {
  private let settings: CampaignSettings
  private let habits: Habits
  private let seed: UInt64
  private let classifier: CueClassifier
  private let runLength: LogNormal

  init(settings: CampaignSettings, habits: Habits, seed: UInt64) {
    self.settings = settings
    self.habits = habits
    self.seed = seed
    classifier = CueClassifier(habits.settings.classifier)
    let messages = habits.settings.messages
    runLength = LogNormal(median: messages.runLengthMedian, sigma: messages.runLengthSigma)
  }

  /// Adds what the two do on the platform on a day.
  func act(
    _ contact: Contact, on day: Day, in platform: Platform, into draft: inout DayDraft
  ) {
    let pair = Platform.Pair(contact.groomer, contact.child)
    guard !platform.blocked.contains(pair), contact.course.lastSeen >= day.time(0) else { return }
    var stream = RandomStream(
      seed: seed, purpose: .caseDays, entity: pair.entity, counter: UInt32(day.number))
    talk(contact, on: day, using: &stream, into: &draft)
    if contact.course.end <= day.end, !contact.course.isSustained, contact.course.speaks {
      respond(contact, using: &stream, into: &draft)
    }
  }

  private func talk(
    _ contact: Contact, on day: Day, using stream: inout RandomStream, into draft: inout DayDraft
  ) {
    for _ in 0..<Poisson(mean: settings.runsPerDay).sample(using: &stream) {
      let time = habits.time(contact.child, on: day, using: &stream)
      let cues = classifier.observe(
        settings.cues[contact.course.stage(at: time)], factor: settings.cueScale, using: &stream)
      let length = runLength.sample(using: &stream).rounded(.up)
      let answerLength = runLength.sample(using: &stream).rounded(.up)
      let benign = classifier.observe(habits.settings.messages.benignCues, using: &stream)
      let delay =
        Exponential(rate: 1 / habits.settings.messages.replyMinutes)
        .sample(using: &stream) * 60
      let answers = contact.course.speaks && stream.chance(settings.answerShare)
      // Everything is drawn before any of it is left out, so that what a move or an end cuts off
      // does not change the rest of the day.
      guard time < contact.course.lastSeen else { continue }
      draft.events.append(
        Event(
          time: time, kind: .message, actor: AccountID(contact.groomer),
          target: AccountID(contact.child), detail: cues.rawValue,
          count: UInt8(min(length, 255))))
      let reply = min(time.advanced(bySeconds: 1 + delay), day.end)
      guard answers, reply < contact.course.lastSeen else { continue }
      draft.events.append(
        Event(
          time: reply, kind: .message, actor: AccountID(contact.child),
          target: AccountID(contact.groomer), detail: benign.rawValue,
          count: UInt8(min(answerLength, 255))))
    }
  }

  /// The child ends an uncomfortable contact: by a block, a report, both, or neither.
  private func respond(
    _ contact: Contact, using stream: inout RandomStream, into draft: inout DayDraft
  ) {
    let blocks = stream.chance(settings.responses.block)
    let reports = stream.chance(settings.responses.report)
    func event(_ kind: EventKind) -> Event {
      Event(
        time: contact.course.end, kind: kind, actor: AccountID(contact.child),
        target: AccountID(contact.groomer))
    }
    if reports { draft.events.append(event(.report)) }
    if blocks { draft.events.append(event(.block)) }
  }
}
