import Graphs
import Population
import Randomness
import Vocabulary

/// The groomers' hidden courses: whom they approach, and how each contact goes on.
struct Campaigns: Sendable {
  private let settings: CampaignSettings
  private let habits: Habits
  private let answering: Answering
  private let targets: TargetChoice
  private let talk: ContactTalk
  private let seed: UInt64
  private var groomers: [Groomer]
  private var contacts: [Contact] = []
  private var closed: [Contact] = []

  /// The most children a groomer approaches in 30 days, which keeps a long tail finite.
  ///
  /// Our choice; one extreme case had over 5,000 in all (NCA 2020).
  private static let largestReach = 10_000.0

  /// A groomer and what stays the same about one.
  private struct Groomer: Sendable {
    var account: Int
    /// Children approached a day, on average.
    var reachPerDay: Double
    var seeksMeeting: Bool
    /// Children asked who have not answered yet, with when they were asked.
    var pending: [(child: Int, asked: SimTime)] = []
    /// Children who accepted.
    var reached: [UInt32] = []
  }

  init(
    settings: CampaignSettings, habits: Habits, answering: Answering, groomers: [AccountID],
    seed: UInt64
  ) {
    self.settings = settings
    self.habits = habits
    self.answering = answering
    self.seed = seed
    targets = TargetChoice(settings: settings, cast: habits.cast)
    talk = ContactTalk(settings: settings, habits: habits, seed: seed)
    self.groomers = groomers.map { account in
      var stream = RandomStream(
        seed: seed, purpose: .campaigns, entity: UInt64(account.rawValue))
      let reach =
        settings.reachMedian > 0
        ? LogNormal(median: settings.reachMedian, sigma: settings.reachSigma)
          .sample(using: &stream) : 0
      return Groomer(
        account: account.index, reachPerDay: min(reach, Self.largestReach) / 30,
        seeksMeeting: stream.chance(settings.contactDrivenShare))
    }
  }

  /// Begins a day: what was accepted by yesterday becomes contact, of which the platform's state
  /// takes note before anybody acts.
  mutating func begin(_ day: Day, in platform: inout Platform) {
    for index in groomers.indices { beginContacts(of: index, on: day, in: &platform) }
  }

  /// Ends a day: contacts that an unfriending or a block has cut off before they left the platform
  /// end there, and those that are over are closed.
  mutating func end(
    _ day: Day, endings: Exclusions, in platform: inout Platform
  ) {
    for index in contacts.indices {
      let course = contacts[index].course
      guard let time = endings.ending(contacts[index].groomer, contacts[index].child),
        time < course.lastSeen
      else { continue }
      contacts[index].course.cutOff(at: time)
    }
    // Those who broke off may talk as other friends do; those who went elsewhere, or met, do not.
    for contact in contacts {
      let course = contact.course
      guard course.end <= day.end, !course.meets, course.move == nil else { continue }
      platform.inContact.remove(contact.pair)
    }
    closed += contacts.filter { $0.course.end <= day.end }
    contacts.removeAll { $0.course.end <= day.end }
  }

  /// Adds what all groomers, and the children they are in contact with, do on a day.
  mutating func act(on day: Day, in platform: Platform, into draft: inout DayDraft) {
    for index in groomers.indices {
      approachChildren(index, on: day, in: platform, into: &draft)
    }
    for contact in contacts { talk.act(contact, on: day, in: platform, into: &draft) }
  }

  /// The truth as far as the run went.
  func groundTruth(end: SimTime) -> GroundTruth {
    let cases = (closed + contacts).filter(\.course.isSustained)
      .map { $0.truth(end: end) }
      .sorted {
        ($0.firstContact, $0.groomer, $0.child) < ($1.firstContact, $1.groomer, $1.child)
      }
    return GroundTruth(
      groomers: groomers.map { AccountID($0.account) }, cases: cases, end: end)
  }

  /// Turns the requests that were accepted by yesterday into contacts.
  private mutating func beginContacts(
    of index: Int, on day: Day, in platform: inout Platform
  ) {
    let groomer = groomers[index]
    for (child, asked) in groomer.pending {
      let pair = Platform.Pair(groomer.account, child)
      guard let befriending = platform.befriending(of: groomer.account, with: child),
        befriending.asked == asked
      else { continue }
      var stream = RandomStream(
        seed: seed, purpose: .caseCourse, entity: pair.entity, counter: UInt32(asked.day))
      let course = Course(
        settings: settings, firstContact: asked, accepted: befriending.accepted,
        seeksMeeting: groomer.seeksMeeting, using: &stream)
      contacts.append(
        Contact(groomer: groomer.account, child: child, firstContact: asked, course: course))
      groomers[index].reached.append(UInt32(child))
      platform.inContact.insert(pair)
    }
    groomers[index].pending.removeAll { child, asked in
      let pair = Platform.Pair(groomer.account, child)
      return platform.openRequests[pair] != asked
    }
  }

  private mutating func approachChildren(
    _ index: Int, on day: Day, in platform: Platform, into draft: inout DayDraft
  ) {
    let groomer = groomers[index]
    var stream = RandomStream(
      seed: seed, purpose: .approaches,
      entity: UInt64(day.number) << 32 | UInt64(groomer.account))
    var asked = Set<Int>()
    for _ in 0..<Poisson(mean: groomer.reachPerDay).sample(using: &stream) {
      guard
        let child = targets.pick(
          for: groomer.account, reached: groomer.reached, in: platform, using: &stream),
        asked.insert(child).inserted
      else { continue }
      let time = habits.time(groomer.account, on: day, using: &stream)
      look(at: child, from: groomer.account, until: time, platform, &stream, &draft)
      if stream.chance(settings.followShare) {
        draft.add(
          Event(
            time: time, kind: .follow, actor: AccountID(groomer.account),
            target: AccountID(child)))
      }
      let request = Event(
        time: time, kind: .request, actor: AccountID(groomer.account), target: AccountID(child))
      let mutual = platform.friends.mutualCount(groomer.account, child)
      draft.propose(answering.answer(to: request, mutual: mutual))
      groomers[index].pending.append((child, time))
    }
  }

  /// Looks at a child's profile and posts on the day of the request, before it.
  private func look(
    at child: Int, from groomer: Int, until time: SimTime, _ platform: Platform,
    _ stream: inout RandomStream, _ draft: inout DayDraft
  ) {
    let views = habits.settings.requests.profileViewsPerRequest - 1
    let looks = 1 + Poisson(mean: views).sample(using: &stream)
    draft.add(
      Event(
        time: time, kind: .profileView, actor: AccountID(groomer), target: AccountID(child),
        count: UInt8(min(looks, 255))))
    for _ in 0..<Poisson(mean: settings.postViewsPerApproach).sample(using: &stream) {
      let second = Int32(stream.uniform() * Double(time.secondOfDay))
      let moment = SimTime(day: time.day, second: second)
      if let view = platform.view(of: child, by: groomer, at: moment, using: &stream) {
        draft.add(view)
      }
    }
  }
}

/// A groomer and a child who has accepted.
struct Contact: Sendable {
  var groomer: Int
  var child: Int
  /// The request.
  var firstContact: SimTime
  var course: Course

  /// The two.
  var pair: Platform.Pair { Platform.Pair(groomer, child) }

  /// The contact as a case of the truth: what happened by the end of the run.
  func truth(end: SimTime) -> GroundTruth.Case {
    func happened(_ time: SimTime?) -> SimTime? { time.flatMap { $0 <= end ? $0 : nil } }
    let approach = GroundTruth.StageStart(stage: .approach, time: firstContact)
    return GroundTruth.Case(
      groomer: AccountID(groomer), child: AccountID(child), firstContact: firstContact,
      stages: [approach] + course.stages.filter { $0.time <= end },
      movedOffPlatform: happened(course.move),
      ended: course.meets ? nil : happened(course.end),
      firstMeeting: course.meets ? happened(course.end) : nil)
  }
}
