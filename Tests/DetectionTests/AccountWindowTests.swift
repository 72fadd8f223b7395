import Graphs
import TestSupport
import Testing
import Vocabulary

@testable import Detection

@Suite("Windows of an account's conduct")
struct AccountWindowTests {
  /// Account 0 is an adult, 1 to 3 are under 18, 3 far away and 2 of no known place; 4 is an adult.
  private static let view: PlatformView = {
    var accounts = DeclaredAccounts()
    accounts.append(age: 40, latitude: 53, longitude: -1)
    accounts.append(age: 12, latitude: 53, longitude: -1)
    accounts.append(age: 12, latitude: .nan, longitude: .nan)
    accounts.append(age: 12, latitude: 54, longitude: -1)
    accounts.append(age: 40, latitude: 53, longitude: -1)
    // 1 shares the friend 4 with account 0, which is also a friend of 1's from the start.
    return PlatformView(
      accounts: accounts, friendships: Adjacency(vertexCount: 5, from: [0, 1, 0], to: [4, 4, 1]))
  }()

  private static func told(of log: EventLog, _ view: PlatformView) -> AccountRows {
    var batch = EventBatch(events: log, features: EventFeatures())
    var tracker = FeatureTracker(view: view, needs: [.windows])
    tracker.advance(over: &batch)
    return batch.windows
  }

  private static func rows(
    _ script: [(day: Double, EventKind, Int, Int, CueSet)]
  ) -> [[String: Float]] {
    var log = EventLog()
    for (day, kind, actor, target, cues) in script {
      log.append(
        Event(
          time: SimTime(rawValue: Int32(day * 86_400)), kind: kind, actor: AccountID(actor),
          target: AccountID(target), detail: cues.rawValue))
    }
    let rows = told(of: log, view)
    #expect(rows.accounts.allSatisfy { $0 == AccountID(0) })
    return (0..<rows.count).map { index in
      Dictionary(
        uniqueKeysWithValues: zip(AccountFeatures.all.map(\.name), rows.values(of: index)))
    }
  }

  @Test("count requests by what joins the two")
  func requests() throws {
    let row = try #require(
      Self.rows([
        (0.1, .request, 0, 1, []), (0.2, .follow, 0, 2, []), (0.3, .request, 0, 3, []),
        (0.4, .request, 0, 4, []), (0.5, .refusal, 3, 0, []), (0.6, .block, 2, 0, []),
        (0.7, .acceptance, 1, 0, []),
      ]).last)
    #expect(row["requests-7d"] == 4)
    #expect(row["requests-to-minors-7d"] == 2)
    #expect(row["follows-of-minors-7d"] == 1)
    #expect(row["unconnected-minors-7d"] == 2)
    #expect(row["refused-by-minors-7d"] == 1)
    #expect(row["blocks-by-minors-7d"] == 1)
    #expect(row["accepted-by-minors-7d"] == 1)
    #expect(row["refused-share-28d"] == 0.5)
    #expect(row["minor-share"] == 0.75)
    #expect(row["mean-mutual-friends-28d"] == Float(1) / 3)
    // 0 km and one degree of latitude: pi / 180 times 6371.0088 km.
    #expect(abs(try #require(row["mean-kilometres-28d"]) - 111.195 / 2) < 0.01)
    // Linear counting of 3 in 64: -64 ln(61 / 64) = 3.07.
    #expect(abs(try #require(row["minors-contacted-28d"]) - 3.0726) < 0.001)
  }

  @Test("hold today and 6 or 27 whole days before it")
  func days() {
    let rows = Self.rows([
      (0.9, .request, 0, 1, []), (6.9, .request, 0, 2, []), (7.0, .request, 0, 3, []),
      (27.9, .request, 0, 1, []), (28.0, .request, 0, 1, []),
    ])
    #expect(rows.map { $0["requests-to-minors-7d"] } == [1, 2, 2, 1, 2])
    #expect(rows.map { $0["requests-to-minors-28d"] } == [1, 2, 3, 4, 4])
  }

  @Test("sum up evidence by conversation, each never below nothing")
  func evidence() throws {
    let telling: CueSet = [CueSet(.asksSecrecy), CueSet(.movesPlatform)]
    let rows = Self.rows(
      [(0.1, .message, 0, 3, telling), (0.2, .message, 0, 2, telling)]
        + (0..<9).map { (0.3 + Double($0) / 100, .message, 0, 2, CueSet()) })
    // The sum over cues of ln((1 - g) / (1 - o)) with the defaults' rates, and for the two cues
    // ln(g / o) in its place: by Python's math module.
    let (both, none) = (3.010406689018832, -0.5918393884879756)
    func evidence(_ row: [String: Float]) throws -> (Double, Double) {
      (
        Double(try #require(row["highest-cue-evidence"])),
        Double(try #require(row["summed-cue-evidence"]))
      )
    }
    for (row, ordinary) in zip(rows, [nil, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      let second = ordinary.map { max(0, both + Double($0) * none) } ?? 0
      let (highest, summed) = try evidence(row)
      #expect(abs(highest - both) < 1e-5)
      #expect(abs(summed - both - second) < 1e-5, "after \(ordinary ?? -1)")
    }
    #expect(rows.map { $0["messages-with-cues-28d"] } == [1] + .init(repeating: 2, count: 10))
    #expect(rows.last?["asks-secrecy-28d"] == 2)
    #expect(rows.last?["flatters-28d"] == 0)
    #expect(rows.last?["messages-to-strange-minors-28d"] == 11)
  }

  @Test("are told of at the first, second, fourth ... friendly act of a day")
  func milestones() {
    let acts = (0..<20).map { (0.1 + Double($0) / 100, EventKind.view, 0, 1, CueSet()) }
    #expect(Self.rows(acts).map { $0["views-of-minors-7d"] } == [1, 2, 4, 8, 16])
    let talk = (0..<4).map { (Double($0), EventKind.message, 0, 1, CueSet()) }
    #expect(Self.rows(talk).count == 4)
  }

  @Test("hold nothing of accounts that do nothing to under-18s, nor of under-18s")
  func others() {
    #expect(
      Self.rows([
        (0, .request, 0, 4, []), (0.1, .message, 1, 2, []), (0.2, .message, 1, 0, []),
        (0.3, .refusal, 1, 4, []),
      ]).isEmpty)
  }

  @Test("have finite features of different names, none below 0, in a whole run")
  func finite() {
    #expect(Set(AccountFeatures.all.map(\.name)).count == AccountFeatures.all.count)
    let rows = Self.told(of: Self.run.log, Self.run.view)
    #expect(rows.count > 1_000)
    #expect(rows.values.allSatisfy { $0 >= 0 && $0.isFinite })
  }

  @Test("read without a detector are those that the engine hands to one")
  func reader() {
    let rows = Self.told(of: Self.run.log, Self.run.view)
    var reader = AccountRowReader(view: Self.run.view, settings: DetectionSettings())
    var source = MemoryEventSource(Self.run.log, rowsPerCall: 9_999)
    var log = EventLog()
    var read: [Float] = []
    var accounts: [AccountID] = []
    while source.next(into: &log) {
      reader.read(log) { time, account, values in
        #expect(time.rawValue == Self.run.log.times[rows.rows[accounts.count]])
        accounts.append(account)
        read += values
      }
    }
    #expect(accounts == rows.accounts)
    #expect(read == rows.values)
  }

  private static let run = SmallRun(accounts: 1_200, days: 45, groomerShare: 0.05)

  @Test("are what counting over the whole log gives")
  func naive() {
    let (log, view) = (Self.run.log, Self.run.view)
    let rows = Self.told(of: log, view)
    let kinds: [(String, EventKind, byMinor: Bool)] = [
      ("requests-to-minors", .request, false), ("follows-of-minors", .follow, false),
      ("accepted-by-minors", .acceptance, true), ("refused-by-minors", .refusal, true),
      ("unanswered-by-minors", .expiry, true), ("blocks-by-minors", .block, true),
      ("reports-by-minors", .report, true), ("views-of-minors", .view, false),
      ("profile-views-of-minors", .profileView, false), ("messages-to-minors", .message, false),
      ("messages-from-minors", .message, true),
    ]
    let names = AccountFeatures.all.map(\.name)
    for index in stride(from: rows.count / 50, to: rows.count, by: rows.count / 25) {
      let (account, last) = (rows.accounts[index].rawValue, rows.rows[index])
      let today = SimTime(rawValue: log.times[last]).day
      // Its dealings with minors; what they do counts from its first act on one on.
      let dealings = (0...last).filter { row in
        log.kinds[row] != EventKind.post.rawValue
          && (log.actors[row] == account && view.accounts.isMinor(Int(log.targets[row]))
            || log.targets[row] == account && view.accounts.isMinor(Int(log.actors[row])))
      }.drop { log.actors[$0] != account }
      for (length, days) in [("7d", 7), ("28d", 28)] {
        for (name, kind, byMinor) in kinds {
          let count = dealings.count { row in
            log.kinds[row] == kind.rawValue && (log.actors[row] == account) != byMinor
              && SimTime(rawValue: log.times[row]).day > today - days
          }
          let position = names.firstIndex(of: "\(name)-\(length)") ?? 0
          let values = rows.values(of: index)
          #expect(
            values[values.startIndex + position] == Float(count), "\(name)-\(length) at \(last)")
        }
      }
    }
  }
}
