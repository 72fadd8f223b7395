import Testing
import Vocabulary

@testable import Detection

@Suite("Who reached out to whom lately") struct RequestLedgerTests {
  /// Requests of account 0 to accounts 1, 2, 3 ..., a minute apart, and one of account 1 before them.
  private func ledger(requests: Int, days: Int = 28) -> RequestLedger {
    var ledger = RequestLedger(days: days, accounts: requests + 1)
    var log = EventLog()
    log.append(contentsOf: [event(from: 1, to: 2, minute: 0)])
    log.append(contentsOf: (1...requests).map { event(from: 0, to: $0, minute: $0) })
    let batch = EventBatch(events: log, features: EventFeatures())
    for row in 0..<log.count { ledger.noteRequest(at: row, of: batch) }
    return ledger
  }

  private func event(from actor: Int, to target: Int, minute: Int) -> Event {
    Event(
      time: SimTime(day: 0).advanced(byDays: Double(minute) / 1_440), kind: .request,
      actor: AccountID(actor), target: AccountID(target))
  }

  @Test(
    "keeps the newest steps of an account that has too many, and all of others",
    arguments: [1_023, 1_024, 1_025, 3_000, 10_000])
  func newest(requests: Int) {
    let steps = ledger(requests: requests).lastSteps()
    let own = steps.filter { $0.from == 0 }.map { Int($0.to) }
    #expect(own == Array((1...requests).suffix(1_024)))
    #expect(steps.filter { $0.from == 1 }.map(\.to) == [2])
  }

  @Test("forgets what is older than its days")
  func old() {
    var ledger = ledger(requests: 3_000, days: 1)
    // Minutes 0 to 3000: after the third day has begun, those of the last 1440 are left.
    ledger.advance(to: 3_000 * 60)
    #expect(ledger.lastSteps().map { Int($0.to) } == Array(1_977...3_000))
    ledger.advance(to: 3_500 * 60)
    #expect(ledger.lastSteps().map { Int($0.to) } == Array(2_060...3_000))
    ledger.advance(to: 9_000 * 60)
    #expect(ledger.lastSteps().isEmpty)
  }

  @Test("holds no more than twice what counts, and what is older goes day by day")
  func memory() {
    #expect(ledger(requests: 10_000).entriesHeld <= 2 * 1_025 + 1)
    // Days 0 to 6; on the last, nothing asked for a look.
    #expect(ledger(requests: 9_000, days: 1).entriesHeld <= 2 * 1_025 + 1)
    var slow = RequestLedger(days: 1, accounts: 1_000)
    var log = EventLog()
    log.append(contentsOf: (0..<900).map { event(from: $0, to: 999, minute: 60 * $0) })
    let batch = EventBatch(events: log, features: EventFeatures())
    for row in 0..<log.count { slow.noteRequest(at: row, of: batch) }
    #expect(slow.entriesHeld <= 49)
  }
}
