import Lines
import Detection
import Vocabulary

/// A program that has said it is ready.
struct ProgramSession: Sendable {
  let readiness: Readiness
  let limits: ProgramLimits
  private(set) var dialogue: Dialogue
  private var line = LineWriter()

  /// Starts a program, greets it and waits until it is ready.
  init(
    _ command: String, facts: RunFacts, limits: ProgramLimits,
    isInterrupted: @escaping @Sendable () -> Bool
  ) throws(ProgramFault) {
    self.limits = limits
    dialogue = try Dialogue(command, limits: limits, isInterrupted: isInterrupted)
    Messages.hello(facts, to: &line)
    dialogue.send(line)
    // A program that fails here is ended with the last that refers to it.
    let (value, bytes) = try Self.value(from: &dialogue, .readiness)
    do {
      readiness = try Readiness(value)
    } catch {
      throw .refused(
        line: dialogue.lines, reason: error.reason, excerpt: Dialogue.excerpt(of: bytes))
    }
  }

  /// Sends what the platform knows at the start.
  mutating func send(_ view: PlatformView) throws(ProgramFault) {
    var first = 0
    repeat {
      line.removeAll()
      first = Messages.accounts(view.accounts, from: first, to: &line)
      dialogue.send(line)
      try dialogue.flush(.start)
    } while first < view.accounts.count
    guard readiness.wantsFriendships else { return }
    var friendships = Messages.Friendships(view.friendships)
    line.removeAll()
    while friendships.next(to: &line) {
      dialogue.send(line)
      try dialogue.flush(.start)
      line.removeAll()
    }
  }

  /// Puts events into words, and sends none of them.
  mutating func prepare(_ batch: borrowing EventBatch, rows: [Int]) {
    line.removeAll()
    Messages.events(batch, rows: rows, columns: readiness.columns, to: &line)
  }

  /// Sends what was prepared; what the pipe has no room for goes out while an answer is waited for.
  mutating func sendPrepared() { dialogue.send(line) }

  /// Waits for the answer to a batch.
  mutating func answer(
    to batch: Int, _ bounds: Answer.Bounds
  ) throws(ProgramFault) -> Answer {
    let (value, bytes) = try Self.value(from: &dialogue, .answer(batch: batch))
    return try answer(value, bytes, bounds)
  }

  /// Says that there are no more events, hands on what is still answered, and waits for the end.
  mutating func end(
    _ bounds: Answer.Bounds, take: (Answer) -> Void
  ) throws(ProgramFault) {
    line.removeAll()
    Messages.end(to: &line)
    dialogue.send(line)
    dialogue.close()
    if let bytes = try dialogue.line(.end) {
      take(try answer(try Self.parsed(bytes, line: dialogue.lines), bytes, bounds))
      if let more = try dialogue.line(.end) {
        throw .unasked(line: dialogue.lines, excerpt: Dialogue.excerpt(of: more))
      }
    }
    let ending = try dialogue.ending(.end)
    guard ending == .code(0) else {
      throw .ended(ending, expected: .end, lastWords: dialogue.lastWords)
    }
  }

  /// Ends the program.
  func stop() { dialogue.stop() }

  private func answer(
    _ value: ReceivedValue, _ bytes: [UInt8], _ bounds: Answer.Bounds
  ) throws(ProgramFault) -> Answer {
    do {
      return try Answer(value, bounds)
    } catch {
      throw .refused(
        line: dialogue.lines, reason: error.reason, excerpt: Dialogue.excerpt(of: bytes))
    }
  }

  private static func value(
    from dialogue: inout Dialogue, _ expected: ProgramFault.Expected
  ) throws(ProgramFault) -> (ReceivedValue, [UInt8]) {
    guard let bytes = try dialogue.line(expected) else {
      throw .ended(
        try dialogue.ending(expected), expected: expected, lastWords: dialogue.lastWords)
    }
    return (try parsed(bytes, line: dialogue.lines), bytes)
  }

  /// What most answers say.
  private static let noAlerts = Array("{\"alerts\": []}".utf8)

  private static func parsed(_ bytes: [UInt8], line: Int) throws(ProgramFault) -> ReceivedValue {
    if bytes == noAlerts { return .object(["alerts": .list([])]) }
    do {
      return try ReceivedValue(line: bytes)
    } catch {
      throw .notJSON(line: line, reason: error.reason, excerpt: Dialogue.excerpt(of: bytes))
    }
  }
}
