import Activity
import GRDB
import Graphs
import Testing
import Vocabulary

@testable import Storage

/// Questions to the hand-made run: 0 and 1 are friends from 50 until 100, 0 and 3 until 90.
@Suite("Graph store")
struct GraphStoreTests {
  let folder: TemporaryFolder
  let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    try SmallRun.write(to: folder.run)
    store = try GraphStore(RunFile(opening: folder.run))
  }

  private func at(_ seconds: Int32) -> SimTime { SimTime(rawValue: seconds) }

  @Test("has a friendship from its first second on, and not in the second that ends it")
  func ends() throws {
    func friends(_ time: Int32) throws -> [Int] {
      try store.neighbours(of: AccountID(0), at: at(time)).map(\.index)
    }
    #expect(try friends(-2) == [])
    #expect(try friends(-1) == [3])
    #expect(try friends(49) == [3])
    #expect(try friends(50) == [1, 3])
    #expect(try friends(89) == [1, 3])
    #expect(try friends(90) == [1])
    #expect(try friends(99) == [1])
    #expect(try friends(100) == [])
    #expect(try store.degree(of: AccountID(1), at: at(50)) == 3)
    let first = try store.friendships(of: AccountID(1), at: at(50)).first
    #expect(first == .init(friend: AccountID(0), since: at(50), until: at(100)))
  }

  @Test("gives the same answers without a cache")
  func cache() throws {
    let bare = try GraphStore(RunFile(opening: folder.run), cacheLimit: 0)
    for account in (0..<5).map({ AccountID($0) }) {
      for time in [at(-1), at(60), at(200)] {
        let expected = try store.friendships(of: account, at: time)
        #expect(try bare.friendships(of: account, at: time) == expected)
        #expect(try bare.friendships(of: account, at: time) == expected)
      }
    }
  }

  @Test("finds the shortest way of the moment, none where there is none, itself to itself")
  func paths() throws {
    func way(_ time: Int32) throws -> [Int]? {
      try store.shortestPath(from: AccountID(0), to: AccountID(2), at: at(time))?.map(\.index)
    }
    #expect(try way(49) == [0, 3, 1, 2])
    #expect(try way(60) == [0, 1, 2])
    #expect(try way(100) == nil)
    let itself = try store.shortestPath(from: AccountID(4), to: AccountID(4), at: at(0))
    #expect(itself == [AccountID(4)])
    #expect(try store.components(at: at(100)).sizes == [1, 3, 1])
  }

  @Test("knows of a request what was known by then")
  func requests() throws {
    func outcomes(_ time: Int32) throws -> [RequestOutcome] {
      try store.requests(of: AccountID(0), at: at(time)).map(\.outcome)
    }
    #expect(try outcomes(39) == [])
    #expect(try outcomes(40) == [.open])
    #expect(try outcomes(49) == [.open, .open])
    #expect(try outcomes(50) == [.accepted, .open])
    #expect(try outcomes(60) == [.accepted, .declined])
    let pair = try store.requests(of: AccountID(2), with: AccountID(0), at: at(60))
    #expect(pair.map(\.sender) == [AccountID(0)])
    #expect(pair.first?.answered == at(60))
    #expect(try store.requests(of: AccountID(2), with: AccountID(1), at: at(60)) == [])
  }

  @Test("knows of a conversation that it had begun, and how it went once it was over")
  func conversations() throws {
    func talks(_ time: Int32) throws -> [GraphStore.Conversation] {
      try store.conversations(of: AccountID(1), at: at(time))
    }
    #expect(try talks(69) == [])
    #expect(try talks(79).map(\.whole) == [nil])
    #expect(try talks(80).first?.whole == .init(last: at(80), fromLower: 5, fromHigher: 2))
    let pair = try store.conversations(of: AccountID(1), with: AccountID(0), at: at(80))
    #expect(try pair == talks(80))
    #expect(try store.conversations(of: AccountID(1), with: AccountID(3), at: at(80)) == [])
  }

  @Test("refuses an account that the run does not have, by name")
  func unknown() throws {
    let error = StorageError.noAccount(path: folder.run, account: 5, accounts: 5)
    #expect(error.isBadInput)
    #expect("\(error)".hasSuffix("there is no account 5, expected a number from 0 to 4"))
    let (known, unknown) = (AccountID(0), AccountID(5))
    #expect(throws: error) { try store.neighbours(of: unknown, at: at(0)) }
    #expect(throws: error) { try store.mutualFriends(known, unknown, at: at(0)) }
    #expect(throws: error) { try store.shortestPath(from: known, to: unknown, at: at(0)) }
    #expect(throws: error) { try store.reached(from: unknown, within: 0, at: at(0)) }
    #expect(throws: error) { try store.requests(of: known, with: unknown, at: at(0)) }
    #expect(throws: error) { try store.conversations(of: unknown, at: at(0)) }
  }
}

@Suite("A network in a damaged file") struct DamagedGraphTests {
  @Test("in which two are friends twice at a time is told of as damaged")
  func overlapping() throws {
    let folder = try TemporaryFolder()
    try SmallRun.write(to: folder.run)
    try DatabaseQueue(path: folder.run).write { database in
      try database.execute(sql: "INSERT INTO friendship VALUES (0, 1, 60, NULL)")
    }
    let store = GraphStore(try RunFile(opening: folder.run))
    let damage = StorageError.corrupt(
      path: folder.run, detail: "accounts 0 and 1 become friends while they are")
    for account in [0, 1] {
      #expect(throws: damage) {
        try store.friendships(of: AccountID(account), at: SimTime(rawValue: 20))
      }
    }
    #expect(try store.degree(of: AccountID(2), at: SimTime(rawValue: 20)) == 1)
  }
}
