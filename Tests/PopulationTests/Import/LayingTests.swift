import Testing
import Vocabulary

@testable import Population

@Suite("People laid on a graph")
struct LayingTests {
  private static func world(
    on graph: ImportedGraph, seed: UInt64 = 4, sweeps: Int = Laying.sweeps, threads: Int = 1
  ) -> World {
    var builder = ImportedWorldBuilder(
      graph: graph, settings: PopulationSettings(), places: ImportedGraphs.towns, seed: seed,
      threads: threads)
    builder.sweeps = sweeps
    return builder.build()
  }

  private static func model(accounts: Int, seed: UInt64) -> World {
    var settings = PopulationSettings()
    settings.accounts = accounts
    return WorldBuilder(
      settings: settings, places: ImportedGraphs.towns, seed: seed, threads: 1
    ).build()
  }

  // A graph of 2,000 vertices, of whose edges four in five are within communities, with both seeds:
  //   laid                ages 0.70 to 0.71, same place 0.75 to 0.76, same school 0.13 to 0.14
  //   before any swaps    ages 0.70,         same place 0.70 to 0.72, same school 0.12
  //   by chance           ages 0.00,         same place 0.38 to 0.39, same school 0.02
  //   the model's world   ages 0.55 to 0.57, same place 0.63,         same school 0.13 to 0.14
  @Test("have friends far more alike than by chance", .tags(.statistical), arguments: [4, 5])
  func homophily(seed: UInt64) throws {
    let world = Self.world(on: try ImportedGraphs.read("lfr-2000.txt"), seed: seed)
    let laid = Homophily(of: world)
    let chance = Homophily(of: world, shuffled: true)
    #expect(laid.ages > 0.6 && abs(chance.ages) < 0.05, "\(laid); by chance \(chance)")
    #expect(laid.place > chance.place + 0.25, "\(laid); by chance \(chance)")
    #expect(laid.school > 5 * chance.school, "\(laid); by chance \(chance)")
  }

  //   laid                ages 0.59 to 0.60, same place 0.59 to 0.63, same school 0.11 to 0.13
  //   the model's world   ages 0.55 to 0.57, same place 0.63,         same school 0.13 to 0.14
  @Test(
    "on the model's own graph are about as alike as the model's", .tags(.statistical),
    arguments: [4, 5])
  func modelGraph(seed: UInt64) {
    let model = Self.model(accounts: 2_000, seed: seed)
    var friendships: [ImportedFriendship] = []
    model.friendships.forEach { lower, higher, _ in
      friendships.append(ImportedFriendship(lower: UInt32(lower), higher: UInt32(higher)))
    }
    let graph = ImportedGraph(
      accounts: ImportedAccounts(names: (0..<2_000).map { "\($0)" }), friendships: friendships,
      repeatedEdges: 0)
    let laid = Homophily(of: Self.world(on: graph, seed: seed + 100))
    let own = Homophily(of: model)
    #expect(abs(laid.ages - own.ages) < 0.15, "\(laid); the model \(own)")
    #expect(abs(laid.school - own.school) < 0.08, "\(laid); the model \(own)")
    #expect(abs(laid.place - own.place) < 0.10, "\(laid); the model \(own)")
  }

  @Test("are more alike the longer they change places")
  func sweeps() throws {
    let graph = try ImportedGraphs.read("lfr-2000.txt")
    let worths = [0, 2, 12].map { sweeps in
      let world = Self.world(on: graph, sweeps: sweeps)
      var worth = 0
      world.friendships.forEach { lower, higher, _ in
        worth += Likeness.worth(
          Likeness.Profile(of: Int(world.owners[lower]), in: world.persons),
          Likeness.Profile(of: Int(world.owners[higher]), in: world.persons))
      }
      return worth
    }
    #expect(worths[0] < worths[1] && worths[1] < worths[2], "\(worths)")
  }

  @Test("are the same on any number of threads", arguments: [2, 3])
  func threads(threads: Int) {
    // A ring large enough that threads share the work.
    let count = UInt32(20_000)
    let ring = ImportedGraph(
      accounts: ImportedAccounts(names: (0..<count).map { "\($0)" }),
      friendships: (0..<count - 1).map { ImportedFriendship(lower: $0, higher: $0 + 1) },
      repeatedEdges: 0)
    let one = Self.world(on: ring, sweeps: 1, threads: 1)
    let many = Self.world(on: ring, sweeps: 1, threads: threads)
    #expect(one.persons == many.persons && one.foci == many.foci && one.owners == many.owners)
    #expect(one.platforms == many.platforms && one.accountPlatforms == many.accountPlatforms)
    #expect(one.declared.ages == many.declared.ages && one.declared.opened == many.declared.opened)
    #expect(one.declared.places == many.declared.places)
    #expect(one.friendships == many.friendships && one.groomers == many.groomers)
  }

  @Test("are others with another seed")
  func seeds() throws {
    let graph = try ImportedGraphs.read("karate-club.txt")
    #expect(Self.world(on: graph, seed: 9).persons != Self.world(on: graph).persons)
  }

  @Test("are those who would have the accounts of a drawn world")
  func people() throws {
    let graph = try ImportedGraphs.read("lfr-2000.txt")
    let world = Self.world(on: graph)
    let model = Self.model(accounts: 2_000, seed: 4)
    #expect(world.persons == model.persons)
    #expect(world.owners.sorted() == model.owners.sorted())
    #expect(world.friendships.count == graph.friendships.count)
  }

  @Test("have ties that follow from what they share")
  func ties() throws {
    let world = Self.world(on: try ImportedGraphs.read("lfr-2000.txt"))
    let persons = world.persons
    var counts: [Friendships.Tie: Int] = [:]
    world.friendships.forEach { lower, higher, tie in
      counts[tie, default: 0] += 1
      let (one, other) = (Int(world.owners[lower]), Int(world.owners[higher]))
      switch tie {
      case .family: #expect(persons.households[one] == persons.households[other])
      case .school: #expect(persons.schools[one] == persons.schools[other])
      case .club: #expect(persons.clubs[one] == persons.clubs[other])
      case .work: #expect(persons.workplaces[one] == persons.workplaces[other])
      case .nearby: #expect(persons.places[one] == persons.places[other])
      case .online: #expect(persons.places[one] != persons.places[other])
      }
    }
    #expect(Friendships.Tie.allCases.allSatisfy { (counts[$0] ?? 0) > 0 }, "\(counts)")
  }
}
