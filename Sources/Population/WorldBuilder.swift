import Vocabulary

/// Builds a world from its settings and a seed.
///
/// Every draw is a function of the seed, its purpose and the person, household or account it is
/// for, so the world is the same on any number of threads.
public struct WorldBuilder: Sendable {
  private let settings: PopulationSettings
  private let places: [Place]
  private let profiles: GroomerProfiles
  private let seed: UInt64
  private let threads: Int

  /// Makes a builder.
  ///
  /// - Parameters:
  ///   - settings: what the scenario says of the population.
  ///   - places: where people live; not empty.
  ///   - groomerTraits: what of each campaign profile shows in accounts; not empty.
  ///   - seed: the seed of the run.
  ///   - threads: how many threads may work.
  public init(
    settings: PopulationSettings, places: [Place], groomerTraits: [GroomerTraits] = [.init()],
    seed: UInt64, threads: Int
  ) {
    precondition(!places.isEmpty, "a world needs a place")
    profiles = GroomerProfiles(groomerTraits, seed: seed)
    self.settings = settings
    self.places = places
    self.seed = seed
    self.threads = threads
  }

  /// Builds the world.
  ///
  /// - Complexity: linear in persons and friendships, but for sorting.
  public func build() -> World {
    var (persons, accounts) = peopleWithAccounts()
    var foci: [Focus] = []
    let kin = bringTogether(&persons, foci: &foci)
    let groomers = groomers(among: persons, &accounts)
    let declared = Declarations(
      settings: settings, profiles: profiles, seed: seed, threads: threads
    )
    .declare(accounts, persons: persons, places: places, groomers: groomers)
    let friendships = FriendshipDraw(
      settings: settings, seed: seed, threads: threads, persons: persons, foci: foci, kin: kin,
      accounts: accounts
    ).draw()
    return World(
      places: places, persons: persons, foci: foci, platforms: settings.platforms.map(\.name),
      owners: accounts.owners, accountPlatforms: accounts.platforms, declared: declared,
      friendships: friendships, groomers: groomers)
  }

  /// Picks the people who groom, and opens their further accounts, if they have any, instead of
  /// those of the last to have one at all.
  private func groomers(
    among persons: Persons, _ accounts: inout OpenedAccounts
  ) -> [AccountID] {
    let picked = Groomers(settings: settings.groomers, seed: seed)
      .pick(accounts, persons: persons)
    let people = Set(picked.map { accounts.owners[$0.index] })
    let each = Double(settings.groomers.accounts)
    let holdings = people.reduce(into: [UInt32: Int]()) { holdings, person in
      let count = (each * profiles.traits(of: person).accountsFactor).rounded()
      holdings[person] = min(max(Int(min(count, 99)), 1), Self.mostAccounts)
    }
    guard holdings.values.contains(where: { $0 > 1 }) else { return picked }
    accounts = AccountOpening(settings: settings, seed: seed, threads: threads)
      .open(among: persons, holdings: holdings)
    return accounts.owners.indices.filter { people.contains(accounts.owners[$0]) }
      .map { AccountID($0) }
  }

  /// The most accounts of a groomer on one platform.
  private static let mostAccounts = 20

  /// As many people as the accounts need, by adoption; more if chance brought too few who may have
  /// an account.
  ///
  /// - Parameter scale: how many times as many people to draw.
  /// - Returns: the people and the accounts wanted.
  func peopleWithAccounts(
    scale: Double = 1
  ) -> (persons: Persons, accounts: OpenedAccounts) {
    let households = Households(settings: settings.households, seed: seed, threads: threads)
    let opening = AccountOpening(settings: settings, seed: seed, threads: threads)
    var target = scale * Double(settings.accounts) / settings.accountsPerPerson
    while true {
      let persons = households.draw(personTarget: Int(target), places: places)
      let accounts = opening.open(among: persons)
      if accounts.owners.count == settings.accounts { return (persons, accounts) }
      target *= 1.1
    }
  }

  /// Founds schools, clubs and workplaces, and gives everybody a role.
  ///
  /// - Returns: the extended family of each household.
  func bringTogether(_ persons: inout Persons, foci: inout [Focus]) -> [Int32] {
    persons.clearFoci()
    Schools(settings: settings.schools, seed: seed, threads: threads)
      .found(persons: &persons, foci: &foci)
    Clubs(settings: settings.clubs, seed: seed, threads: threads)
      .found(persons: &persons, foci: &foci)
    Workplaces(settings: settings.workplaces, seed: seed, threads: threads)
      .found(persons: &persons, foci: &foci)
    let kin = Kin(seed: seed).groups(households: 1 + Int(persons.households.last ?? 0))
    Roles(settings: settings.roles, seed: seed).assign(to: &persons, kin: kin)
    return kin
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
