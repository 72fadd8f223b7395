import Graphs
import Population
import Randomness
import State
import Vocabulary

/// The groomers' hidden courses: whom they approach, and how each contact goes on.
struct Campaigns: Sendable {
  private let settings: CampaignSettings
  /// What groomers of each profile do, in the order of the settings' profiles.
  private let conducts: [Conduct]
  private let approach: Approach
  private let targets: TargetChoice
  private let recontact: Recontact
  private let seed: UInt64
  private var groomers: [Groomer]
  private var contacts: [Contact] = []
  private var closed: [Contact] = []

  /// The most children a groomer approaches in 30 days, which keeps a long tail finite.
  ///
  /// Our choice; one extreme case had over 5,000 in all (NCA 2020).
  private static let largestReach = 10_000.0

  /// What groomers of one profile do.
  private struct Conduct: Sendable {
    var settings: CampaignSettings
    var talk: ContactTalk
  }

  /// Prepares the campaigns of a world's groomers.
  init(
    settings: CampaignSettings, habits: Habits, answering: Answering, world: World, seed: UInt64
  ) {
    self.settings = settings
    self.seed = seed
    approach = Approach(habits: habits, answering: answering, seed: seed)
    targets = TargetChoice(
      settings: settings, cast: habits.cast, declaredPlaces: world.declared.places)
    recontact = Recontact(platforms: world.accountPlatforms, seed: seed)
    conducts = settings.profiles.map { profile in
      let conduct = settings.conduct(of: profile)
      return Conduct(
        settings: conduct, talk: ContactTalk(settings: conduct, habits: habits, seed: seed))
    }
    let profiles = GroomerProfiles(settings.groomerTraits, seed: seed)
    let accounts = Dictionary(grouping: world.groomers) { world.owners[$0.index] }
    groomers = accounts.sorted { $0.key < $1.key }.map { person, accounts in
      let profile = profiles.profile(of: person)
      let conduct = settings.conduct(of: settings.profiles[profile])
      var stream = RandomStream(seed: seed, purpose: .campaigns, entity: UInt64(person))
      let reach =
        conduct.reachMedian > 0
        ? LogNormal(median: conduct.reachMedian, sigma: conduct.reachSigma)
          .sample(using: &stream) : 0
      return Groomer(
        person: person, accounts: accounts.map(\.index).sorted(), profile: profile,
        reachPerDay: min(reach, Self.largestReach) / 30,
        seeksMeeting: stream.chance(conduct.contactDrivenShare),
        platforms: world.accountPlatforms, weights: settings.platformWeights)
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
    for contact in contacts where contact.course.end <= day.end && !contact.course.meets {
      // Those who broke off may talk as other friends do; those who went elsewhere, or met, do not.
      if contact.course.move == nil { platform.inContact.remove(contact.pair) }
      if platform.isBlocked(contact.groomer, contact.child) {
        askAgain(
          contact.owner, Groomer.Asked(contact.groomer, contact.child, contact.firstContact),
          after: day, in: platform)
      }
    }
    closed += contacts.filter { $0.course.end <= day.end }
    contacts.removeAll { $0.course.end <= day.end }
  }

  /// Adds what all groomers, and the children they are in contact with, do on a day.
  mutating func act(on day: Day, in platform: Platform, into draft: inout DayDraft) {
    for index in groomers.indices {
      planApproaches(index, on: day, in: platform)
      takeSteps(index, on: day, in: platform, into: &draft)
    }
    for contact in contacts {
      let talk = conducts[groomers[contact.owner].profile].talk
      talk.act(contact, on: day, in: platform, into: &draft)
    }
  }

  /// The truth as far as the run went.
  func groundTruth(end: SimTime) -> GroundTruth {
    let cases = (closed + contacts).filter(\.course.isSustained)
      .map { $0.truth(end: end) }
      .sorted {
        ($0.firstContact, $0.groomer, $0.child) < ($1.firstContact, $1.groomer, $1.child)
      }
    let accounts = groomers.flatMap { groomer in
      groomer.accounts.map { (account: $0, profile: UInt8(groomer.profile)) }
    }.sorted { $0.account < $1.account }
    return GroundTruth(
      groomers: accounts.map { AccountID($0.account) }, profiles: settings.profiles.map(\.name),
      groomerProfiles: accounts.map(\.profile), cases: cases, end: end)
  }
}

extension Campaigns {
  /// Turns the requests that were accepted by yesterday into contacts.
  private mutating func beginContacts(
    of index: Int, on day: Day, in platform: inout Platform
  ) {
    let groomer = groomers[index]
    guard !groomer.pending.isEmpty else { return }
    let conduct = conducts[groomer.profile]
    for asked in groomer.pending {
      let pair = Platform.Pair(asked.account, asked.child)
      guard let befriending = platform.befriending(of: asked.account, with: asked.child),
        befriending.asked == asked.time
      else { continue }
      var stream = RandomStream(
        seed: seed, purpose: .caseCourse, entity: pair.entity, counter: UInt32(asked.time.day))
      let course = Course(
        settings: conduct.settings, responses: conduct.talk.responses, firstContact: asked.time,
        accepted: befriending.accepted, seeksMeeting: groomer.seeksMeeting, using: &stream)
      contacts.append(
        Contact(
          groomer: asked.account, child: asked.child, owner: index, firstContact: asked.time,
          course: course))
      groomers[index].reached.append(UInt32(asked.child))
      platform.inContact.insert(pair)
    }
    groomers[index].pending.removeAll { asked in
      platform.openRequests[Platform.Pair(asked.account, asked.child)] != asked.time
    }
    for asked in groomer.pending
    where platform.isBlocked(asked.account, asked.child)
      && platform.openRequests[Platform.Pair(asked.account, asked.child)] == nil
    {
      askAgain(index, asked, after: day, in: platform)
    }
  }

  /// After a block, another account of the same person may ask.
  private mutating func askAgain(
    _ index: Int, _ asked: Groomer.Asked, after day: Day, in platform: Platform
  ) {
    guard
      let step = recontact.step(
        after: asked, of: groomers[index], conduct: conducts[groomers[index].profile].settings,
        on: day, in: platform)
    else { return }
    groomers[index].steps.append(step)
  }

  /// Decides whom to approach from this day on.
  private mutating func planApproaches(_ index: Int, on day: Day, in platform: Platform) {
    let groomer = groomers[index]
    let conduct = conducts[groomer.profile].settings
    var stream = RandomStream(
      seed: seed, purpose: .approaches, entity: UInt64(day.number) << 32 | UInt64(groomer.person))
    for _ in 0..<Poisson(mean: groomer.reachPerDay).sample(using: &stream) {
      let account = groomer.account(using: &stream)
      guard
        let child = targets.pick(
          for: account, conduct: conduct, reached: groomer.reached, in: platform,
          using: &stream),
        !groomers[index].isAfter(child)
      else { continue }
      groomers[index].steps += approach.steps(
        from: account, to: child, conduct: conduct, on: day, in: platform, using: &stream)
    }
  }

  /// Takes the steps that are due, where they still make sense.
  private mutating func takeSteps(
    _ index: Int, on day: Day, in platform: Platform, into draft: inout DayDraft
  ) {
    let steps = groomers[index].steps
    guard !steps.isEmpty else { return }
    for step in steps
    where step.day <= day.number && platform.mayRequest(step.account, step.target) {
      let time = approach.act(
        step, conduct: conducts[groomers[index].profile].settings, on: day, in: platform,
        into: &draft)
      guard step.isTarget else { continue }
      groomers[index].pending.append(Groomer.Asked(step.account, step.target, time))
    }
    groomers[index].steps.removeAll { $0.day <= day.number }
  }
}

extension Campaigns {
  /// Writes down what groomers have in hand, and all contacts.
  func save(to state: inout StateWriter) {
    for groomer in groomers {
      state.write(groomer.steps)
      state.write(groomer.pending)
      state.write(groomer.reached)
    }
    for contacts in [contacts, closed] {
      state.write(contacts.count)
      for contact in contacts { contact.save(to: &state) }
    }
  }

  /// Takes over what was written down.
  mutating func restore(from state: inout StateReader) throws(StateMismatch) {
    for index in groomers.indices {
      groomers[index].steps = try state.readAll()
      groomers[index].pending = try state.readAll()
      groomers[index].reached = try state.readAll()
    }
    contacts = try Self.contacts(from: &state)
    closed = try Self.contacts(from: &state)
    guard (contacts + closed).allSatisfy({ groomers.indices.contains($0.owner) }) else {
      throw StateMismatch()
    }
  }

  private static func contacts(
    from state: inout StateReader
  ) throws(StateMismatch) -> [Contact] {
    var contacts: [Contact] = []
    for _ in 0..<max(try state.read(Int.self), 0) { contacts.append(try Contact(from: &state)) }
    return contacts
  }
}
