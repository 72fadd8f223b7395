import Graphs
import Testing
import Vocabulary

@testable import Detection

@Suite("Trust that walks over friendships")
struct TrustWalkTests {
  /// Zachary's karate club, as networkx has it: for each member, those of higher number.
  private static let karate: [(Int, [Int])] = [
    (0, [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31]),
    (1, [2, 3, 7, 13, 17, 19, 21, 30]),
    (2, [3, 7, 8, 9, 13, 27, 28, 32]),
    (3, [7, 12, 13]),
    (4, [6, 10]),
    (5, [6, 10, 16]),
    (6, [16]),
    (8, [30, 32, 33]),
    (9, [33]),
    (13, [33]),
    (14, [32, 33]),
    (15, [32, 33]),
    (18, [32, 33]),
    (19, [33]),
    (20, [32, 33]),
    (22, [32, 33]),
    (23, [25, 27, 29, 32, 33]),
    (24, [25, 27, 31]),
    (25, [31]),
    (26, [29, 33]),
    (27, [33]),
    (28, [31, 33]),
    (29, [32, 33]),
    (30, [32, 33]),
    (31, [32, 33]),
    (32, [33]),
  ]

  // References/trust_walk.py
  private static let trustPerFriend = [
    0.349884281819778, 0.263854226687673, 0.194247734211964, 0.269488566760145,
    0.567832964928814, 0.609415757406101, 0.537650721156744, 0.256735353120194,
    0.1650907980762, 0.133928415577283, 0.472146249929671, 0.342704335731538,
    0.302083861831644, 0.221589984111987, 0.0761602201662639, 0.0761602201662639,
    0.631241916609399, 0.289314850736809, 0.0761602201662639, 0.219879403184258,
    0.0761602201662639, 0.289314850736809, 0.0761602201662639, 0.075101843386419,
    0.100581874577832, 0.0949609217450201, 0.0699328786325005, 0.103831375017464,
    0.135090309158112, 0.0705390471193179, 0.139292722997531, 0.127285697835927,
    0.104811662045173, 0.115300722652924,
  ]

  private static func friends(_ rows: [(Int, [Int])], members: Int) -> GrowingAdjacency {
    var friends = GrowingAdjacency(Adjacency(vertexCount: members, from: [], to: []))
    for (member, others) in rows {
      for other in others { friends.insert(member, other) }
    }
    return friends
  }

  @Test("gives what the product of matrices gives, on the karate club")
  func karate() {
    let walk = TrustWalk(over: Self.friends(Self.karate, members: 34), from: [0, 5])
    for (value, expected) in zip(walk.trustPerFriend, Self.trustPerFriend) {
      #expect(abs(value - expected) < 1e-12)
    }
  }

  @Test("reaches the far bell of a barbell last")
  func barbell() {
    let bells = [(0, [1, 2, 3, 4]), (1, [2, 3, 4]), (2, [3, 4]), (3, [4]), (4, [5]), (5, [6])]
    let far = [(6, [7, 8, 9, 10]), (7, [8, 9, 10]), (8, [9, 10]), (9, [10])]
    let walk = TrustWalk(over: Self.friends(bells + far, members: 11), from: [0, 1, 2])
    #expect(abs(walk.trustPerFriend[0] - 0.491705729166667) < 1e-12)
    #expect(abs(walk.trustPerFriend[10] - 0.01375) < 1e-12)
    let shares = walk.shareTrustedMore()
    // Equals share a place: three seeds are trusted most, four members of the far bell least.
    #expect(shares[0..<3].allSatisfy { $0 == 0 })
    #expect(shares[7...].allSatisfy { $0 == 7.0 / 11 })
  }

  @Test("takes ceil(log2 n) steps", arguments: [(1, 0), (2, 1), (3, 2), (8, 3), (9, 4), (34, 6)])
  func steps(accounts: Int, steps: Int) {
    #expect(TrustWalk.steps(accounts: accounts) == steps)
  }
}

@Suite("Detector of little trust")
struct SybilRankTests {
  /// Adults 0 to 4 are friends of each other and of children 10 to 14; 5 to 9 hang on as a chain.
  private static let friendships: [(UInt32, UInt32)] = [
    (0, 1), (0, 2), (0, 3), (0, 4), (0, 10), (0, 11), (1, 2), (1, 3), (1, 4), (1, 11), (1, 12),
    (2, 3), (2, 4), (2, 12), (2, 13), (3, 4), (3, 13), (3, 14), (4, 5), (4, 10), (4, 14), (5, 6),
    (6, 7), (7, 8), (8, 9),
  ]

  private func alerts(_ stage: Stage) -> [Alert] {
    var settings = DetectionSettings()
    settings.quietDays = 0
    settings.sybilRank.minimumShare = 0.9
    settings.sybilRank.seeds = 3
    settings.sybilRank.everyDays = 1
    return stage.alerts(friendships: Self.friendships, settings: settings)
  }

  @Test("names the adult at the end of a chain, and nobody without friends")
  func end() {
    var stage = Stage(SybilRank.entry)
    stage.on(0.5, .post, 30, 30)
    stage.on(1.5, .post, 30, 30)
    let alerts = alerts(stage)
    #expect(alerts.map(\.suspect) == [AccountID(9)])
    #expect(alerts.map(\.cause) == [1])
    #expect(alerts.map(\.score) == [14.0 / 15])
    #expect(alerts.map { $0.reasons[2].value } == [1])
  }

  @Test("goes by the friendships as they are: accepted, ended, and ended by a block")
  func follows() {
    var stage = Stage(SybilRank.entry)
    for child in 10..<15 { stage.on(0.5, .acceptance, child, 9) }
    stage.on(0.6, .unfriend, 9, 8)
    stage.on(1.5, .post, 30, 30)
    stage.on(1.6, .block, 7, 8)
    stage.on(2.5, .post, 30, 30)
    // Last, 8 is without a friend, and in the ranking no more.
    #expect(alerts(stage).map(\.suspect) == [AccountID(7), AccountID(7)])
    #expect(alerts(stage).map(\.score) == [14.0 / 15, 13.0 / 14])
  }

  @Test("begins at the oldest accounts with friends, of those at the ones with most")
  func seeds() {
    var accounts = DeclaredAccounts()
    for opened in [-5, -9, -9, -9, -7] as [Int32] {
      accounts.append(age: 30, latitude: 53, longitude: -1)
      accounts.opened[accounts.count - 1] = opened
    }
    let view = PlatformView(
      accounts: accounts,
      friendships: Adjacency(vertexCount: 5, from: [0, 0, 1, 2], to: [2, 4, 2, 4]))
    #expect(TrustSeeds.chosen(2, of: view) == [1, 2])
    #expect(TrustSeeds.chosen(1, of: view) == [2])
    #expect(TrustSeeds.chosen(9, of: view) == [0, 1, 2, 4])
  }
}
