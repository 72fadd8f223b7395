import Graphs
import Vocabulary

/// Builds a world on a graph that is given.
///
/// Accounts, friendships and what a file says of their owners stand. The rest (ages, homes,
/// households, schools, clubs, workplaces, roles) is that of the model's own people, of whom one is
/// laid on each owner so that friends are alike.
public struct ImportedWorldBuilder: Sendable {
  private let graph: ImportedGraph
  private let settings: PopulationSettings
  private let places: [Place]
  private let profiles: GroomerProfiles
  private let seed: UInt64
  private let threads: Int
  /// How often people change places when they are laid.
  var sweeps = Laying.sweeps

  /// How many times as many people as usual are drawn at most, where the ages given are rare ones.
  private static let mostPeople = 16.0

  /// Makes a builder.
  ///
  /// - Parameters:
  ///   - graph: the accounts and friendships.
  ///   - settings: what the scenario says of the population; its number of accounts does not count.
  ///   - places: where people live; not empty, and those that the graph was read with.
  ///   - groomerTraits: what of each campaign profile shows in accounts; not empty.
  ///   - seed: the seed of the run.
  ///   - threads: how many threads may work.
  public init(
    graph: ImportedGraph, settings: PopulationSettings, places: [Place],
    groomerTraits: [GroomerTraits] = [.init()], seed: UInt64, threads: Int
  ) {
    self.graph = graph
    // One of the model's people for each owner, whatever platforms the owner's accounts are on.
    var owners = settings
    owners.accounts = graph.accounts.persons.count
    owners.platforms = [PlatformSettings()]
    owners.secondAccountShare = 0
    self.settings = owners
    profiles = GroomerProfiles(groomerTraits, seed: seed)
    self.places = places
    self.seed = seed
    self.threads = threads
  }

  /// Builds the world.
  ///
  /// - Complexity: linear in persons and friendships, but for sorting.
  public func build() -> World {
    let accounts = graph.accounts
    let builder = WorldBuilder(settings: settings, places: places, seed: seed, threads: threads)
    let demands = demands
    var (persons, pick) = people(who: demands, from: builder)
    var foci: [Focus] = []
    _ = builder.bringTogether(&persons, foci: &foci)
    foci.foundMissing(in: persons.places.first ?? 0)
    let named = ImportedFoci(of: accounts, after: foci.count)
    var laying = Laying(
      pick, on: graph.betweenPersons(), given: accounts.persons, foci: named, persons: persons,
      places: places, seed: seed)
    laying.improve(sweeps: sweeps)
    var laid = laying.persons
    ImportedLives(
      accounts: accounts, laid: laid, ages: demands.map(\.ages),
      homes: ImportedHomes(places: places, seed: seed), foci: named
    ).write(over: &persons, founding: &foci)
    // Where the file says of everybody who lives together, nobody else does.
    let isAlone = accounts.persons.allSatisfy { $0.household != nil }
    let numbers = persons.settleInOrder(
      isAlone ? laid.sorted() : Array(0..<UInt32(persons.count)), places: places)
    laid = laid.map { numbers[Int($0)] }
    persons.dealClasses(settings.schools, foci: foci)
    return world(of: persons, foci: foci, laid: laid)
  }

  /// Gives people their accounts.
  private func world(of persons: Persons, foci: [Focus], laid: [UInt32]) -> World {
    let accounts = graph.accounts
    let opened = OpenedAccounts(
      owners: accounts.owners.map { laid[Int($0)] }, platforms: accounts.platforms)
    let groomers =
      accounts.groomers.map { $0.map { AccountID(Int($0)) } }
      ?? Groomers(settings: settings.groomers, seed: seed).pick(opened, persons: persons)
    return World(
      places: places, persons: persons, foci: foci, platforms: accounts.platformNames,
      owners: opened.owners, accountPlatforms: opened.platforms,
      declared: declare(opened, persons: persons, groomers: groomers),
      friendships: graph.friendships(owners: opened.owners, persons: persons), groomers: groomers)
  }

  /// Whom each person of the file may be.
  private var demands: [PersonPick.Demand] {
    let accounts = graph.accounts
    let groomers = Set((accounts.groomers ?? []).map { accounts.owners[Int($0)] })
    let fitting = FittingAges(of: accounts)
    return accounts.persons.enumerated().map { position, person in
      let isGroomer = groomers.contains(UInt32(position))
      return PersonPick.Demand(
        ages: fitting.ages(of: person, isGroomer: isGroomer), place: person.place)
    }
  }

  /// The model's people, enough of them that somebody fits everybody the file describes.
  private func people(
    who demands: [PersonPick.Demand], from builder: WorldBuilder
  ) -> (Persons, PersonPick) {
    let opening = AccountOpening(settings: settings, seed: seed, threads: threads)
    var scale = 1.0
    while true {
      let persons = builder.peopleWithAccounts(scale: scale).persons
      let likeliest = opening.personsByWait(persons)
      let isLikely = Set(likeliest)
      let others = (0..<UInt32(persons.count)).filter { !isLikely.contains($0) }
      let pick = PersonPick(demands, from: persons, order: likeliest + others)
      if pick.misfits == 0 || scale >= Self.mostPeople { return (persons, pick) }
      scale *= 2
    }
  }

  /// What accounts declare: as the file has it, else as the model draws it.
  private func declare(
    _ opened: OpenedAccounts, persons: Persons, groomers: [AccountID]
  ) -> DeclaredAccounts {
    var declared = Declarations(
      settings: settings, profiles: profiles, seed: seed, threads: threads
    )
    .declare(opened, persons: persons, places: places, groomers: groomers)
    for account in opened.owners.indices {
      if let age = graph.accounts.declaredAges[account] { declared.ages[account] = age }
      if let opened = graph.accounts.opened[account] { declared.opened[account] = opened }
      guard let place = graph.accounts.declaredPlaces[account] else { continue }
      declared.places[account] = place
      declared.latitudes[account] = place < 0 ? .nan : Float(places[Int(place)].latitude)
      declared.longitudes[account] = place < 0 ? .nan : Float(places[Int(place)].longitude)
    }
    return declared
  }
}

extension ImportedGraph {
  /// The friendships between persons: those of any of their accounts.
  fileprivate func betweenPersons() -> Adjacency {
    let pairs = friendships.compactMap { friendship -> UInt64? in
      let one = accounts.owners[Int(friendship.lower)]
      let other = accounts.owners[Int(friendship.higher)]
      return one == other ? nil : UInt64(min(one, other)) << 32 | UInt64(max(one, other))
    }
    .sorted()
    let once = pairs.indices.filter { $0 == 0 || pairs[$0] != pairs[$0 - 1] }.map { pairs[$0] }
    return Adjacency(
      vertexCount: accounts.persons.count, from: once.map { UInt32($0 >> 32) },
      to: once.map { UInt32($0 & 0xFFFF_FFFF) })
  }

  /// The friendships with what made them: as the file has it, else what the two share.
  fileprivate func friendships(owners: [UInt32], persons: Persons) -> Friendships {
    Friendships(
      accountCount: owners.count,
      pairs: friendships.lazy.map { friendship in
        let tie =
          friendship.tie
          ?? persons.tie(
            Int(owners[Int(friendship.lower)]), Int(owners[Int(friendship.higher)]))
        return (friendship.lower, friendship.higher, tie)
      })
  }
}

extension [Focus] {
  /// Founds a school of either kind and a club where a small world has none, for whom a file puts
  /// there.
  fileprivate mutating func foundMissing(in place: Int32) {
    for kind in [Focus.Kind.primarySchool, .secondarySchool, .club]
    where !contains(where: { $0.kind == kind }) {
      append(Focus(kind: kind, place: place))
    }
  }
}
