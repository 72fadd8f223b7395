import Graphs
import Parallelism
public import Population
import Randomness
public import State
public import Vocabulary

/// Ordinary life and hidden campaigns over a world, one day after the other.
///
/// Everybody acts on the state as a day began, side by side. Then, a part of the day after the
/// other, it is settled in the order of time what of that comes about (two requests of one pair, a
/// message after a block), which moves the state on; and the events of the part are put in order,
/// slices of it side by side. Every draw is a function of seed, purpose, account and day, so the
/// events are the same on any number of threads, and what happens on a day changes nothing before
/// it.
public struct Simulation: EventSource, Sendable {
  private let seed: UInt64
  private let threads: Int
  private let calendar: SchoolCalendar
  /// Whether the platform is down, one value per day.
  private let outageDays: [Bool]
  private let behaviours: BehaviourCatalogue
  private var slices: DaySlices
  private let isChild: Flags
  private var campaigns: Campaigns
  private var acquaintances: Acquaintances
  private var platform: Platform
  private var agenda: Agenda
  /// One for each block of accounts, and the last for the campaigns.
  private var drafts: [DayDraft]
  private var settlement: Settlement
  /// The slices of the part that was laid last.
  private var laid: [DaySlice]
  /// How many of these have been handed out.
  private var slicesGiven: Int
  /// The day and the part of it that are next.
  private var day = 0
  private var part = 0
  private var eventCount = 0
  private var isIntervenedIn = false

  /// Accounts that one thread takes at a time.
  private static let blockSize = 2_048
  /// Accounts that one behaviour after the other takes: few enough for their friends to stay in fast
  /// memory meanwhile.
  private static let groupSize = 128

  /// Prepares the first day.
  ///
  /// - Parameters:
  ///   - world: who there is.
  ///   - calendar: which days are simulated.
  ///   - activity: ordinary life.
  ///   - campaigns: what the world's groomers do.
  ///   - seed: the seed of the run.
  ///   - threads: how many threads may work.
  public init(
    world: World, calendar: CalendarSettings, activity: ActivitySettings,
    campaigns: CampaignSettings, seed: UInt64, threads: Int
  ) {
    self.seed = seed
    self.threads = threads
    self.calendar = SchoolCalendar(calendar)
    outageDays = calendar.outageDays
    let cast = Cast(world: world, settings: activity, seed: seed)
    let habits = Habits(settings: activity, cast: cast)
    let answering = Answering(settings: activity, cast: cast, seed: seed)
    behaviours = BehaviourCatalogue(habits: habits, answering: answering)
    self.campaigns = Campaigns(
      settings: campaigns, habits: habits, answering: answering, world: world, seed: seed)
    acquaintances = Acquaintances(habits: habits, groomers: world.groomers, seed: seed)
    let graph = world.friendships.adjacency()
    platform = Platform(
      friends: GrowingAdjacency(graph),
      postSerials: cast.postHistory(
        settings: activity.posts, declared: world.declared, seed: seed))
    agenda = Agenda(outageDays: calendar.outageDays)
    let accounts = world.accountCount
    slices = DaySlices(accounts: accounts)
    drafts = Array(
      repeating: DayDraft(), count: (accounts + Self.blockSize - 1) / Self.blockSize + 1)
    settlement = Settlement(cast: cast, seed: seed)
    isChild = cast.isChild
    laid = Array(repeating: DaySlice(), count: slices.perPart)
    slicesGiven = slices.perPart
  }

  /// Cuts days otherwise than is fastest, before the first: no byte may depend on it.
  mutating func cut(into slices: DaySlices) {
    precondition(day == 0 && part == 0, "days are cut before the first begins")
    self.slices = slices
    laid = Array(repeating: DaySlice(), count: slices.perPart)
    slicesGiven = slices.perPart
  }

  /// How many days have been simulated and handed out.
  public var daysDone: Int {
    // The day ends when its last part has been laid, a little before that is handed out.
    part == 0 && laid[slicesGiven...].contains { !$0.log.isEmpty } ? day - 1 : day
  }

  /// How many days there are in all.
  public var dayCount: Int { calendar.count }

  /// What really happened in the days simulated so far.
  public var groundTruth: GroundTruth {
    var truth = campaigns.groundTruth(end: SimTime(rawValue: SimTime(day: day).rawValue - 1))
    truth.meetings = acquaintances.meetings(until: truth.end)
    return truth
  }

  /// The first moment that has not been simulated, from which an intervention may begin.
  public var openFrom: SimTime {
    SimTime(day: day, second: slices.firstSecond(of: part * slices.perPart))
  }

  /// Intervenes: what comes about changes from the intervention's moment on, and nothing before it.
  ///
  /// - Parameter intervention: what is done, to whom and when.
  /// - Throws: `InterventionError` if it begins before `openFrom`, names an account that is not there
  ///   or asks for what makes no sense.
  public mutating func apply(_ intervention: Intervention) throws(InterventionError) {
    guard intervention.time >= openFrom else {
      throw .past(intervention, openFrom: openFrom)
    }
    for account in intervention.accounts where account.index >= isChild.count {
      throw .unknownAccount(account, accounts: isChild.count)
    }
    switch intervention {
    case .block(let account, let blocker, _) where account == blocker: throw .ownBlock(account)
    case .warning(let account, _, _) where !isChild[account.index]: throw .notAChild(account)
    case .warning(_, let share, _) where !(0...1).contains(share): throw .share(share)
    default: settlement.apply(intervention, agenda: &agenda)
    }
    isIntervenedIn = true
  }

  /// Hands out the next events, some minutes to hours of a day at a time.
  public mutating func next(into log: inout EventLog) -> Bool {
    while true {
      while slicesGiven < laid.count {
        slicesGiven += 1
        guard !laid[slicesGiven - 1].log.isEmpty else { continue }
        // The columns change hands, so that their memory is used again.
        swap(&log, &laid[slicesGiven - 1].log)
        log.renumber(from: eventCount)
        eventCount += log.count
        return true
      }
      guard day < calendar.count else {
        log.removeAll(nextID: eventCount)
        return false
      }
      simulatePart()
    }
  }

  /// Simulates the next part of a day: the first part begins the day, the last one ends it.
  private mutating func simulatePart() {
    let today = calendar.day(day)
    if part == 0 { begin(today) }
    let first = part * slices.perPart
    let end = today.time(slices.firstSecond(of: first + slices.perPart))
    settlement.settle(until: end, platform: &platform, agenda: &agenda)
    Self.lay(&laid, from: first, slices, of: today, drafts, settlement, threads: threads)
    slicesGiven = 0
    part += 1
    guard part == DaySlices.parts else { return }
    campaigns.end(today, endings: settlement.exclusions, in: &platform)
    acquaintances.end(today, endings: settlement.exclusions)
    part = 0
    day += 1
  }

  /// Has everybody act on the state as the day begins, unless the platform is down.
  private mutating func begin(_ today: Day) {
    let isOutage = outageDays[day]
    campaigns.begin(today, in: &platform)
    acquaintances.begin(today, in: &platform)
    let last = drafts.count - 1
    drafts[last].begin(today)
    if !isOutage {
      campaigns.act(on: today, in: platform, into: &drafts[last])
      acquaintances.act(on: today, in: platform, into: &drafts[last])
    }
    Self.draft(
      &drafts, of: today, slices, by: isOutage ? [] : behaviours.behaviours, in: platform,
      seed: seed, threads: threads)
    for draft in drafts { acquaintances.note(draft.requests) }
    settlement.begin(today, drafts: drafts, platform: &platform, agenda: &agenda)
  }

  /// Drafts what all accounts would do on a day, and cuts all drafts into slices.
  private static func draft(
    _ drafts: inout [DayDraft], of day: Day, _ slices: DaySlices, by behaviours: [any Behaviour],
    in platform: Platform, seed: UInt64, threads: Int
  ) {
    let accounts = platform.postSerials.count
    let campaigns = drafts.count - 1
    parallelForEach(&drafts, threads: threads, scratch: { [Event]() }) { block, draft, room in
      if block < campaigns {
        draft.begin(day)
        let end = min((block + 1) * blockSize, accounts)
        for first in stride(from: block * blockSize, to: end, by: groupSize) {
          let group = first..<min(first + groupSize, end)
          draft.note(platform.friends.readAhead(group))
          for behaviour in behaviours {
            behaviour.act(group, on: day, in: platform, seed: seed, into: &draft)
          }
        }
      }
      draft.cut(into: slices, of: day, in: platform, using: &room)
    }
  }

  /// Puts what came about in a part of a day in order, slice by slice.
  private static func lay(
    _ laid: inout [DaySlice], from first: Int, _ slices: DaySlices, of day: Day,
    _ drafts: [DayDraft], _ settlement: Settlement, threads: Int
  ) {
    parallelForEach(&laid, threads: threads) { index, slice in
      let number = first + index
      let start = day.time(slices.firstSecond(of: number))
      let end = day.time(slices.firstSecond(of: number + 1))
      let settled = settlement.settled
      let changes = settled.firstIndex(notBefore: start)..<settled.firstIndex(notBefore: end)
      slice.lay(number, of: drafts, changes: settled[changes], except: settlement.exclusions)
    }
  }
}

/// Saving where a simulation is, and going on from there.
///
/// Every draw is a function of seed, purpose, account and day, so there is no generator to save: only
/// what has come about so far and what is bound to.
extension Simulation {
  /// Whether all events of the days simulated so far are handed out, so that the state can be saved.
  public var isBetweenDays: Bool { part == 0 && laid[slicesGiven...].allSatisfy(\.log.isEmpty) }

  /// Writes the state down.
  ///
  /// - Precondition: it is between days, and no intervention was applied.
  /// - Complexity: linear in friendships and in what goes on.
  public func save(to state: inout StateWriter) {
    precondition(isBetweenDays, "a simulation is saved between days")
    precondition(!isIntervenedIn, "interventions are not saved")
    state.write(day)
    state.write(eventCount)
    platform.save(to: &state)
    agenda.save(to: &state)
    campaigns.save(to: &state)
    acquaintances.save(to: &state)
    settlement.save(to: &state)
  }

  /// Goes on from a state that was saved.
  ///
  /// - Precondition: this is the same run, before its first day.
  /// - Throws: `StateMismatch` if the state is another build's or damaged; the simulation is then of
  ///   no use.
  public mutating func restore(from state: inout StateReader) throws(StateMismatch) {
    precondition(day == 0 && part == 0, "a simulation goes on from before its first day")
    day = try state.read()
    eventCount = try state.read()
    guard (0...dayCount).contains(day) else { throw StateMismatch() }
    try platform.restore(from: &state)
    try agenda.restore(from: &state)
    try campaigns.restore(from: &state)
    try acquaintances.restore(from: &state)
    try settlement.restore(from: &state)
  }
}

extension [Event] {
  /// The position of the first event, of those in order, that is not before a moment.
  fileprivate func firstIndex(notBefore time: SimTime) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].time < time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
