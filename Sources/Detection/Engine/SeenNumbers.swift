import Vocabulary

/// Which events have been seen, by their numbers: a bit each, where they do not follow each other.
struct SeenNumbers {
  /// All numbers below this one count as seen.
  private var end = 0
  /// Bits of numbers from 64 × `firstWord` on.
  private var words: [UInt64] = []
  private var firstWord = 0
  /// The highest number seen by a moment, one value a day or so, oldest first.
  private var marks: [(moment: Int32, next: Int)] = []
  private var next = 0

  /// Takes note of the events of a log if they follow on all those seen.
  ///
  /// - Returns: whether they do; otherwise nothing is noted.
  mutating func insert(allOf events: borrowing EventLog) -> Bool {
    guard events.numbers.isEmpty, events.firstID == end, next == end else { return false }
    end += events.count
    next = end
    return true
  }

  /// Takes note of an event.
  ///
  /// - Returns: whether it was not seen before.
  mutating func insert(_ number: Int) -> Bool {
    guard number >= end else { return false }
    if words.isEmpty { firstWord = end / 64 }
    let word = number / 64 - firstWord
    let bit = UInt64(1) << UInt64(number % 64)
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    guard words[word] & bit == 0 else { return false }
    words[word] |= bit
    next = max(next, number + 1)
    return true
  }

  /// Forgets events that happened before a moment: from now on they count as seen.
  ///
  /// Numbers are in the order of happening, so that all seen by a moment had happened by then.
  mutating func forget(before oldest: Int32, at moment: Int32) {
    if marks.last.map({ moment - $0.moment >= SimTime.secondsPerDay }) ?? true {
      marks.append((moment, next))
    }
    let old = marks.prefix { $0.moment < oldest }
    guard let last = old.last else { return }
    end = max(end, last.next)
    let passed = min(max(end / 64 - firstWord, 0), words.count)
    words.removeFirst(passed)
    firstWord += passed
    marks.removeFirst(old.count)
  }
}
