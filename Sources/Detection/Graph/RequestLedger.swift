import Vocabulary

/// Who reached out to whom lately, and what came of it.
///
/// Memory goes with what happened in the span, and with the newest `limitPerAccount` steps of those
/// that concern one account's outreach: older ones are forgotten.
struct RequestLedger {
  /// Steps of one account's outreach that count at a time.
  static let limitPerAccount: UInt32 = 1_024

  /// What last happened between somebody who reached out and somebody whom it concerns.
  enum Step: UInt8 {
    /// Asked to be friends, or followed, without an answer so far.
    case open
    /// Accepted as a friend.
    case accepted
    /// Declined, let lapse, blocked or reported.
    case rejected
  }

  /// One step.
  struct Entry {
    /// Who reached out.
    var from: UInt32
    /// Whom it concerned.
    var to: UInt32
    var time: Int32
    var step: Step
    /// The number of the event.
    var event: Int
  }

  private let span: Int32
  private var day: Int32 = 0
  private var entries: [Entry] = []
  /// How many entries there are, those beyond the limit that were not dropped yet among them.
  var entriesHeld: Int { entries.count }
  /// How many of the entries are of each account.
  private var held: [UInt32]
  /// How many of the entries are beyond their account's limit, to be dropped when they are many.
  private var surplus = 0

  /// Makes an empty ledger of a platform's accounts.
  init(days: Int, accounts: Int) {
    span = Int32(days) * SimTime.secondsPerDay
    held = [UInt32](repeating: 0, count: accounts)
  }

  /// Takes in a step.
  mutating func note(
    _ step: Step, from: UInt32, to: UInt32, at row: Int, of batch: borrowing EventBatch
  ) {
    let time = batch.events.times[row]
    if time / SimTime.secondsPerDay > day {
      day = time / SimTime.secondsPerDay
      advance(to: time)
    }
    held[Int(from)] += 1
    if held[Int(from)] > Self.limitPerAccount { surplus += 1 }
    entries.append(
      Entry(from: from, to: to, time: time, step: step, event: batch.events.number(of: row)))
    if surplus > entries.count / 2 { dropSurplus() }
  }

  /// Takes in an event if it turns somebody down: a refusal, a lapse, a block or a report.
  ///
  /// A block and a report reject whom they are about, with or without a request before. Rejecto, too,
  /// takes what was ignored or reported for rejected.
  mutating func noteRejection(at row: Int, of batch: borrowing EventBatch) {
    switch batch.events.kinds[row] {
    case EventKind.refusal.rawValue, EventKind.expiry.rawValue, EventKind.block.rawValue,
      EventKind.report.rawValue:
      note(
        .rejected, from: batch.events.targets[row], to: batch.events.actors[row], at: row,
        of: batch)
    default: break
    }
  }

  /// Takes in an event if it is a request, or what came of one: an acceptance or a rejection.
  mutating func noteRequest(at row: Int, of batch: borrowing EventBatch) {
    let (actor, target) = (batch.events.actors[row], batch.events.targets[row])
    switch batch.events.kinds[row] {
    case EventKind.request.rawValue: note(.open, from: actor, to: target, at: row, of: batch)
    case EventKind.acceptance.rawValue:
      note(.accepted, from: target, to: actor, at: row, of: batch)
    default: noteRejection(at: row, of: batch)
    }
  }

  /// Drops what is older than the span.
  mutating func advance(to time: Int32) {
    let old = entries.prefix { $0.time < time - span }
    for entry in old {
      // The oldest of an account are its surplus.
      if held[Int(entry.from)] > Self.limitPerAccount { surplus -= 1 }
      held[Int(entry.from)] -= 1
    }
    entries.removeFirst(old.count)
  }

  /// The entries within the limit of their accounts, in order.
  private var newest: [Entry] {
    guard surplus > 0 else { return entries }
    var left = held
    return entries.filter { entry in
      defer { left[Int(entry.from)] -= 1 }
      return left[Int(entry.from)] <= Self.limitPerAccount
    }
  }

  private mutating func dropSurplus() {
    let kept = newest
    for entry in entries { held[Int(entry.from)] = 0 }
    for entry in kept { held[Int(entry.from)] += 1 }
    (entries, surplus) = (kept, 0)
  }

  /// The last step of each pair, ascending by who reached out, then by whom it concerned.
  ///
  /// - Complexity: n log n in the steps held.
  func lastSteps() -> [Entry] {
    let entries = newest
    let order = entries.indices.sorted { left, right in
      let (a, b) = (entries[left], entries[right])
      return (a.from, a.to, left) < (b.from, b.to, right)
    }
    var last: [Entry] = []
    for index in order {
      let entry = entries[index]
      if let previous = last.last, previous.from == entry.from, previous.to == entry.to {
        last[last.count - 1] = entry
      } else {
        last.append(entry)
      }
    }
    return last
  }
}
