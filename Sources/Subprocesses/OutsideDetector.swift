import Detection
import Vocabulary

/// A detector that is another program, which sees what a platform sees and answers with alerts.
///
/// Answers are taken in the order of the batches and at fixed moments, so that no alert hangs on how
/// fast the program is. After a fault the program is ended, the alerts so far stand, and the rest of
/// the run passes it by.
struct OutsideDetector: Detector {
  private enum State {
    case ready(ProgramSession, PlatformView)
    case watching(ProgramSession)
    case gone
  }

  /// A batch that was sent and has not been answered.
  private struct Sent {
    var batch: EventBatch
    var rows: [Int]
    var bounds: Answer.Bounds
  }

  private var state: State
  private let accounts: Int
  private let isWanted: [Bool]
  private let limits: ProgramLimits
  private var underWay: [Sent] = []
  private var last: Sent?
  private var sent = 0
  private var answered = 0
  private var nextNumber = 0
  private(set) var problems: [String] = []

  /// Makes the detector of a program that is ready.
  init(_ session: ProgramSession, view: PlatformView) {
    state = .ready(session, view)
    accounts = view.accounts.count
    limits = session.limits
    isWanted = (0..<256).map { number in
      EventKind(rawValue: UInt8(number)).map(session.readiness.kinds.contains) ?? false
    }
  }

  /// Makes the detector of a program that could not be started again.
  init(_ fault: ProgramFault) {
    state = .gone
    accounts = 0
    limits = ProgramLimits()
    isWanted = []
    problems = [fault.description]
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    let batch = copy batch
    attempt { (detector: inout Self, session: inout ProgramSession) throws(ProgramFault) in
      let rows = detector.rows(of: batch)
      guard !rows.isEmpty else { return }
      for row in rows {
        detector.nextNumber = max(detector.nextNumber, batch.events.number(of: row) + 1)
      }
      session.send(batch, rows: rows)
      detector.sent += 1
      let bounds = Answer.Bounds(
        accounts: detector.accounts, rows: rows.count, nextNumber: detector.nextNumber,
        alerts: detector.limits.alertsPerBatch)
      detector.underWay.append(Sent(batch: batch, rows: rows, bounds: bounds))
      while detector.underWay.count >= detector.limits.batchesUnderWay {
        try detector.takeAnswer(from: &session, &alerts)
      }
    }
  }

  mutating func finish(_ alerts: inout AlertSink) {
    attempt { (detector: inout Self, session: inout ProgramSession) throws(ProgramFault) in
      while !detector.underWay.isEmpty { try detector.takeAnswer(from: &session, &alerts) }
      // Without an event there is nothing that an alert could be about.
      let bounds =
        detector.last?.bounds
        ?? Answer.Bounds(accounts: detector.accounts, rows: 0, nextNumber: 0, alerts: 0)
      var lastAnswer = Answer()
      try session.end(bounds) { lastAnswer = $0 }
      if let last = detector.last { Self.raise(lastAnswer, at: last, &alerts) }
    }
    if case .watching(let session) = state { session.stop() }
    state = .gone
  }

  /// Does something with the program, which is gone if that fails.
  private mutating func attempt(
    _ work: (inout Self, inout ProgramSession) throws(ProgramFault) -> Void
  ) {
    let before = state
    // Held once, so that no buffer is copied.
    state = .gone
    var session: ProgramSession
    var view: PlatformView?
    switch before {
    case .gone: return
    case .ready(let started, let start): (session, view) = (started, start)
    case .watching(let started): session = started
    }
    do throws(ProgramFault) {
      if let view { try session.send(view) }
      try work(&self, &session)
      state = .watching(session)
    } catch {
      session.stop()
      problems.append(error.description)
      underWay = []
      last = nil
    }
  }

  private func rows(of batch: borrowing EventBatch) -> [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(batch.events.count)
    for row in 0..<batch.events.count where isWanted[Int(batch.events.kinds[row])] {
      rows.append(row)
    }
    return rows
  }

  private mutating func takeAnswer(
    from session: inout ProgramSession, _ alerts: inout AlertSink
  ) throws(ProgramFault) {
    let next = underWay.removeFirst()
    answered += 1
    Self.raise(try session.answer(to: answered, next.bounds), at: next, &alerts)
    last = next
  }

  /// Raises what a program claims, in the order of the events that caused it.
  private static func raise(_ answer: Answer, at sent: Sent, _ alerts: inout AlertSink) {
    let claims = answer.alerts.enumerated()
      .sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
    for (_, claim) in claims {
      alerts.raise(
        claim.suspect, child: claim.child, at: sent.rows[claim.row], of: sent.batch,
        score: claim.score, reasons: claim.reasons)
    }
  }
}
