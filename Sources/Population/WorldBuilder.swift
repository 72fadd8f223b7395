/// Builds a world from its settings and a seed.
///
/// Every draw is a function of the seed, its purpose and the person, household or account it is
/// for, so the world is the same on any number of threads.
public struct WorldBuilder: Sendable {
  private let settings: PopulationSettings
  private let places: [Place]
  private let seed: UInt64
  private let threads: Int

  /// Makes a builder.
  ///
  /// - Parameters:
  ///   - settings: what the scenario says of the population.
  ///   - places: where people live; not empty.
  ///   - seed: the seed of the run.
  ///   - threads: how many threads may work.
  public init(settings: PopulationSettings, places: [Place], seed: UInt64, threads: Int) {
    precondition(!places.isEmpty, "a world needs a place")
    self.settings = settings
    self.places = places
    self.seed = seed
    self.threads = threads
  }

  /// Builds the world.
  ///
  /// - Complexity: linear in persons and friendships, but for sorting.
  public func build() -> World {
    var persons = people()
    persons.clearFoci()
    let homeOrder = Self.homeOrder(of: persons)
    var foci: [Focus] = []
    Schools(settings: settings.schools, seed: seed)
      .found(homeOrder: homeOrder, persons: &persons, foci: &foci)
    Clubs(settings: settings.clubs, seed: seed)
      .found(homeOrder: homeOrder, persons: &persons, foci: &foci)
    Workplaces(settings: settings.workplaces, seed: seed)
      .found(homeOrder: homeOrder, persons: &persons, foci: &foci)
    Roles(settings: settings.roles, seed: seed).assign(to: &persons)
    let opening = AccountOpening(settings: settings, seed: seed)
    let owners = opening.owners(among: persons)
    let groomers = Groomers(settings: settings.groomers, seed: seed)
      .pick(owners: owners, persons: persons)
    let declared = opening.declare(
      owners: owners, persons: persons, places: places, groomers: groomers)
    let friendships = FriendshipDraw(
      settings: settings, seed: seed, threads: threads, persons: persons, owners: owners,
      homeOrder: homeOrder
    ).draw()
    return World(
      places: places, persons: persons, foci: foci, platforms: ["main"], owners: owners,
      accountPlatforms: [UInt8](repeating: 0, count: owners.count), declared: declared,
      friendships: friendships, groomers: groomers)
  }

  /// As many people as the accounts need, by adoption; more if chance brought too few who may have
  /// an account.
  private func people() -> Persons {
    let households = Households(settings: settings.households, seed: seed, threads: threads)
    var target = Double(settings.accounts) / settings.adoption.overall
    while true {
      let persons = households.draw(personTarget: Int(target), places: places)
      let eligible = persons.ages.count { settings.adoption.share(atAge: Int($0)) > 0 }
      if eligible >= settings.accounts { return persons }
      target *= 1.1
    }
  }

  /// All persons by the position of their homes along a Hilbert curve.
  private static func homeOrder(of persons: Persons) -> [UInt32] {
    var keys = (0..<persons.count).map { person in
      let position = HilbertCurve.position(
        latitude: Double(persons.latitudes[person]), longitude: Double(persons.longitudes[person]))
      return UInt64(position) << 32 | UInt64(person)
    }
    keys.sort()
    return keys.map { UInt32(truncatingIfNeeded: $0) }
  }
}

extension Persons {
  /// Puts everybody outside every school, club and workplace, with the plain roles.
  fileprivate mutating func clearFoci() {
    roles = ages.map { $0 < 18 ? .child : .adult }
    schools = [Int32](repeating: -1, count: count)
    classes = [Int16](repeating: -1, count: count)
    clubs = schools
    workplaces = schools
  }
}
