public import Activity
public import Detection
public import Population
public import Vocabulary

/// A small world with a few weeks of life, made in memory for tests.
public struct SmallRun: Sendable {
  /// The world.
  public let world: World
  /// All its events.
  public let log: EventLog
  /// What really happened.
  public let truth: GroundTruth
  private let activity: ActivitySettings
  private let campaigns: CampaignSettings
  private let calendar: CalendarSettings
  private let seed: UInt64
  private let threads: Int

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - accounts: the size of the world.
  ///   - days: how long it goes on.
  ///   - seed: the seed of every draw.
  ///   - groomerShare: groomers per adult account.
  ///   - calendar: when it takes place, but for how long.
  ///   - population: what else there is to say of the world.
  ///   - activity: ordinary life.
  ///   - campaigns: what groomers do.
  ///   - outages: when the platform is down.
  ///   - threads: how many threads work.
  public init(
    accounts: Int = 1_500, days: Int = 40, seed: UInt64 = 1, groomerShare: Double = 0.02,
    calendar: CalendarSettings = CalendarSettings(),
    population: PopulationSettings = PopulationSettings(),
    activity: ActivitySettings = ActivitySettings(),
    campaigns: CampaignSettings = CampaignSettings(), outages: [Outage] = [], threads: Int = 1
  ) {
    var population = population
    population.accounts = accounts
    population.groomers.perAdultAccount = groomerShare
    world = WorldBuilder(
      settings: population, places: Self.places, groomerTraits: campaigns.groomerTraits, seed: seed,
      threads: threads
    ).build()
    self.activity = activity
    self.campaigns = campaigns
    var calendar = calendar
    calendar.days = days
    calendar.outages += outages
    self.calendar = calendar
    self.seed = seed
    self.threads = threads
    var simulation = Self.simulation(
      world, calendar, activity, campaigns, seed: seed, threads: threads)
    var whole = EventLog()
    var slice = EventLog()
    while simulation.next(into: &slice) { whole.append(slice, rows: 0..<slice.count) }
    log = whole
    truth = simulation.groundTruth
  }

  /// The same run, before its first day.
  public func simulation() -> Simulation {
    Self.simulation(world, calendar, activity, campaigns, seed: seed, threads: threads)
  }

  private static func simulation(
    _ world: World, _ calendar: CalendarSettings, _ activity: ActivitySettings,
    _ campaigns: CampaignSettings, seed: UInt64, threads: Int
  ) -> Simulation {
    Simulation(
      world: world, calendar: calendar, activity: activity, campaigns: campaigns, seed: seed,
      threads: threads)
  }

  /// What the platform knows when the run starts.
  public var view: PlatformView {
    PlatformView(
      accounts: world.declared,
      friendships: world.friendships.adjacency())
  }

  /// Two invented towns, 30 km apart.
  public static let places = [
    Place(name: "Upton", latitude: 53.0, longitude: -1.0, population: 60_000),
    Place(name: "Lowton", latitude: 53.27, longitude: -1.0, population: 30_000),
  ]
}
