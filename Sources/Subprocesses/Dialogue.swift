import Lines
import Foundation
import Settings

/// Lines to a program and lines back, however full the pipes are.
///
/// Only a call that waits for a line or for room takes time, and for no longer than the program may
/// take. What comes back is read when it is asked for, so that nothing hangs on how fast it comes.
struct Dialogue: Sendable {
  private let child: ChildProcess
  private let limits: ProgramLimits
  private let isInterrupted: @Sendable () -> Bool
  private var outgoing: [UInt8] = []
  private var sent = 0
  private var isLast = false
  private var incoming = LineReader()
  private var outputEnded = false
  private var lastBytes: [UInt8] = []
  /// How many lines came back.
  private(set) var lines = 0

  private static let lastBytesKept = 4_096
  private static let lastLinesShown = 8
  private static let mostErrorReads = 4
  private static let sliceMilliseconds: Int32 = 100
  /// No pipe tells that a process has ended.
  private static let endingMilliseconds: Int32 = 5

  /// Starts a command.
  init(
    _ command: String, limits: ProgramLimits, isInterrupted: @escaping @Sendable () -> Bool
  ) throws(ProgramFault) {
    do {
      child = try ChildProcess(shell: command)
    } catch {
      throw .notStarted(reason: error.words)
    }
    self.limits = limits
    self.isInterrupted = isInterrupted
  }

  /// Sends what a writer holds, as far as there is room; the rest follows while lines are waited for.
  mutating func send(_ line: LineWriter) {
    // What went out is dropped each time: with large batches the last is never out by the next.
    outgoing.removeFirst(sent)
    sent = 0
    outgoing.append(contentsOf: line.bytes[..<line.count])
    write()
  }

  /// Sends the rest of all that was sent.
  mutating func flush(_ expected: ProgramFault.Expected) throws(ProgramFault) {
    try waiting(for: expected) { dialogue in dialogue.sent == dialogue.outgoing.count }
  }

  /// Nothing more will be sent.
  mutating func close() {
    isLast = true
    write()
  }

  /// The next line; nil if the program ended its output.
  mutating func line(_ expected: ProgramFault.Expected) throws(ProgramFault) -> [UInt8]? {
    var found: [UInt8]?
    try waiting(for: expected, reading: true) { dialogue in
      found = dialogue.incoming.next()
      if found == nil, dialogue.outputEnded { found = dialogue.incoming.rest() }
      return found != nil || dialogue.outputEnded
        || dialogue.incoming.bytesAtHand > dialogue.limits.lineBytes
    }
    if found != nil || !outputEnded { lines += 1 }
    guard found?.count ?? incoming.bytesAtHand <= limits.lineBytes else {
      throw .lineTooLong(
        line: lines, bytes: limits.lineBytes,
        excerpt: Self.excerpt(of: found ?? incoming.beginning))
    }
    return found
  }

  /// How the program ended, after it ended its output.
  mutating func ending(_ expected: ProgramFault.Expected) throws(ProgramFault) -> ProgramEnding {
    var ending: ChildProcess.Ending?
    // One that goes on without output is given a moment, and no more.
    let grace = ContinuousClock.now + .seconds(expected == .end ? limits.answerSeconds : 1)
    try waiting(for: expected, sliceMilliseconds: Self.endingMilliseconds) { dialogue in
      ending = dialogue.child.ending()
      return ending != nil || ContinuousClock.now >= grace
    }
    readErrors()
    switch ending {
    case .code(let code): return .code(code)
    case .signal(let signal): return .signal(signal)
    case nil: return .closedOutput
    }
  }

  /// Ends the program.
  func stop() { child.stop() }

  /// The end of what the program wrote to standard error.
  var lastWords: String {
    let text = String(decoding: lastBytes, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).suffix(Self.lastLinesShown)
      .map { Excerpt.shortened(String($0), to: 160) }.joined(separator: "\n")
  }

  /// The beginning of a line, fit to be shown.
  static func excerpt(of line: [UInt8]) -> String {
    Excerpt.shortened(String(decoding: line.prefix(400), as: UTF8.self))
  }

  /// Writes and reads until something is so, or the program has had its time.
  private mutating func waiting(
    for expected: ProgramFault.Expected, reading: Bool = false,
    sliceMilliseconds: Int32 = Self.sliceMilliseconds, until isDone: (inout Self) -> Bool
  ) throws(ProgramFault) {
    let clock = ContinuousClock()
    var deadline: ContinuousClock.Instant?
    while !isDone(&self) {
      let now = clock.now
      let end = deadline ?? now + .seconds(limits.answerSeconds)
      deadline = end
      if isInterrupted() { throw .interrupted }
      guard now < end else {
        throw .silent(
          seconds: limits.answerSeconds, expected: expected, lastWords: lastWords)
      }
      let left = (end - now) / .milliseconds(1)
      child.wait(
        writing: sent < outgoing.count, reading: reading && !outputEnded,
        milliseconds: Int32(min(left.rounded(.up), Double(sliceMilliseconds))))
      write()
      readErrors()
      guard reading, !outputEnded else { continue }
      switch child.read(.output) {
      case .bytes(let bytes): incoming.append(bytes)
      case .nothingYet: break
      case .ended: outputEnded = true
      }
    }
  }

  private mutating func write() {
    if sent < outgoing.count {
      switch child.write(outgoing, from: sent, to: outgoing.count) {
      case .bytes(let count): sent += count
      // What it wrote before it closed its input is still to be read.
      case .ended: sent = outgoing.count
      }
    }
    if isLast, sent == outgoing.count { child.closeInput() }
  }

  private mutating func readErrors() {
    // One that never stops must not keep us here.
    for _ in 0..<Self.mostErrorReads {
      guard case .bytes(let bytes) = child.read(.errors) else { return }
      lastBytes.append(contentsOf: bytes)
      lastBytes.removeFirst(max(0, lastBytes.count - Self.lastBytesKept))
    }
  }
}
