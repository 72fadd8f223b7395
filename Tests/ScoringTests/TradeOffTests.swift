import Activity
import Testing
import Vocabulary

@testable import Scoring

/// Alerts on the village, with scores; a budget of 1 is 12 accounts for 10 weeks: 0.12 accounts.
@Suite("The trade-off of a detector")
struct TradeOffTests {
  /// So many innocent accounts in one village, as a budget.
  private static func accounts(_ count: Double) -> Double { count / 0.12 }

  private static func alert(on suspect: Int, day: Int, score: Double) -> Alert {
    var alert = Village.alert(on: suspect, day: day)
    alert.score = score
    return alert
  }

  private static func tradeOff(_ worlds: [[Alert]]) throws -> TradeOff {
    // Groomer 0 meets children 2 and 3, groomer 1 meets child 4; one contact leads nowhere.
    let truth = GroundTruth(
      groomers: Village.groomers,
      cases: [
        Village.contact(0, 2, from: 1, meeting: 20), Village.contact(0, 3, from: 5, meeting: 50),
        Village.contact(1, 4, from: 9, meeting: 60), Village.contact(1, 5, from: 9, ended: 30),
      ], end: Village.end)
    var tradeOff = TradeOff()
    for alerts in worlds {
      try tradeOff.add(truth: truth, subjects: Village.subjects, alerts: alerts)
    }
    return tradeOff
  }

  /// Innocent 6 reaches 3, 7 reaches 5, 8 reaches 5; groomer 0 reaches 2, then 6; groomer 1 reaches 4.
  private static let alerts = [
    alert(on: 6, day: 1, score: 3), alert(on: 7, day: 2, score: 1), alert(on: 7, day: 3, score: 5),
    alert(on: 8, day: 4, score: 5), alert(on: 0, day: 10, score: 2),
    alert(on: 0, day: 30, score: 6), alert(on: 1, day: 59, score: 4),
  ]

  @Test(
    "has the lowest threshold that keeps within the budget, ties let through together or not at all",
    arguments: [
      // innocent accounts allowed, threshold, innocent, groomers and meetings reached
      (0.0, 6.0, 0, 1, 1), (1, 6, 0, 1, 1), (2, 4, 2, 2, 2), (2.9, 4, 2, 2, 2), (3, 2, 3, 2, 3),
      (9, 2, 3, 2, 3),
    ])
  func thresholds(
    allowed: Double, threshold: Double, innocent: Int, groomers: Int, preceded: Int
  ) throws {
    let priced = try Self.tradeOff([Self.alerts]).within(budget: Self.accounts(allowed))
    #expect(priced.threshold == threshold)
    #expect(priced.falseAlarms == innocent && priced.groomersAlerted == groomers)
    #expect(priced.preceded == preceded && priced.meetings == 3)
    #expect(abs(priced.falseAlarmRate - Self.accounts(Double(innocent))) < 1e-9)
  }

  @Test("counts an alert in the second of the meeting as none before it")
  func strictlyBefore() throws {
    let tradeOff = try Self.tradeOff([[Self.alert(on: 0, day: 20, score: 1)]])
    #expect(tradeOff.within(budget: 0).preceded == 1)
  }

  @Test("has no threshold where none keeps within the budget, or nothing was alerted on")
  func noThreshold() throws {
    let innocent = try Self.tradeOff([[Self.alert(on: 6, day: 1, score: 3)]])
    #expect(innocent.within(budget: 0).threshold == nil)
    #expect(innocent.within(budget: 0).share?.value == 0)
    #expect(innocent.within(budget: Self.accounts(1)).threshold == 3)
    #expect(try Self.tradeOff([[]]).within(budget: 1).threshold == nil)
  }

  @Test("pools worlds: one threshold for all, and the budget is that of all together")
  func pooled() throws {
    let quiet = [Self.alert(on: 1, day: 1, score: 3)]
    let priced = try Self.tradeOff([Self.alerts, quiet]).within(budget: Self.accounts(1))
    // Two innocent accounts in two villages.
    #expect(priced.threshold == 4 && priced.falseAlarms == 2)
    #expect(priced.preceded == 2 && priced.meetings == 6 && priced.groomers == 4)
  }

  @Test("takes the meetings of one groomer, and of one world, for less than as many alone")
  func clusters() throws {
    // In the first world all meetings are preceded, in the second none: worlds are what differs.
    let all = [Self.alert(on: 0, day: 1, score: 1), Self.alert(on: 1, day: 1, score: 1)]
    let priced = try Self.tradeOff([all, [], all, []]).within(budget: 0)
    let share = try #require(priced.share)
    #expect(share.value == 0.5)
    // python3 -c "z=1.959963984540054; n=12; w=[(3,3),(0,3)]*2; v=4/3*sum((y-s/2)**2 for y,s in w)/n**2
    // e=n/(v*(n-1)/.25); print(((.5+z*z/2/e)-z*(.25/e+z*z/4/e/e)**.5)/(1+z*z/e))"
    #expect(abs(share.low - 0.13258618274180456) < 1e-12)
    #expect(abs(share.high - (1 - 0.13258618274180456)) < 1e-12)
  }

  @Test("refuses alerts on accounts that the world does not have")
  func unknownAccount() throws {
    #expect(throws: ScoringError.self) {
      try Self.tradeOff([[Self.alert(on: 99, day: 1, score: 1)]])
    }
  }
}

@Suite("What is lost against a reference")
struct LossTests {
  /// Priced alerts of one world with groomers who meet so many children, of whom so many with an alert.
  private static func priced(_ groomers: [(Int, Int)]) -> PricedAlerts {
    PricedAlerts(
      worlds: 1, accounts: 100, groomers: groomers.count, threshold: 1, falseAlarms: 0,
      groomersAlerted: 0, thousandAccountWeeks: 1,
      outcomes: groomers.flatMap { count, total in (0..<total).map { $0 < count } },
      of: groomers.enumerated().flatMap { index, groomer in
        Array(
          repeating: ClusteredShare.Person(world: 0, person: UInt32(index)), count: groomer.1)
      })
  }

  // Documentation/Experiments/stress_intervals.py, after its functions: for
  // sizes = np.array([[1] * 20]); first, second = [1] * 14 + [0] * 6, ...: mover(intervals(sizes,
  // np.array([first])), intervals(sizes, np.array([second])), sizes, [np.array([first]), np.array([second])])
  @Test(
    "is the difference of shares, narrower the more both are right about the same groomers",
    arguments: [
      // Preceded in the reference: the first 14 of 20. Here: 8 of those, or 8 beginning elsewhere.
      (0, 0.09134470389454633, 0.46363582814625315), (8, 0.008161063950866465, 0.5274197503426415),
      (12, -0.11040934272645608, 0.6187567411546115),
    ])
  func paired(start: Int, low: Double, high: Double) throws {
    let reference = Self.priced((0..<20).map { ($0 < 14 ? 1 : 0, 1) })
    let here = Self.priced((0..<20).map { (start..<start + 8 ~= $0 ? 1 : 0, 1) })
    let loss = try #require(here.loss(against: reference))
    #expect(abs(loss.value - 0.3) < 1e-12)
    #expect(abs(loss.low - low) < 1e-12 && abs(loss.high - high) < 1e-12, "\(loss)")
  }

  @Test("is nothing of a scenario against itself, but as uncertain as its interval is uneven")
  func itself() throws {
    let priced = Self.priced([(1, 2), (0, 1), (3, 3)])
    let loss = try #require(priced.loss(against: priced))
    #expect(loss.value == 0 && loss.low < 0 && abs(loss.low + loss.high) < 1e-12)
  }

  @Test("is not known without a meeting")
  func nothing() {
    #expect(Self.priced([]).loss(against: Self.priced([(1, 1)])) == nil)
    #expect(Self.priced([(1, 1)]).loss(against: Self.priced([])) == nil)
  }
}
