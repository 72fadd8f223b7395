public import Graphs
public import Population

/// A world as the rows of the validation table look at it: one platform's accounts, numbered from
/// 0, with the graph of their friendships and the columns of their owners.
///
/// Made once and shared by all rows. Persons, households and schools are the whole world's, as they
/// are on no platform.
public struct ValidationSample: Sendable {
  /// The world.
  public let world: World
  /// The platform, as a position in `world.platforms`.
  public let platform: Int
  /// How many threads may work; changes no figure.
  public let threads: Int
  /// The account behind each vertex, ascending.
  public let accounts: [UInt32]
  /// Friendships between accounts of the platform, over vertices.
  public let graph: Adjacency
  /// How many friends each vertex has.
  public let degrees: [Int]
  /// How many vertices have how many friends.
  public let distribution: DegreeDistribution
  /// The real age of the owner of each vertex, in years.
  let ages: [UInt8]
  /// The person behind each vertex.
  let persons: [UInt32]
  /// Which vertices go together.
  let communities: Communities

  /// Lays a world out for measuring.
  ///
  /// - Parameters:
  ///   - world: the world.
  ///   - platform: which platform's accounts are looked at, as a position in `world.platforms`.
  ///   - threads: how many threads may work.
  /// - Precondition: the world has that platform.
  /// - Complexity: linear in accounts and friendships.
  public init(world: World, platform: Int = 0, threads: Int) {
    precondition(world.platforms.indices.contains(platform), "there is no platform \(platform)")
    self.world = world
    self.platform = platform
    self.threads = threads
    if world.platforms.count == 1 {
      accounts = Array(0..<UInt32(world.accountCount))
      graph = world.friendships.adjacency()
    } else {
      let here = UInt8(platform)
      accounts = world.accountPlatforms.indices.filter { world.accountPlatforms[$0] == here }
        .map { UInt32($0) }
      graph = Self.graph(of: world, among: accounts)
    }
    persons = accounts.map { world.owners[Int($0)] }
    ages = persons.map { world.persons.ages[Int($0)] }
    communities = Communities(of: persons, among: world.persons)
    degrees = graph.degrees
    distribution = DegreeDistribution(of: degrees)
  }

  /// The name of the platform.
  public var platformName: String { world.platforms[platform] }

  /// How many accounts the platform has.
  public var accountCount: Int { accounts.count }

  /// Whether the owner of a vertex is under 18.
  func isChild(_ vertex: Int) -> Bool { ages[vertex] < 18 }

  /// Calls a function with each friendship once, by its lower vertex.
  func forEachFriendship(_ body: (_ lower: Int, _ higher: Int) -> Void) {
    let neighbours = graph.neighbours.span
    for lower in 0..<graph.vertexCount {
      for index in graph.offsets[lower]..<graph.offsets[lower + 1] {
        let higher = Int(neighbours[index])
        if higher > lower { body(lower, higher) }
      }
    }
  }

  /// So many friendships, evenly spaced in the order of `World.friendships`, or all if there are no
  /// more.
  ///
  /// Numbers of accounts say nothing of their owners, so that even spacing is as good as chance.
  func friendships(atMost count: Int) -> (from: [UInt32], to: [UInt32]) {
    let wanted = min(count, graph.edgeCount)
    var from: [UInt32] = []
    var to: [UInt32] = []
    var seen = 0
    forEachFriendship { lower, higher in
      // Number k of the sample is friendship ⌊k · all / wanted⌋.
      if from.count < wanted, seen == from.count * graph.edgeCount / wanted {
        from.append(UInt32(lower))
        to.append(UInt32(higher))
      }
      seen += 1
    }
    return (from, to)
  }

  private static func graph(of world: World, among accounts: [UInt32]) -> Adjacency {
    let nobody = UInt32.max
    var vertices = [UInt32](repeating: nobody, count: world.accountCount)
    for (vertex, account) in accounts.enumerated() { vertices[Int(account)] = UInt32(vertex) }
    var starts = [0]
    var higher: [UInt32] = []
    for account in accounts {
      for row in world.friendships.rows(ofLower: Int(account)) {
        let friend = vertices[Int(world.friendships.higher[row])]
        if friend != nobody { higher.append(friend) }
      }
      starts.append(higher.count)
    }
    return Adjacency(starts: starts, higher: higher)
  }
}
