import Activity
import Testing
import Vocabulary

@testable import Scoring

@Suite("Meetings alerted in time against false alarms")
struct AlarmCurveTests {
  static let truth = GroundTruth(
    groomers: Village.groomers,
    cases: [
      Village.contact(0, 2, from: 1, meeting: 20), Village.contact(0, 3, from: 5, meeting: 50),
      Village.contact(1, 4, from: 9, meeting: 60), Village.contact(1, 5, from: 9, ended: 30),
    ], end: Village.end)

  /// Alerts at random with scores from 1 to a number, so that many are tied.
  static func alerts(_ count: Int, scores: UInt64, seed: UInt64) -> [Alert] {
    var numbers = Congruence(state: seed)
    return (0..<count).map { _ in
      var alert = Village.alert(
        on: Int(numbers.below(12)), day: Int(numbers.below(70)),
        second: Int32(numbers.below(86_400)))
      alert.score = Double(numbers.below(scores) + 1)
      return alert
    }
  }

  static func curve(_ worlds: [[Alert]], points: Int = 200) throws -> AlarmCurve {
    try tradeOff(worlds).alarmCurve(points: points)
  }

  static func tradeOff(_ worlds: [[Alert]]) throws -> TradeOff {
    var tradeOff = TradeOff()
    for alerts in worlds {
      try tradeOff.add(truth: truth, subjects: Village.subjects, alerts: alerts)
    }
    return tradeOff
  }

  @Test("is at every threshold what the metrics say of the alerts from there", arguments: 1...20)
  func agreesWithMetrics(seed: Int) throws {
    let alerts = Self.alerts(30, scores: 12, seed: UInt64(seed))
    let curve = try Self.curve([alerts])
    #expect(curve.meetings == 3 && curve.groomers == 2 && curve.worlds == 1)
    for point in curve.points {
      let threshold = point.threshold ?? .infinity
      let evaluation = try Evaluation(
        truth: Self.truth, alerts: alerts.filter { $0.score >= threshold }, detectors: ["a"],
        subjects: Village.subjects)
      func row(_ metric: Metric) -> [Double?] {
        let row = evaluation.row(metric, for: "a")
        return [row?.value, row?.low, row?.high]
      }
      func numbers(_ share: Estimate?) -> [Double?] { [share?.value, share?.low, share?.high] }
      #expect(numbers(point.preceded) == row(.preceded), "seed \(seed)")
      #expect(numbers(point.precededBy7Days) == row(.precededByDays(7)), "seed \(seed)")
      #expect(numbers(point.precededBy30Days) == row(.precededByDays(30)), "seed \(seed)")
      let lead = point.medianLead
      #expect([lead.days, lead.low, lead.high] == row(.leadMedian), "seed \(seed)")
      let innocent = Set(alerts.filter { $0.score >= threshold }.map(\.suspect))
        .subtracting(Village.groomers)
      #expect(point.falseAlarms == innocent.count, "seed \(seed)")
      #expect(abs(point.price - Double(innocent.count) / 0.12) < 1e-9)
      // A lower threshold costs more, or does no more.
      let priced = try Self.tradeOff([alerts]).within(budget: point.price)
      #expect(priced.threshold == point.threshold && priced.share == point.preceded)
    }
  }

  @Test("rises with the price, one point per price")
  func rises() throws {
    let curve = try Self.curve([
      Self.alerts(60, scores: 1_000, seed: 3), Self.alerts(60, scores: 1_000, seed: 4),
    ])
    #expect(curve.points.first?.falseAlarms == 0 && curve.points.last?.falseAlarms == 20)
    for (before, after) in zip(curve.points, curve.points.dropFirst()) {
      #expect(before.price < after.price)
      #expect(try #require(before.preceded).value <= #require(after.preceded).value)
      #expect(before.medianLead.days ?? -.infinity <= after.medianLead.days ?? -.infinity)
    }
  }

  @Test("takes the lowest threshold of a price, for an alert before the highest score is reached")
  func earliest() throws {
    var first = Village.alert(on: 0, day: 1)
    first.score = 2
    var second = Village.alert(on: 0, day: 15)
    second.score = 6
    let point = try #require(try Self.curve([[first, second]]).points.first)
    #expect(point.threshold == 2)
    #expect(point.precededBy7Days.map(\.value) == 2.0 / 3)
    #expect(point.medianLead.days == 19)
  }

  @Test("is thinned to about as many points as asked for, the ends among them")
  func thinned() throws {
    let worlds = (0..<40).map { Self.alerts(40, scores: 1 << 30, seed: UInt64($0)) }
    let whole = try Self.curve(worlds, points: 10_000)
    let thin = try Self.curve(worlds, points: 30)
    #expect(whole.points.count > 300 && (10...31).contains(thin.points.count))
    #expect(thin.points.allSatisfy { whole.points.contains($0) })
    #expect(thin.points.prefix(3) == whole.points.prefix(3))
    #expect(thin.points.last == whole.points.last)
  }

  @Test("has one point that costs nothing where nobody was alerted on, or nobody met")
  func nothing() throws {
    let silent = try Self.curve([[]])
    #expect(silent.points.map(\.threshold) == [nil])
    #expect(
      silent.points.first?.preceded?.value == 0 && silent.points.first?.medianLead.days == nil)
    var tradeOff = TradeOff()
    try tradeOff.add(
      truth: GroundTruth(groomers: [], cases: [], end: Village.end), subjects: Village.subjects,
      alerts: [Village.alert(on: 6, day: 1)])
    #expect(tradeOff.alarmCurve().points.map(\.falseAlarms) == [0, 1])
    #expect(tradeOff.alarmCurve().points.allSatisfy { $0.preceded == nil })
    #expect(tradeOff.ranking().area == nil)
  }

  @Test("ranks adults by their highest score, children left out")
  func ranking() throws {
    var alerts = [0, 2, 6, 7].map { Village.alert(on: $0, day: 1) }
    for (index, score) in [5.0, 9, 5, 2].enumerated() { alerts[index].score = score }
    let ranked = try Self.tradeOff([alerts]).ranking()
    #expect(ranked.positives == 2 && ranked.negatives == 6)
    // Groomer 0 ties one of six and beats five, groomer 1 ties four and loses to two.
    #expect(ranked.area == (5.5 + 2) / 12)
  }

  @Test("a pooled trade-off is that of its worlds one by one")
  func pooled() throws {
    let worlds = (0..<3).map { Self.alerts(40, scores: 9, seed: UInt64($0)) }
    var pooled = try Self.tradeOff([worlds[0]])
    pooled.add(try Self.tradeOff([worlds[1], worlds[2]]))
    #expect(pooled.alarmCurve() == (try Self.tradeOff(worlds).alarmCurve()))
    #expect(pooled.ranking() == (try Self.tradeOff(worlds).ranking()))
  }
}
