import Graphs
import Settings
import TestSupport
import Testing
import Vocabulary

@testable import Detection

private let run = SmallRun(accounts: 2_000, days: 60, groomerShare: 0.03)

private func alerts(
  of log: EventLog, view: PlatformView, batchRows: Int = 4_096, threads: Int = 1,
  rowsPerCall: Int = 65_536, entries: [DetectorCatalogue.Entry] = DetectorCatalogue.entries
) -> [Alert] {
  var engine = Engine(
    view: view, detectors: entries, settings: DetectionSettings(), batchRows: batchRows,
    threads: threads)
  var source = MemoryEventSource(log, rowsPerCall: rowsPerCall)
  var events = EventLog()
  while source.next(into: &events) { engine.observe(events) }
  return engine.alerts()
}

@Suite("The engine, over every detector of the catalogue")
struct EngineContractTests {
  private static let reference = alerts(of: run.log, view: run.view)

  @Test("has something to hold the other tests against: every detector but one raises alerts")
  func everyDetectorAlerts() {
    for entry in DetectorCatalogue.entries {
      let alerts = Self.reference.contains { $0.detector == entry.name }
      #expect(alerts == (entry.name != Never.entry.name), "\(entry.name)")
    }
  }

  @Test("has a name of its own for every detector, and none that --detectors takes for several")
  func names() {
    let names = DetectorCatalogue.entries.map(\.name)
    let taken = DetectorCatalogue.Group.allCases.map(\.rawValue) + ["all", "any"]
    #expect(Set(names + taken).count == names.count + taken.count)
  }

  @Test("raises the same alerts whatever the batches", arguments: [1, 7, 4_096])
  func batches(rows: Int) {
    #expect(alerts(of: run.log, view: run.view, batchRows: rows) == Self.reference)
  }

  @Test(
    "raises the same alerts whatever the source hands out at a time", arguments: [1_000, 7_777])
  func sources(rows: Int) {
    #expect(alerts(of: run.log, view: run.view, rowsPerCall: rows) == Self.reference)
  }

  @Test("raises the same alerts on any number of threads", arguments: [2, 4])
  func threads(threads: Int) {
    #expect(alerts(of: run.log, view: run.view, threads: threads) == Self.reference)
  }

  @Test("raises the same alerts for a detector whether or not others run beside it")
  func alone() throws {
    for entry in DetectorCatalogue.entries {
      let expected = Self.reference.filter { $0.detector == entry.name }
      #expect(alerts(of: run.log, view: run.view, entries: [entry]) == expected)
    }
  }

  @Test("stamps an alert with the time of its cause, and cites no later event")
  func stamps() {
    for alert in Self.reference {
      #expect(alert.time.rawValue == run.log.times[alert.cause])
      for reason in alert.reasons {
        #expect(reason.events.allSatisfy { $0 <= alert.cause }, "\(alert)")
      }
    }
  }

  @Test("cites events by their own numbers, which need not follow each other")
  func numbers() {
    func renumbered(_ number: Int) -> Int { 3 * number + 5 }
    var log = EventLog()
    for row in 0..<run.log.count { log.append(run.log[row], number: renumbered(row)) }
    let expected = Self.reference.map { alert in
      var alert = alert
      alert.cause = renumbered(alert.cause)
      for reason in alert.reasons.indices {
        alert.reasons[reason].events = alert.reasons[reason].events.map(renumbered)
      }
      return alert
    }
    #expect(alerts(of: log, view: run.view, batchRows: 100) == expected)
  }

  @Test("never changes an alert by what comes later")
  func future() {
    let half = run.log.count / 2
    var beginning = EventLog()
    beginning.append(run.log, rows: 0..<half)
    #expect(
      alerts(of: beginning, view: run.view) == Self.reference.filter { $0.cause < half })
  }

  @Test("gives a detector that looks ahead nothing to look at")
  func lookAhead() {
    let entry = DetectorCatalogue.Entry(
      name: "peeker", group: .outside, about: "Looks ahead.", isEnabled: { _ in true },
      setThreshold: { _, _ in }
    ) { _, _ in Peeker() }
    // In batches of one, the event at hand is all there is.
    #expect(alerts(of: run.log, view: run.view, batchRows: 1, entries: [entry]).isEmpty)
  }

  @Test("keeps quiet about a suspect for a while after an alert")
  func quiet() {
    var last: [String: SimTime] = [:]
    for alert in Self.reference {
      let key = "\(alert.detector) \(alert.suspect)"
      if let earlier = last[key] { #expect(alert.time.days(since: earlier) >= 30) }
      last[key] = alert.time
    }
  }

  @Test("no settings row is mistaken")
  func settings() {
    #expect(DetectionSettings.mistakes() == [])
  }
}

/// Blames whoever is going to be blocked, if it can see that.
private struct Peeker: Detector {
  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      for later in row + 1..<max(batch.events.count, row + 1)
      where batch.events.kinds[later] == EventKind.block.rawValue {
        alerts.raise(
          AccountID(rawValue: batch.events.targets[later]), at: row, of: batch, score: 1,
          reasons: [])
      }
    }
  }
}

@Suite("Features of events")
struct FeatureTests {
  @Test("are as of the moment: friends made and lost count from their event on")
  func asOf() {
    // 0 is a friend of 2; 1 befriends 2 by accepting, and ends it.
    var accounts = DeclaredAccounts()
    for age in [40, 12, 12] {
      accounts.append(age: UInt8(age), latitude: 53, longitude: -1)
    }
    let view = PlatformView(
      accounts: accounts, friendships: Adjacency(vertexCount: 3, from: [0], to: [2]))
    let script: [(EventKind, Int, Int)] = [
      (.request, 0, 1), (.acceptance, 1, 2), (.request, 0, 1), (.unfriend, 1, 2), (.follow, 0, 1),
      (.view, 0, 2), (.view, 0, 1),
    ]
    var batch = EventBatch(events: EventLog(), features: EventFeatures())
    for (second, (kind, actor, target)) in script.enumerated() {
      batch.events.append(
        Event(
          time: SimTime(rawValue: Int32(second)), kind: kind, actor: AccountID(actor),
          target: AccountID(target)))
    }
    var tracker = FeatureTracker(view: view)
    tracker.advance(over: &batch)
    #expect(batch.features.mutualFriends == [0, -1, 1, -1, 0, -1, -1])
    #expect(batch.features.facts[0] == .adultToMinor)
    #expect(batch.features.facts[1] == [.actorIsMinor, .targetIsMinor])
    #expect(batch.features.facts[5] == [.actorIsAdult, .targetIsMinor, .areFriends])
    #expect(batch.features.facts[6] == .adultToMinor)
  }

  @Test(
    "measure great-circle distances between declared places",
    arguments: [
      // The haversine formula in Python, with R = 6371.0088.
      (52.9646, -1.1733, 51.5077, -0.1178, 177.22431942523406),
      (53.1493, -1.1887, 53.1279, -1.2666, 5.715171028279674),
      (53.0, -1.0, 53.0, -1.0, 0),
    ])
  func distances(
    latitudeA: Double, longitudeA: Double, latitudeB: Double, longitudeB: Double, expected: Double
  ) {
    var accounts = DeclaredAccounts()
    accounts.append(age: 30, latitude: latitudeA, longitude: longitudeA)
    accounts.append(age: 30, latitude: latitudeB, longitude: longitudeB)
    var batch = EventBatch(events: EventLog(), features: EventFeatures())
    batch.events.append(
      Event(
        time: SimTime(rawValue: 0), kind: .request, actor: AccountID(0), target: AccountID(1)))
    var tracker = FeatureTracker(
      view: PlatformView(
        accounts: accounts, friendships: Adjacency(vertexCount: 2, from: [], to: [])))
    tracker.advance(over: &batch)
    // Places are held as Float: 4e-6 degrees, half a metre.
    #expect(abs(Double(batch.features.distancesKilometres[0]) - expected) < 0.002)
  }

  @Test("have no distance where a place is not declared")
  func noDistance() {
    var accounts = DeclaredAccounts()
    accounts.append(age: 30, latitude: .nan, longitude: .nan)
    accounts.append(age: 12, latitude: 53, longitude: -1)
    var batch = EventBatch(events: EventLog(), features: EventFeatures())
    batch.events.append(
      Event(
        time: SimTime(rawValue: 0), kind: .follow, actor: AccountID(0), target: AccountID(1)))
    var tracker = FeatureTracker(
      view: PlatformView(
        accounts: accounts, friendships: Adjacency(vertexCount: 2, from: [], to: [])))
    tracker.advance(over: &batch)
    #expect(batch.features.distancesKilometres[0].isNaN)
  }
}

extension DeclaredAccounts {
  mutating func append(age: UInt8, latitude: Double, longitude: Double) {
    ages.append(age)
    places.append(0)
    latitudes.append(Float(latitude))
    longitudes.append(Float(longitude))
    opened.append(-1)
  }
}
