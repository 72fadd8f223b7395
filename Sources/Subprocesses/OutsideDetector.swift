import Detection
import Vocabulary

/// A detector that is another program, which sees what a platform sees and answers with alerts.
///
/// It is sent a batch only once it has answered the last, so that no answer can rest on events of
/// later batches, and no alert hangs on how fast the program is; it works on a batch while the engine
/// makes the next. After a fault the program is ended, the alerts so far stand, and the rest of the
/// run passes it by.
struct OutsideDetector: Detector {
  private enum State {
    case ready(ProgramSession, PlatformView)
    case watching(ProgramSession)
    case gone
  }

  /// A batch that was sent.
  private struct Sent {
    var batch: EventBatch
    var rows: [Int]
  }

  private var state: State
  private let accounts: Int
  private let isWanted: [Bool]
  private let limits: ProgramLimits
  /// The batch that was sent last.
  private var last: Sent?
  private var isAnswered = true
  private var answered = 0
  private var sentNumbers = NumberSet()
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
      session.prepare(batch, rows: rows)
      // Not a byte of a batch goes out before the answer to the one before it is here.
      try detector.takeAnswer(from: &session, &alerts)
      session.sendPrepared()
      for row in rows { detector.sentNumbers.insert(batch.events.number(of: row)) }
      detector.last = Sent(batch: batch, rows: rows)
      detector.isAnswered = false
    }
  }

  mutating func finish(_ alerts: inout AlertSink) {
    attempt { (detector: inout Self, session: inout ProgramSession) throws(ProgramFault) in
      try detector.takeAnswer(from: &session, &alerts)
      var lastAnswer = Answer()
      try session.end(detector.bounds) { lastAnswer = $0 }
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
      last = nil
      sentNumbers = NumberSet()
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

  /// What an answer to the last batch is held to.
  private var bounds: Answer.Bounds {
    // Without an event there is nothing that an alert could be about.
    Answer.Bounds(
      accounts: accounts, rows: last?.rows.count ?? 0, sent: sentNumbers,
      alerts: last == nil ? 0 : limits.alertsPerBatch)
  }

  /// Waits for the answer to the last batch, if it has not come.
  private mutating func takeAnswer(
    from session: inout ProgramSession, _ alerts: inout AlertSink
  ) throws(ProgramFault) {
    guard !isAnswered, let last else { return }
    isAnswered = true
    answered += 1
    Self.raise(try session.answer(to: answered, bounds), at: last, &alerts)
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
