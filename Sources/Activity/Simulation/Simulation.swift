import Graphs
import Parallelism
public import Population
import Randomness
public import Vocabulary

/// Ordinary life and hidden campaigns over a world, one day after the other.
///
/// A day has three steps. Everybody acts on the state as the day began, side by side; then it is
/// settled, in the order of time, what of that comes about (two requests of one pair, a message
/// after a block); then the state moves on. Every draw is a function of seed, purpose, account and
/// day, so the events are the same on any number of threads, and what happens on a day changes
/// nothing before it.
public struct Simulation: EventSource, Sendable {
  private let seed: UInt64
  private let threads: Int
  private let calendar: SchoolCalendar
  private let behaviours: BehaviourCatalogue
  private var campaigns: Campaigns
  private var platform: Platform
  private var agenda: Agenda
  private var sorter = DaySorter()
  private var day = 0
  private var eventCount = 0

  /// Accounts that one thread takes at a time.
  private static let blockSize = 2_048

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
    let cast = Cast(world: world, settings: activity, seed: seed)
    let habits = Habits(settings: activity, cast: cast)
    let answering = Answering(settings: activity.answers, cast: cast, seed: seed)
    behaviours = BehaviourCatalogue(habits: habits, answering: answering)
    self.campaigns = Campaigns(
      settings: campaigns, habits: habits, answering: answering, groomers: world.groomers,
      seed: seed)
    let graph = world.friendships.adjacency()
    platform = Platform(
      friends: GrowingAdjacency(graph),
      postSerials: cast.postHistory(
        settings: activity.posts, declared: world.declared, seed: seed))
    agenda = Agenda(dayCount: calendar.days)
  }

  /// How many days have been simulated.
  public var daysDone: Int { day }

  /// How many days there are in all.
  public var dayCount: Int { calendar.count }

  /// What really happened in the days simulated so far.
  public var groundTruth: GroundTruth {
    campaigns.groundTruth(end: SimTime(rawValue: SimTime(day: day).rawValue - 1))
  }

  /// Simulates the next day and hands out its events.
  public mutating func next(into log: inout EventLog) -> Bool {
    log.removeAll(nextID: eventCount)
    guard day < calendar.count else { return false }
    let today = Day(number: day, kind: calendar[day])
    campaigns.begin(today, in: &platform)
    var draft = Self.draft(
      of: today, behaviours: behaviours.behaviours, in: platform, seed: seed, threads: threads)
    campaigns.act(on: today, in: platform, into: &draft)
    let outcome = Settlement(day: today).settle(draft, platform: &platform, agenda: &agenda)
    campaigns.end(today, endings: outcome.endings, in: &platform)
    var events = outcome.events
    sorter.sort(&events)
    log.append(contentsOf: events)
    eventCount += events.count
    day += 1
    return true
  }

  /// What all accounts would do on a day.
  private static func draft(
    of day: Day, behaviours: [any Behaviour], in platform: Platform, seed: UInt64, threads: Int
  ) -> DayDraft {
    let accounts = platform.postSerials.count
    let blocks = (accounts + blockSize - 1) / blockSize
    let parts = parallelMap(count: blocks, threads: threads) { block in
      var draft = DayDraft()
      for account in block * blockSize..<min((block + 1) * blockSize, accounts) {
        for behaviour in behaviours {
          var stream = RandomStream(
            seed: seed, purpose: behaviour.purpose,
            entity: UInt64(day.number) << 32 | UInt64(account))
          behaviour.act(account, on: day, in: platform, using: &stream, into: &draft)
        }
      }
      return draft
    }
    var whole = DayDraft()
    whole.reserveCapacity(parts.reduce(0) { $0 + $1.events.count })
    for part in parts { whole.append(part) }
    return whole
  }
}
