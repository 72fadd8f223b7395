import Testing

@testable import Vocabulary

@Suite("Events and their times")
struct EventTests {
  @Test(
    "a time knows its day and its second, before the start too",
    arguments: [
      (0, 0, 0), (86_399, 0, 86_399), (86_400, 1, 0), (-1, -1, 86_399), (-86_400, -1, 0),
      (-86_401, -2, 86_399),
    ] as [(Int32, Int, Int32)])
  func days(raw: Int32, day: Int, second: Int32) {
    let time = SimTime(rawValue: raw)
    #expect(time.day == day)
    #expect(time.secondOfDay == second)
    #expect(SimTime(day: day, second: second) == time)
  }

  @Test("an advance beyond the last representable moment stays there")
  func saturates() {
    #expect(SimTime(day: 20_000).advanced(byDays: 1e9).rawValue == .max)
    #expect(SimTime(day: 0).advanced(byDays: -1e9).rawValue == .min)
  }

  @Test("an event takes 16 bytes")
  func size() {
    #expect(MemoryLayout<Event>.stride == 16)
  }

  @Test("in one second a post precedes its view, and a request its answer")
  func order() {
    let time = SimTime(rawValue: 5)
    let kinds: [EventKind] = [.post, .view, .request, .acceptance, .message, .block]
    let events = kinds.map {
      Event(time: time, kind: $0, actor: AccountID(1), target: AccountID(2))
    }
    #expect(events.reversed().sorted() == events)
  }

  @Test("a log gives back what was put in, singly, together or from another log")
  func roundTrip() {
    let events = (0..<10).map { number in
      Event(
        time: SimTime(rawValue: Int32(number)), kind: .message, actor: AccountID(number),
        target: AccountID(number + 1), detail: UInt16(number), count: UInt8(number + 1))
    }
    var singly = EventLog()
    for event in events { singly.append(event) }
    var together = EventLog()
    together.append(contentsOf: events)
    var copied = EventLog()
    copied.append(together, rows: 0..<4)
    copied.append(together, rows: 4..<10)
    #expect(singly == together)
    #expect(copied == together)
    #expect((0..<10).map { together[$0] } == events)
  }

  @Test("a source in memory hands out every row once, in order", arguments: [1, 3, 10, 100])
  func memorySource(rows: Int) {
    var log = EventLog(firstID: 7)
    for number in 0..<10 {
      log.append(Event(time: SimTime(rawValue: Int32(number)), kind: .post, actor: AccountID(0)))
    }
    var source = MemoryEventSource(log, rowsPerCall: rows)
    var batch = EventLog()
    var seen: [Int] = []
    while source.next(into: &batch) {
      #expect(batch.count <= rows)
      seen += (0..<batch.count).map { batch.firstID + $0 }
    }
    #expect(seen == Array(7..<17))
  }

  @Test("events keep their numbers where some are left out or come in another order")
  func numbers() {
    var whole = EventLog(firstID: 100)
    for second in 0..<6 { whole.append(Self.post(second)) }
    var some = EventLog()
    for rows in [0..<1, 2..<4, 5..<6] { some.append(whole, rows: rows) }
    #expect(some.firstID == 100 && some.numbers == [100, 102, 103, 105])
    #expect(some[1] == whole[2] && some.number(of: 3) == 105 && some.nextID == 106)
    some.append(Self.post(9))
    some.append(Self.post(1), number: 101)
    some.append(contentsOf: [Self.post(2), Self.post(3)])
    #expect(some.numbers == [100, 102, 103, 105, 106, 101, 102, 103])
    #expect(some.count == 8)
    some.removeAll(nextID: 3)
    #expect(some == EventLog(firstID: 3))
  }

  @Test("numbers that follow each other are not held, however they came together")
  func numbersThatFollow() {
    var whole = EventLog(firstID: 7)
    for second in 0..<5 { whole.append(Self.post(second)) }
    #expect(whole.numbers.isEmpty)
    var gap = EventLog()
    gap.append(whole, rows: 0..<1)
    gap.append(whole, rows: 2..<5)
    var part = EventLog()
    part.append(gap, rows: 1..<4)
    var expected = EventLog()
    expected.append(whole, rows: 2..<5)
    #expect(part == expected && part.numbers.isEmpty && part.firstID == 9)
    var singly = EventLog()
    for row in 0..<3 { singly.append(part[row], number: 9 + row) }
    #expect(singly == expected)
    let columns = EventLog(
      firstID: 9, numbers: [9, 10, 11], times: expected.times, kinds: expected.kinds,
      actors: expected.actors, targets: expected.targets, details: expected.details,
      counts: expected.counts)
    #expect(columns == expected)
  }

  @Test("a source in memory hands out numbers as they are", arguments: [1, 2, 5])
  func memorySourceWithNumbers(rows: Int) {
    var log = EventLog()
    for number in [3, 4, 8, 5, 5] { log.append(Self.post(1), number: number) }
    var source = MemoryEventSource(log, rowsPerCall: rows)
    var batch = EventLog()
    var seen: [Int] = []
    while source.next(into: &batch) { seen += (0..<batch.count).map { batch.number(of: $0) } }
    #expect(seen == [3, 4, 8, 5, 5])
    #expect(batch.firstID == 6)
  }

  private static func post(_ second: Int) -> Event {
    Event(time: SimTime(rawValue: Int32(second)), kind: .post, actor: AccountID(0))
  }

  @Test("a cue set holds the cues put in, and each cue has a bit of its own")
  func cues() {
    var set = CueSet()
    for cue in Cue.allCases {
      #expect(!set.contains(cue))
      set.insert(CueSet(cue))
      #expect(set.contains(cue))
    }
    #expect(set.cues == Cue.allCases)
    #expect(Set(Cue.allCases.map(\.bit)).count == Cue.allCases.count)
  }
}
