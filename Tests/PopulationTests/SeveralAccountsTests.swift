import Testing
import Vocabulary

@testable import Population

@Suite("Several accounts of one person")
struct SeveralAccountsTests {
  private static func world(_ change: (inout PopulationSettings) -> Void) -> World {
    var settings = PopulationSettings()
    settings.accounts = 4_000
    settings.groomers.perAdultAccount = 0.02
    change(&settings)
    let place = Place(name: "Upton", latitude: 53, longitude: -1, population: 50_000)
    return WorldBuilder(settings: settings, places: [place], seed: 3, threads: 2).build()
  }

  /// Accounts of each person who has any.
  private static func holdings(_ world: World) -> [UInt32: [Int]] {
    Dictionary(grouping: world.owners.indices) { world.owners[$0] }
  }

  @Test("are as many as the scenario says, of groomers; all others keep theirs")
  func groomers() {
    let world = Self.world { $0.groomers.accounts = 3 }
    let plain = Self.world { _ in }
    #expect(world.accountCount == 4_000)
    let grooms = Set(world.groomers.map { world.owners[$0.index] })
    for (person, accounts) in Self.holdings(world) {
      #expect(accounts.count == (grooms.contains(person) ? 3 : 1))
    }
    // The same people groom, but for any who were the last to have an account.
    let before = Set(plain.groomers.map { plain.owners[$0.index] })
    #expect(grooms.isSubset(of: before) && before.count - grooms.count < 8)
    #expect(world.groomers == world.groomers.sorted())
  }

  @Test("are held by the share of ordinary people that the scenario says")
  func ordinary() {
    let holdings = Self.holdings(Self.world { $0.secondAccountShare = 0.25 })
    let two = Double(holdings.values.count { $0.count == 2 })
    let people = Double(holdings.count)
    #expect(holdings.values.allSatisfy { $0.count <= 2 })
    // Five standard errors of a share.
    #expect(abs(two / people - 0.25) < 5 * (0.25 * 0.75 / people).squareRoot())
  }

  @Test("share friendships: the first has all, a further one as many as the scenario says")
  func friendships() {
    let world = Self.world {
      $0.secondAccountShare = 0.3
      $0.furtherAccountTieShare = 0.4
    }
    var degrees = [Int](repeating: 0, count: world.accountCount)
    world.friendships.forEach { lower, higher, _ in
      degrees[lower] += 1
      degrees[higher] += 1
      #expect(world.owners[lower] != world.owners[higher])
    }
    var (fewer, more) = (0, 0)
    for accounts in Self.holdings(world).values where accounts.count == 2 {
      fewer += accounts.map { degrees[$0] }.min() ?? 0
      more += accounts.map { degrees[$0] }.max() ?? 0
    }
    // Tens of thousands of friendships: a share of 0.4 but for sampling of a few hundredths.
    #expect(abs(Double(fewer) / Double(more) - 0.4) < 0.05)
  }

  @Test("change nothing where nobody has them")
  func none() {
    let plain = Self.world { _ in }
    let said = Self.world {
      $0.groomers.accounts = 1
      $0.furtherAccountTieShare = 1
    }
    #expect(plain.owners == said.owners && plain.friendships == said.friendships)
    #expect(plain.declared.ages == said.declared.ages)
  }
}
