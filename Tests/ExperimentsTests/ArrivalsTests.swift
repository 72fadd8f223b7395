import Activity
import Detection
import Graphs
import TestSupport
import Testing
import Vocabulary

@testable import Experiments

/// A scenario of so many days with a delivery.
private func scenario(days: Int = 90, _ set: (inout DeliverySettings) -> Void) -> Scenario {
  var scenario = Scenario()
  scenario.calendar.days = days
  set(&scenario.delivery)
  return scenario
}

/// A post a second.
private func posts(_ count: Int) -> EventLog {
  var log = EventLog()
  for second in 0..<count {
    log.append(
      Event(
        time: SimTime(rawValue: Int32(second)), kind: .post, actor: AccountID(0),
        detail: UInt16(truncatingIfNeeded: second)))
  }
  return log
}

/// All that arrives.
private func arrivals(
  of log: EventLog, in scenario: Scenario, rowsPerCall: Int = 65_536
) throws -> EventLog {
  var arriving = Arrivals(of: MemoryEventSource(log, rowsPerCall: rowsPerCall), in: scenario)
  var all = EventLog()
  var batch = EventLog()
  while try arriving.next(into: &batch) { all.append(batch, rows: 0..<batch.count) }
  #expect(try !arriving.next(into: &batch))
  return all
}

@Suite("Delivery") struct ArrivalsTests {
  private static let late = scenario {
    $0.lateShare = 0.25
    $0.lateMedianMinutes = 30
    $0.lateSigma = 1
    $0.duplicateShare = 0.1
  }

  @Test("is in order and once unless a scenario says otherwise")
  func perfect() throws {
    #expect(try arrivals(of: posts(1_000), in: Scenario()) == posts(1_000))
  }

  @Test("is late and doubled as often, and as late, as the scenario says")
  func shares() throws {
    let count = 40_000
    let log = try arrivals(of: posts(count), in: Self.late)
    var first: [Int: Int32] = [:]
    var delays: [Double] = []
    for row in 0..<log.count {
      let number = log.number(of: row)
      #expect(log.details[row] == UInt16(truncatingIfNeeded: number))
      #expect(log.times[row] == Int32(number), "it is known when it happened")
      delays.append(Double(log.arrival(of: row) - (first[number] ?? Int32(number))))
      if first[number] == nil { first[number] = log.arrival(of: row) }
    }
    #expect(first.count == count, "every event arrives")
    // Five standard errors each: of a binomial share, and of the median of a log-normal delay,
    // sqrt(pi / 2) sigma / sqrt(n) of its logarithm.
    let doubled = Double(log.count - count) / Double(count)
    #expect(abs(doubled - 0.1) < 5 * (0.1 * 0.9 / Double(count)).squareRoot())
    let late = Double(first.count { $0.value != $0.key }) / Double(count)
    #expect(abs(late - 0.25) < 5 * (0.25 * 0.75 / Double(count)).squareRoot())
    let positive = delays.filter { $0 > 0 }.sorted()
    let median = positive[positive.count / 2]
    #expect(abs(median / 1_800 - 1) < 5 * 1.26 / Double(positive.count).squareRoot())
  }

  @Test("follows the clock, and of one second the order in which things happened")
  func order() throws {
    let log = try arrivals(of: posts(5_000), in: Self.late)
    let order = (0..<log.count).map { (log.arrival(of: $0), log.number(of: $0)) }
    #expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 })
    #expect(zip(order, order.dropFirst()).contains { $0.1 > $1.1 }, "effects before causes")
  }

  @Test("never shows what would arrive after the end of the run")
  func end() throws {
    let oneDay = scenario(days: 1) {
      $0.lateShare = 1
      $0.lateMedianMinutes = 1_440
      $0.duplicateShare = 1
    }
    let log = try arrivals(of: posts(10_000), in: oneDay)
    #expect((0..<log.count).allSatisfy { log.arrival(of: $0) < SimTime.secondsPerDay })
    #expect(log.count > 1_000 && log.count < 10_000)
  }

  @Test("does not depend on how the stream is cut", arguments: [1, 7, 1_000])
  func cuts(rows: Int) throws {
    #expect(
      try arrivals(of: posts(3_000), in: Self.late, rowsPerCall: rows)
        == arrivals(of: posts(3_000), in: Self.late))
  }

  @Test("of an event is the same whether or not others happen")
  func others() throws {
    let whole = try arrivals(of: posts(2_000), in: Self.late)
    var some = EventLog()
    for row in stride(from: 0, to: 2_000, by: 3) { some.append(posts(2_000), rows: row..<row + 1) }
    var expected = EventLog()
    for row in 0..<whole.count where whole.number(of: row) % 3 == 0 {
      expected.append(whole, rows: row..<row + 1)
    }
    #expect(try arrivals(of: some, in: Self.late) == expected)
  }

  @Test("differs by seed")
  func seeds() throws {
    var other = Self.late
    other.seed = 2
    #expect(try arrivals(of: posts(500), in: other) != arrivals(of: posts(500), in: Self.late))
  }
}

@Suite("Detectors, when events are late, doubled and out of order") struct DisorderTests {
  private static func alerts(
    of log: EventLog, view: PlatformView, in scenario: Scenario, batchRows: Int = 4_096,
    threads: Int = 1
  ) throws -> [Alert] {
    let replay = Replay(
      through: DetectorCatalogue.entries, settings: scenario.detection, batchRows: batchRows,
      threads: threads)
    var arriving = Arrivals(of: MemoryEventSource(log), in: scenario)
    return try replay.alerts(on: &arriving, view: view)
  }

  @Test(
    "raise the same alerts on any number of threads and with any batch",
    arguments: [(1, 1), (7, 2), (4_096, 2)])
  func invariance(batchRows: Int, threads: Int) throws {
    let run = SmallRun(accounts: 1_000, days: 40, groomerShare: 0.03)
    let disorder = scenario(days: 40) {
      $0.lateShare = 0.3
      $0.lateMedianMinutes = 600
      $0.duplicateShare = 0.2
    }
    let expected = try Self.alerts(of: run.log, view: run.view, in: disorder)
    #expect(!expected.isEmpty)
    #expect(
      try expected != Self.alerts(of: run.log, view: run.view, in: scenario(days: 40) { _ in }))
    #expect(
      try Self.alerts(
        of: run.log, view: run.view, in: disorder, batchRows: batchRows, threads: threads)
        == expected)
  }

  @Test("stamp an alert with the arrival of its cause, which has its own number")
  func stamps() throws {
    let run = SmallRun(accounts: 1_000, days: 40, groomerShare: 0.03)
    let disorder = scenario(days: 40) { $0.lateShare = 1 }
    let alerts = try Self.alerts(of: run.log, view: run.view, in: disorder)
    #expect(!alerts.isEmpty)
    for alert in alerts {
      #expect(alert.time.rawValue > run.log.times[alert.cause])
      #expect(alert.time < run.truth.end.advanced(bySeconds: 1))
    }
    #expect(zip(alerts, alerts.dropFirst()).allSatisfy { $0.time <= $1.time })
  }

  @Test("survive any stream, however it arrives", arguments: 0..<12)
  func fuzz(seed: Int) throws {
    var generator = SplitMix(state: UInt64(seed))
    let accounts = 24
    var declared = DeclaredAccounts()
    for account in 0..<accounts {
      declared.ages.append([12, 15, 30, 50, DeclaredAccounts.unknownAge][account % 5])
      declared.places.append(-1)
      declared.latitudes.append(account % 4 == 0 ? .nan : 53)
      declared.longitudes.append(account % 4 == 0 ? .nan : Float(account % 7))
      declared.opened.append(-1)
    }
    var events: [Event] = []
    for _ in 0..<4_000 {
      let actor = Int.random(in: 0..<accounts, using: &generator)
      let kind = EventKind.allCases.randomElement(using: &generator) ?? .post
      let other = (actor + Int.random(in: 1..<accounts, using: &generator)) % accounts
      events.append(
        Event(
          time: SimTime(rawValue: Int32.random(in: 0..<20 * 86_400, using: &generator)),
          kind: kind, actor: AccountID(actor), target: kind == .post ? .none : AccountID(other),
          detail: UInt16.random(in: 0...255, using: &generator),
          count: UInt8.random(in: 1...255, using: &generator)))
    }
    var log = EventLog()
    log.append(contentsOf: events.sorted())
    var disorder = scenario(days: 20) {
      $0.lateShare = [0.3, 1][seed % 2]
      $0.lateMedianMinutes = [1, 600, 10_000][seed % 3]
      $0.lateSigma = 3
      $0.duplicateShare = [0.5, 1][seed / 2 % 2]
    }
    disorder.seed = seed
    disorder.detection.quietDays = 0
    disorder.detection.watermark.waitMinutes = [0, 5, 2_000][seed % 3]
    disorder.detection.watermark.rememberDays = [0, 7][seed % 2]
    disorder.detection.unconnectedOutreach.minimumMinors = 1
    disorder.detection.rejectedByChildren.minimumRejections = 1
    disorder.detection.viewSpike.limit = 1
    disorder.detection.conversationCues.runsBetweenFalseAlarms = 2
    let view = PlatformView(
      accounts: declared, friendships: Adjacency(vertexCount: accounts, from: [0, 1], to: [2, 4]))
    let expected = try Self.alerts(of: log, view: view, in: disorder)
    let heard = Set(expected.map(\.detector))
    for entry in DetectorCatalogue.entries where entry.group == .pattern {
      #expect(heard.contains(entry.name), "\(entry.name)")
    }
    #expect(heard.count > 8, "\(heard.sorted())")
    #expect(
      try Self.alerts(of: log, view: view, in: disorder, batchRows: 13, threads: 2) == expected)
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195), for streams of any kind.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
