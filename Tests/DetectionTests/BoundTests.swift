import Settings
import TestSupport
import Testing
import Vocabulary

@testable import Detection

@Suite("The detector that blames everybody")
struct AlwaysTests {
  @Test("alerts once on every adult account, at the first event in which it takes part")
  func alerts() {
    var stage = Stage(Always.entry)
    stage.on(1, .request, 0, 10)
    stage.on(2, .refusal, 11, 1)
    stage.on(3, .message, 0, 1)
    stage.on(4, .request, 2, 3)
    // Its later events are no news, not even after the quiet days of the settings.
    stage.on(60, .message, 0, 10)
    let alerts = stage.alerts()
    #expect(alerts.map(\.suspect) == [0, 1, 2, 3].map { AccountID($0) })
    #expect(alerts.map(\.cause) == [0, 1, 3, 3])
  }

  @Test("of a world, blames every adult account of which anything is seen, and no minor")
  func world() {
    let run = SmallRun(accounts: 800, days: 10)
    var engine = Engine(
      view: run.view, detectors: [Always.entry], settings: DetectionSettings(), threads: 1)
    engine.observe(run.log)
    let seen = Set(run.log.actors).union(run.log.targets).filter {
      $0 != AccountID.none.rawValue && run.view.accounts.isAdult(Int($0))
    }
    #expect(Set(engine.alerts().map(\.suspect.rawValue)) == seen)
    #expect(seen.count > 500)
  }
}

@Suite("The detector that blames nobody")
struct NeverTests {
  @Test("raises no alert, whatever happens")
  func alerts() {
    var stage = Stage(Never.entry)
    for number in 0..<40 { stage.on(Double(number) / 10, .report, 10 + number, 0) }
    #expect(stage.alerts().isEmpty)
  }
}

@Suite("The detector that goes by chance")
struct ChanceTests {
  private static let halfDay = SimTime.secondsPerDay / 2

  /// 2,000 adults who each do something every twelve hours of 20 weeks.
  private static func alerts(_ settings: ChanceSettings) -> [Alert] {
    var detector = Chance(settings: settings, accounts: 2_000)
    var sink = AlertSink(detector: "random", keeping: .quiet(days: 0))
    for half in 0..<(20 * 14) {
      var batch = EventBatch(events: EventLog(), features: EventFeatures())
      batch.events.removeAll(nextID: half * 2_000)
      for account in 0..<2_000 {
        batch.events.append(
          Event(
            time: SimTime(rawValue: Int32(half) * Self.halfDay), kind: .post,
            actor: AccountID(account)))
        batch.features.facts.append(.actorIsAdult)
      }
      detector.observe(batch, &sink)
    }
    return sink.alerts
  }

  @Test("keeps to its budget: so many alerts a week for a thousand adults")
  func budget() {
    var settings = ChanceSettings()
    settings.alertsPer1000Week = 25
    // Binomial, 40,000 lots at 0.025: 1,000 with a standard deviation of 31, and some 4 are drawn
    // for the last half day, after which nothing happens.
    let count = Self.alerts(settings).count
    #expect(abs(count - 1_000) < 110, "\(count)")
  }

  @Test("waits for the moment that was drawn, and for the account to do something")
  func moments() throws {
    var settings = ChanceSettings()
    settings.alertsPer1000Week = 1_000
    let alerts = Self.alerts(settings)
    // One a week and account, but for moments in the last half day of all, 143 of 2,000.
    #expect((39_800...39_910).contains(alerts.count), "\(alerts.count)")
    let slots = alerts.map { $0.time.rawValue / Self.halfDay % 14 }
    // Moments are spread evenly over a week, 2,857 for each half day with a standard deviation of
    // 52; those of the last half day show at the first of the next week.
    for slot in Int32(1)..<14 {
      let count = slots.count { $0 == slot }
      #expect((2_620...3_090).contains(count), "\(slot): \(count)")
    }
  }

  @Test("gives other accounts another seed, and the same ones the same")
  func seeds() {
    var settings = ChanceSettings()
    settings.alertsPer1000Week = 25
    let first = Self.alerts(settings)
    #expect(Self.alerts(settings) == first)
    settings.seed = 2
    #expect(Self.alerts(settings).map(\.suspect) != first.map(\.suspect))
  }

  @Test("draws nobody without a budget, and never a minor")
  func nobody() {
    var settings = DetectionSettings()
    settings.chance.alertsPer1000Week = 0
    var stage = Stage(Chance.entry)
    for day in 0..<300 {
      stage.on(Double(day), .post, 0, 10)
      stage.on(Double(day) + 0.5, .post, 10, 11)
    }
    #expect(stage.alerts(settings: settings).isEmpty)
    settings.chance.alertsPer1000Week = 1_000
    let alerts = stage.alerts(settings: settings)
    #expect(Set(alerts.map(\.suspect)) == [AccountID(0)])
  }
}
