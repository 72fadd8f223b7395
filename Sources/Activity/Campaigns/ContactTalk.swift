import Randomness
import Vocabulary

/// What the platform sees of contact between a groomer and a child: talk, and how it ends.
struct ContactTalk: Sendable {
  /// What children do when they end an uncomfortable contact.
  let responses: ChildResponse.Draw
  private let settings: CampaignSettings
  private let habits: Habits
  private let seed: UInt64
  private let classifier: CueClassifier
  private let runLength: RunLength

  init(settings: CampaignSettings, habits: Habits, seed: UInt64) {
    self.settings = settings
    self.habits = habits
    self.seed = seed
    responses = ChildResponse.Draw(settings.responses)
    classifier = CueClassifier(habits.settings.classifier)
    runLength = RunLength(habits.settings.messages)
  }

  /// Adds what the two do on the platform on a day.
  func act(
    _ contact: Contact, on day: Day, in platform: Platform, into draft: inout DayDraft
  ) {
    let pair = Platform.Pair(contact.groomer, contact.child)
    guard !platform.isBlocked(contact.groomer, contact.child),
      contact.course.lastSeen >= day.time(0)
    else { return }
    var stream = RandomStream(
      seed: seed, purpose: .caseDays, entity: pair.entity, counter: UInt32(day.number))
    talk(contact, on: day, using: &stream, into: &draft)
    // Of what the child does once they have moved on the platform sees nothing.
    if contact.course.end <= day.end, contact.course.move == nil {
      respond(contact, into: &draft)
    }
  }

  private func talk(
    _ contact: Contact, on day: Day, using stream: inout RandomStream, into draft: inout DayDraft
  ) {
    for _ in 0..<Poisson(mean: settings.runsPerDay).sample(using: &stream) {
      let time = habits.time(contact.child, on: day, using: &stream)
      let delay =
        Exponential(rate: 1 / habits.settings.messages.replyMinutes)
        .sample(using: &stream) * 60
      let childStarts = contact.course.speaks && stream.chance(settings.childStartsShare)
      let second = time.advanced(bySeconds: 1 + delay)
      let groomers = groomersRun(
        contact, at: childStarts ? second : time, using: &stream)
      let childs = childsRun(contact, at: childStarts ? time : second, on: day, using: &stream)
      let answers = contact.course.speaks && stream.chance(settings.answerShare)
      // Everything is drawn before any of it is left out, so that what a move or an end cuts off
      // does not change the rest of the day.
      let (first, reply) = childStarts ? (childs, groomers) : (groomers, childs)
      guard isSeen(first, of: contact) else { continue }
      draft.add(first)
      guard childStarts || answers, isSeen(reply, of: contact) else { continue }
      draft.add(reply)
    }
  }

  /// Whether a run falls into the time in which the platform sees the two talk.
  private func isSeen(_ run: Event, of contact: Contact) -> Bool {
    run.time > contact.course.accepted && run.time < contact.course.lastSeen
  }

  private func groomersRun(
    _ contact: Contact, at time: SimTime, using stream: inout RandomStream
  ) -> Event {
    let cues = classifier.observe(
      settings.cues[contact.course.stage(at: time)], factor: settings.cueScale, at: time,
      using: &stream)
    return Event(
      time: time, kind: .message, actor: AccountID(contact.groomer),
      target: AccountID(contact.child), detail: cues.rawValue,
      count: runLength.sample(using: &stream))
  }

  /// A run by the child: with the cues of ordinary talk, among new friends while they are new.
  private func childsRun(
    _ contact: Contact, at time: SimTime, on day: Day, using stream: inout RandomStream
  ) -> Event {
    let messages = habits.settings.messages
    let isNew = habits.isNew(friendsSince: contact.course.accepted, on: day)
    let cues = classifier.observe(
      messages.benignCues, factor: isNew ? messages.newFriendCueFactor : 1, at: time,
      using: &stream)
    return Event(
      time: time, kind: .message, actor: AccountID(contact.child),
      target: AccountID(contact.groomer), detail: cues.rawValue,
      count: runLength.sample(using: &stream))
  }

  /// What the platform sees of the child's ending an uncomfortable contact.
  private func respond(_ contact: Contact, into draft: inout DayDraft) {
    for (response, kind) in [(ChildResponse.report, EventKind.report), (.block, .block)]
    where contact.course.response.contains(response) {
      draft.add(
        Event(
          time: contact.course.end, kind: kind, actor: AccountID(contact.child),
          target: AccountID(contact.groomer)))
    }
  }
}
