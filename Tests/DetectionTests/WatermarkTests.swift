import Testing
import Vocabulary

@testable import Detection

private typealias Row = (number: Int, happened: Int32, arrived: Int32)

/// Arrivals written as (number, when it happened, when it arrived), in seconds.
private func arrivals(_ rows: [Row]) -> EventLog {
  var log = EventLog()
  for row in rows {
    log.append(
      Event(time: SimTime(rawValue: row.happened), kind: .post, actor: AccountID(0)),
      number: row.number, arrival: SimTime(rawValue: row.arrived))
  }
  return log
}

/// What is handed on, as (number, time shown, moment).
private func handedOn(
  _ logs: [EventLog], waitMinutes: Double = 0, rememberDays: Double = 7
) -> [[Int]] {
  var settings = WatermarkSettings()
  settings.waitMinutes = waitMinutes
  settings.rememberDays = rememberDays
  var watermark = Watermark(settings: settings)
  var rows: [[Int]] = []
  for log in logs {
    watermark.advance(over: log) { events in
      for row in 0..<events.count {
        rows.append([events.number(of: row), Int(events.times[row]), Int(events.arrival(of: row))])
      }
    }
  }
  return rows
}

@Suite("The watermark") struct WatermarkTests {
  /// Event 1 comes a minute late, event 4 an hour; 2 comes twice.
  private static let disorder = arrivals([
    (0, 0, 0), (2, 20, 20), (3, 60, 60), (1, 10, 70), (2, 20, 80), (5, 4_000, 4_000),
    (4, 90, 4_010), (6, 9_000, 9_000),
  ])

  @Test("hands on a stream without disorder as it is")
  func perfect() {
    let log = arrivals([(0, 0, 0), (1, 5, 5), (2, 5, 5)])
    #expect(log.arrivals.isEmpty && log.numbers.isEmpty)
    #expect(handedOn([log]) == [[0, 0, 0], [1, 5, 5], [2, 5, 5]])
  }

  @Test("without a wait hands on in the order of arrival, at the time of arrival, each once")
  func noWait() {
    #expect(
      handedOn([Self.disorder]) == [
        [0, 0, 0], [2, 20, 20], [3, 60, 60], [1, 70, 70], [5, 4_000, 4_000], [4, 4_010, 4_010],
        [6, 9_000, 9_000],
      ])
  }

  @Test("with a wait puts in order again what comes within it, and hands on the rest at once")
  func wait() {
    #expect(
      handedOn([Self.disorder], waitMinutes: 2) == [
        [0, 0, 120], [1, 10, 130], [2, 20, 140], [3, 60, 180],
        // An hour late: at once, as if it had happened at the watermark.
        [4, 4_010 - 120, 4_010], [5, 4_000, 4_120],
        // Number 6 still waits when the events end.
      ])
  }

  @Test("lets a duplicate pass that comes when its event is forgotten")
  func forgotten() {
    let day = SimTime.secondsPerDay
    let log = arrivals([(0, 0, 0), (1, 5, 5), (0, 0, 2 * day), (1, 5, 2 * day + 5)])
    #expect(handedOn([log], rememberDays: 2).map { $0[0] } == [0, 1])
    #expect(handedOn([log], rememberDays: 1).map { $0[0] } == [0, 1, 0, 1])
  }

  @Test(
    "does not depend on how arrivals are cut, and never goes back in time",
    arguments: [0.0, 1, 60, 3_000], [0.0, 0.1, 7])
  func cuts(waitMinutes: Double, rememberDays: Double) {
    // Multiplying by 7,919 scatters the numbers: each event is late by up to five
    // hours and a half, every fifth comes again half a day later.
    var rows: [Row] = []
    for number in 0..<4_000 {
      let happened = Int32(number * 40)
      let arrived = happened + Int32(number * 7_919 % 20_000)
      rows.append((number, happened, arrived))
      if number % 5 == 0 { rows.append((number, happened, arrived + 43_200)) }
    }
    rows.sort { ($0.arrived, $0.number) < ($1.arrived, $1.number) }
    let whole = handedOn(
      [arrivals(rows)], waitMinutes: waitMinutes, rememberDays: rememberDays)
    for step in [1, 7, 4_096] {
      let cut = stride(from: 0, to: rows.count, by: step)
        .map { arrivals(Array(rows[$0..<min($0 + step, rows.count)])) }
      #expect(handedOn(cut, waitMinutes: waitMinutes, rememberDays: rememberDays) == whole)
    }
    #expect(zip(whole, whole.dropFirst()).allSatisfy { $0[1] <= $1[1] && $0[2] <= $1[2] })
    let numbers = whole.map { $0[0] }
    if rememberDays == 7 { #expect(Set(numbers).count == numbers.count) }
    if rememberDays == 0, waitMinutes < 3_000 { #expect(numbers.count > 4_400) }
    if waitMinutes == 3_000 { #expect(whole.map { $0[1] } == whole.map { $0[0] * 40 }) }
  }
}
