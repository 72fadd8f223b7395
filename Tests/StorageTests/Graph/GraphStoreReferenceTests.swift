import Activity
import Foundation
import Graphs
import Population
import Testing
import Vocabulary

@testable import Storage

/// Answers held against those of networkx, which `References/graph_queries.py` made.
@Suite("Graph store against networkx")
struct GraphStoreReferenceTests {
  private let folder: TemporaryFolder
  private let store: GraphStore
  private let reference: Reference

  private struct Reference: Decodable {
    var accounts: Int
    var edges: [[Int?]]
    var answers: [Answers]
  }

  private struct Answers: Decodable {
    var time: Int32
    var neighbours: [[Int]]
    var pairs: [[Int]]
    var mutual: [[Int]]
    var distances: [Int?]
    var origins: [Int]
    var reached: [[[Int]]]
    var egoEdges: [[[Int]]]
    var components: [[Int]]
  }

  init() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("References/graph_queries.json")
    reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
    folder = try TemporaryFolder()
    try Self.write(reference, to: folder.run)
    store = try GraphStore(RunFile(opening: folder.run), cacheLimit: 100)
  }

  /// Writes a run whose friendships are those of the reference.
  private static func write(_ reference: Reference, to path: String) throws {
    let count = reference.accounts
    var persons = Persons()
    persons.ages = Array(repeating: 30, count: count)
    persons.sexes = Array(repeating: .female, count: count)
    persons.roles = Array(repeating: .adult, count: count)
    persons.places = Array(repeating: 0, count: count)
    persons.latitudes = Array(repeating: 53, count: count)
    persons.longitudes = Array(repeating: -1, count: count)
    persons.households = (0..<count).map { Int32($0) }
    for column in [\Persons.schools, \.clubs, \.workplaces] {
      persons[keyPath: column] = Array(repeating: -1, count: count)
    }
    persons.classes = Array(repeating: -1, count: count)
    var declared = DeclaredAccounts()
    declared.ages = Array(repeating: 30, count: count)
    declared.places = Array(repeating: 0, count: count)
    declared.latitudes = Array(repeating: 53, count: count)
    declared.longitudes = Array(repeating: -1, count: count)
    declared.opened = Array(repeating: -1, count: count)
    var start: [(lower: UInt32, higher: UInt32, tie: Friendships.Tie)] = []
    var events: [Event] = []
    for edge in reference.edges {
      guard let lower = edge[0], let higher = edge[1], let since = edge[2] else { continue }
      if since < 0 {
        start.append((UInt32(lower), UInt32(higher), .online))
      } else {
        events.append(event(Int32(since - 1), .request, lower, higher))
        events.append(event(Int32(since), .acceptance, higher, lower))
      }
      if let until = edge[3] { events.append(event(Int32(until), .unfriend, lower, higher)) }
    }
    let world = World(
      places: [Place(name: "Upton", latitude: 53, longitude: -1, population: 60_000)],
      persons: persons, foci: [], platforms: ["main"], owners: (0..<UInt32(count)).map { $0 },
      accountPlatforms: Array(repeating: 0, count: count), declared: declared,
      friendships: Friendships(accountCount: count, pairs: start), groomers: [])
    var log = EventLog()
    log.append(contentsOf: events.sorted())
    let writer = try RunFileWriter(path: path, header: SmallRun.header)
    try writer.write(world: world)
    try writer.append(log)
    try writer.write(truth: GroundTruth(groomers: [], cases: [], end: SimTime(day: 2)))
    try writer.write(hardness: [])
    try writer.finish()
  }

  @Test("neighbours, mutual friends, hops, ways, ego networks and components are the same")
  func same() throws {
    #expect(reference.answers.count == 5)
    for answers in reference.answers {
      let time = SimTime(rawValue: answers.time)
      for (account, expected) in answers.neighbours.enumerated() {
        let found = try store.neighbours(of: AccountID(account), at: time).map(\.index)
        #expect(found == expected, "account \(account) at \(answers.time)")
      }
      let graph = try store.graph(at: time)
      for (index, pair) in answers.pairs.enumerated() {
        let (a, b) = (AccountID(pair[0]), AccountID(pair[1]))
        #expect(try store.mutualFriends(a, b, at: time).map(\.index) == answers.mutual[index])
        #expect(graph.mutualCount(pair[0], pair[1]) == answers.mutual[index].count)
        let way = try store.shortestPath(from: a, to: b, at: time)
        #expect(way.map { $0.count - 1 } == answers.distances[index])
      }
      for (index, origin) in answers.origins.enumerated() {
        let reached = try store.reached(from: AccountID(origin), within: 2, at: time)
        #expect(reached.map { [$0.hops, $0.account.index] } == answers.reached[index])
        let ego = try store.egoNetwork(of: AccountID(origin), hops: 1, at: time)
        #expect(
          ego.friendships.map { [$0.lower.index, $0.higher.index] } == answers.egoEdges[index])
      }
      #expect(try store.components(at: time).labels == Self.labels(answers.components))
    }
  }

  /// The number of each account's component, in order of their lowest accounts.
  private static func labels(_ components: [[Int]]) -> [UInt32] {
    var labels = [UInt32](repeating: 0, count: components.map(\.count).reduce(0, +))
    for (label, members) in components.enumerated() {
      for member in members { labels[member] = UInt32(label) }
    }
    return labels
  }
}
