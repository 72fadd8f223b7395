import Testing
import Vocabulary

@testable import Population

@Suite("A world that is exported and imported again")
struct RoundTripTests {
  private static let world: World = {
    var settings = PopulationSettings()
    settings.accounts = 400
    return WorldBuilder(settings: settings, places: ImportedGraphs.towns, seed: 8, threads: 1)
      .build()
  }()

  /// Every attribute of a world's accounts, as a file.
  private static func accountsFile(of world: World) -> String {
    let persons = world.persons
    func focus(_ column: [Int32], _ person: Int) -> String {
      column[person] < 0 ? "none" : "focus, \(column[person])"
    }
    var lines = [AccountColumn.allCases.map(\.rawValue).joined(separator: ",")]
    for (account, owner) in world.owners.enumerated() {
      let person = Int(owner)
      let declared = world.declared.places[account]
      let values: [String] = [
        "account \(account)", "\(persons.ages[person])", persons.sexes[person].name,
        world.places[Int(persons.places[person])].name, "\(persons.latitudes[person])",
        "\(persons.longitudes[person])", "h\(persons.households[person])",
        focus(persons.schools, person), focus(persons.clubs, person),
        focus(persons.workplaces, person), persons.roles[person].name,
        "\(world.declared.ages[account])",
        declared < 0 ? "none" : world.places[Int(declared)].name,
        "\(world.declared.opened[account])", "main", "p\(person)",
        world.groomers.contains { $0.index == account } ? "1" : "0",
      ]
      lines.append(values.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ","))
    }
    return lines.joined(separator: "\n")
  }

  private static func friendshipsFile(of world: World) -> String {
    var lines = ["account,friend,tie"]
    world.friendships.forEach { lower, higher, tie in
      lines.append("account \(higher),account \(lower),\(tie.name)")
    }
    return lines.joined(separator: "\n")
  }

  private static func imported(_ world: World) throws -> World {
    let accounts = try AccountsFile.parse(
      Array(accountsFile(of: world).utf8), path: "a", places: world.places)
    let graph = try FriendshipsFile.parse(
      Array(friendshipsFile(of: world).utf8), path: "f", accounts: (accounts, "a"))
    return ImportedWorldBuilder(
      graph: graph, settings: PopulationSettings(), places: world.places, seed: 99, threads: 1
    ).build()
  }

  @Test("has the same friendships, ties, declarations and groomers")
  func accounts() throws {
    let world = Self.world
    let again = try Self.imported(world)
    #expect(again.friendships == world.friendships)
    #expect(again.declared.ages == world.declared.ages)
    #expect(again.declared.places == world.declared.places)
    #expect(again.declared.opened == world.declared.opened)
    #expect(again.groomers == world.groomers)
    #expect(again.platforms == world.platforms)
    #expect(again.accountPlatforms == world.accountPlatforms)
  }

  @Test("has the same people behind the accounts, and nobody else")
  func persons() throws {
    let world = Self.world
    let again = try Self.imported(world)
    #expect(again.persons.count == again.accountCount)
    func column<Value>(_ world: World, _ path: KeyPath<Persons, [Value]>) -> [Value] {
      world.owners.map { world.persons[keyPath: path][Int($0)] }
    }
    #expect(column(again, \.ages) == column(world, \.ages))
    #expect(column(again, \.sexes) == column(world, \.sexes))
    #expect(column(again, \.roles) == column(world, \.roles))
    #expect(column(again, \.places) == column(world, \.places))
    #expect(column(again, \.latitudes) == column(world, \.latitudes))
    #expect(column(again, \.longitudes) == column(world, \.longitudes))
    /// Numbers are new; who shares one is not.
    func shared(_ world: World, _ path: KeyPath<Persons, [Int32]>) -> [Int] {
      var first: [Int32: Int] = [:]
      return column(world, path).enumerated().map { account, number in
        guard number >= 0 else { return -1 }
        first[number] = first[number] ?? account
        return first[number] ?? -1
      }
    }
    #expect(shared(again, \.households) == shared(world, \.households))
    #expect(shared(again, \.schools) == shared(world, \.schools))
    #expect(shared(again, \.clubs) == shared(world, \.clubs))
    #expect(shared(again, \.workplaces) == shared(world, \.workplaces))
    func kinds(_ world: World, _ path: KeyPath<Persons, [Int32]>) -> [Focus.Kind?] {
      column(world, path).map { $0 < 0 ? nil : world.foci[Int($0)].kind }
    }
    let pupils = column(again, \.classes).map { $0 >= 0 }
    #expect(pupils == column(world, \.classes).map { $0 >= 0 })
    #expect(kinds(again, \.schools) == kinds(world, \.schools))
    #expect(kinds(again, \.clubs) == kinds(world, \.clubs))
    #expect(kinds(again, \.workplaces) == kinds(world, \.workplaces))
  }
}
