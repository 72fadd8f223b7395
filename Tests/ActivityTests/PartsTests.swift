import Randomness
import RealModule
import Settings
import Testing
import Vocabulary

@testable import Activity

@Suite("Parts of activity")
struct PartsTests {
  @Test("no settings row is mistaken")
  func settings() {
    #expect(CalendarSettings.mistakes() == [])
    #expect(ActivitySettings.mistakes() == [])
    #expect(CampaignSettings.mistakes() == [])
  }

  @Test("events are sorted as by comparison", arguments: [0, 1, 2, 1_000, 30_000])
  func eventSorter(count: Int) {
    var stream = RandomStream(seed: 3, purpose: .test, entity: UInt64(count))
    // Few different seconds and accounts, so that there are many ties.
    let events = (0..<count).map { _ in
      Event(
        time: SimTime(day: 7, second: Int32(stream.below(2_000)) * 43),
        kind: EventKind.allCases[stream.below(EventKind.allCases.count)],
        actor: AccountID(stream.below(3)), target: AccountID(stream.below(3)),
        detail: UInt16(stream.below(4)))
    }
    var sorter = EventSorter()
    // Then once more with fewer events than the sorter has room for, and with all again.
    for part in [events, Array(events.reversed().prefix(count / 2)), events] {
      sorter.removeAll()
      for event in part { sorter.add(event) }
      sorter.sort()
      #expect(sorter.keys.map(\.event) == part.sorted())
    }
  }

  @Test("a table of pairs answers as a dictionary does")
  func pairMap() {
    var stream = RandomStream(seed: 5, purpose: .test, entity: 0)
    var map = PairMap<Int>(filler: 0)
    var expected: [UInt64: Int] = [:]
    for number in 0..<20_000 {
      // Few accounts, so that pairs come again; more and more, then fewer and fewer stay.
      let pair = Platform.Pair(stream.below(60), 60 + stream.below(60))
      if stream.chance(number < 10_000 ? 0.3 : 0.7) {
        #expect(map.removeValue(forKey: pair) == expected.removeValue(forKey: pair.entity))
      } else {
        map[pair] = number
        expected[pair.entity] = number
      }
    }
    for a in 0..<60 {
      for b in 60..<120 {
        let pair = Platform.Pair(b, a)
        #expect(map[pair] == expected[pair.entity])
        #expect(map.contains(pair) == (expected[pair.entity] != nil))
      }
    }
    #expect(!map.isEmpty && !expected.isEmpty)
    map.removeAll()
    #expect(map.isEmpty && !map.contains(Platform.Pair(0, 60)))
  }

  @Test("every second of a day lies in the slice that says so", arguments: [1, 50_000, 1_000_000])
  func slices(accounts: Int) {
    let slices = DaySlices(accounts: accounts)
    for slice in 0..<slices.count {
      let first = slices.firstSecond(of: slice)
      #expect(slices.slice(ofSecond: first) == slice)
      #expect(slices.slice(ofSecond: slices.firstSecond(of: slice + 1) - 1) == slice)
    }
    #expect(slices.firstSecond(of: slices.count) == SimTime.secondsPerDay)
  }

  @Test("the calendar knows weekends and holidays")
  func calendar() {
    var settings = CalendarSettings()
    settings.start = CalendarDate(2_017, 4, 7)  // a Friday
    settings.days = 7
    var holiday = CalendarSettings.Holiday()
    holiday.from = CalendarDate(2_017, 4, 11)
    holiday.to = CalendarDate(2_017, 4, 12)
    settings.holidays = [holiday]
    let calendar = SchoolCalendar(settings)
    #expect(
      (0..<7).map { calendar[$0] } == [
        .schoolDay, .weekend, .weekend, .schoolDay, .holiday, .holiday, .schoolDay,
      ])
  }

  @Test("nothing is cut off before its time, and everything after")
  func cutOff() {
    var stream = RandomStream(seed: 1, purpose: .test, entity: 0)
    var settings = CampaignSettings()
    settings.speakShare = 1
    settings.sustainedShare = 1
    settings.meetingShare = 1
    var course = Course(
      settings: settings, responses: ChildResponse.Draw(settings.responses),
      firstContact: SimTime(day: 0), accepted: SimTime(day: 1),
      seeksMeeting: true, using: &stream)
    #expect(course.meets)
    #expect(course.stages.map(\.stage) == [.rapport, .isolation, .arranging])
    course.cutOff(at: SimTime(day: 2))
    #expect(!course.meets)
    #expect(course.end <= SimTime(day: 2))
    #expect(course.move == nil)
  }
}

@Suite("Draws of activity against their rates", .tags(.statistical))
struct RateTests {
  @Test(
    "the hours of a day have the published shares of a child's school day",
    arguments: [(300, 510, 0.06), (510, 930, 0.25), (930, 1_260, 0.49), (1_260, 1_380, 0.13)])
  func rhythm(from: Int32, to: Int32, share: Double) {
    let rhythm = Rhythm()
    var stream = RandomStream(seed: 4, purpose: .test, entity: 1)
    let count = 20_000
    let inside = (0..<count).count { _ in
      let minute = rhythm.second(.child, on: .schoolDay, using: &stream) / 60
      return minute >= from && minute < to
    }
    // Five standard errors of a share.
    let error = (share * (1 - share) / Double(count)).squareRoot()
    #expect(abs(Double(inside) / Double(count) - share) < 5 * error)
  }

  @Test("those who are older stay up longer, and some adults longest")
  func late() {
    let rhythm = Rhythm()
    var stream = RandomStream(seed: 4, purpose: .test, entity: 5)
    let count = 20_000
    for day in [DayKind.schoolDay, .weekend, .holiday] {
      func night(_ kind: Rhythm.Kind) -> Int {
        (0..<count).count { _ in
          let hour = rhythm.second(kind, on: day, using: &stream) / 3_600
          return hour >= 23 || hour < 5
        }
      }
      // The shares differ by 0.03 and more, that is by ten standard errors.
      #expect(night(.child) + 300 < night(.teenager))
      #expect(night(.adult) + 2_000 < night(.lateAdult))
    }
  }

  @Test(
    "the classifier reports a cue that is there, or not there, at its rates",
    arguments: [0, 0.002, 0.1, 0.5, 1])
  func classifier(falsePositiveRate: Double) {
    var settings = ClassifierSettings()
    settings.falsePositiveRate = falsePositiveRate
    let classifier = CueClassifier(settings)
    var stream = RandomStream(seed: 4, purpose: .test, entity: 2)
    let rates = Table<Cue>([.flatters: 1], others: 0)
    let count = 40_000
    var there = 0
    var false_ = 0
    for _ in 0..<count {
      let cues = classifier.observe(rates, at: SimTime(day: 0), using: &stream)
      if cues.contains(.flatters) { there += 1 }
      if cues.contains(.asksSecrecy) { false_ += 1 }
    }
    // A cue that is there may also be reported falsely.
    let wanted = 1 - (1 - settings.sensitivity) * (1 - settings.falsePositiveRate)
    for (seen, share) in [(there, wanted), (false_, settings.falsePositiveRate)] {
      let error = (share * (1 - share) / Double(count)).squareRoot()
      #expect(abs(Double(seen) / Double(count) - share) <= 5 * error, "\(seen), \(share)")
    }
  }

  @Test(
    "the table of reported cues reports each cue at the classifier's rate, and pairs of them",
    arguments: [1.0, 3.0])
  func reportedCues(factor: Double) {
    var settings = ClassifierSettings()
    settings.falsePositiveRate = 0.01
    let classifier = CueClassifier(settings)
    let rates = Table<Cue>([.flatters: 0.3, .movesPlatform: 0.1], others: 0.02)
    let reports = classifier.reports(of: rates, factor: factor)
    let count = 40_000
    var seen: [[Cue]: (table: Int, one: Int)] = [:]
    let asked = Cue.allCases.map { [$0] } + [[.flatters, .movesPlatform]]
    var stream = RandomStream(seed: 4, purpose: .test, entity: 3)
    for _ in 0..<count {
      let table = reports.sample(at: SimTime(day: 0), using: &stream)
      let one = classifier.observe(
        rates, factor: factor, at: SimTime(day: 0), using: &stream)
      for cues in asked {
        if cues.allSatisfy(table.contains) { seen[cues, default: (0, 0)].table += 1 }
        if cues.allSatisfy(one.contains) { seen[cues, default: (0, 0)].one += 1 }
      }
    }
    for cues in asked {
      let (table, one) = seen[cues, default: (0, 0)]
      // Five standard errors of the difference of two independent shares.
      let share = Double(table + one) / Double(2 * count)
      let error = (share * (1 - share) * 2 / Double(count)).squareRoot()
      #expect(abs(Double(table - one)) / Double(count) < 5 * error, "\(cues): \(table), \(one)")
    }
  }

  @Test("runs are as long as a log-normal number, rounded up, says", arguments: [0.0, 0.9, 2.0])
  func runLength(sigma: Double) {
    var settings = MessageSettings()
    settings.runLengthSigma = sigma
    let lengths = RunLength(settings)
    let count = 40_000
    var stream = RandomStream(seed: 4, purpose: .test, entity: 4)
    let drawn = (0..<count).map { _ in Int(lengths.sample(using: &stream)) }
    // scipy.stats.lognorm(sigma, scale=8).cdf([1, 4, 8, 30, 254]); a step at 8 for 0.
    let expected: [Double: [Double]] = [
      0: [0, 0, 1, 1, 1],
      0.9: [0.010431, 0.220601, 0.5, 0.929032, 0.999939],
      2: [0.149235, 0.364456, 0.5, 0.745655, 0.958091],
    ]
    for (limit, share) in zip([1, 4, 8, 30, 254], expected[sigma] ?? []) {
      let error = (share * (1 - share) / Double(count)).squareRoot()
      let found = Double(drawn.count { $0 <= limit }) / Double(count)
      #expect(abs(found - share) <= 5 * error + 1e-6, "\(limit): \(found)")
    }
  }

  @Test(
    "the classifier drifts in a step every 30 days, between 0 and 1",
    arguments: [(0, 0.8), (29, 0.8), (30, 0.5), (65, 0.2), (90, 0.0), (3_649, 0.0)])
  func drift(day: Int, sensitivity: Double) {
    var settings = ClassifierSettings()
    settings.sensitivityStep = -0.3
    settings.falsePositiveRate = 0
    let classifier = CueClassifier(settings)
    let rates = Table<Cue>([.flatters: 1], others: 0)
    let reports = classifier.reports(of: rates)
    var stream = RandomStream(seed: 4, purpose: .test, entity: UInt64(day))
    let count = 20_000
    for isSlow in [true, false] {
      let seen = (0..<count).count { _ in
        let cues =
          isSlow
          ? classifier.observe(rates, at: SimTime(day: day), using: &stream)
          : reports.sample(at: SimTime(day: day), using: &stream)
        return cues.contains(.flatters)
      }
      let error = (sensitivity * (1 - sensitivity) / Double(count)).squareRoot()
      #expect(abs(Double(seen) / Double(count) - sensitivity) <= 5 * error + 1e-9)
    }
  }

  @Test("meetings come more than 30 days after first contact as often as published: 0.64")
  func pace() {
    // The mixture's own value is 0.6360 (scipy.stats.lognorm:
    // .7 * lognorm(.8, scale=75).sf(30) + .3 * lognorm(1.15, scale=6).sf(30)).
    var settings = CampaignSettings()
    settings.speakShare = 1
    settings.sustainedShare = 1
    settings.meetingShare = 1
    let count = 20_000
    let late = (0..<count).count { number in
      var stream = RandomStream(seed: 4, purpose: .test, entity: UInt64(number))
      let course = Course(
        settings: settings, responses: ChildResponse.Draw(settings.responses),
        firstContact: SimTime(day: 0),
        accepted: SimTime(rawValue: 3_600), seeksMeeting: true, using: &stream)
      return course.end.days(since: SimTime(day: 0)) > 30
    }
    let error = (0.636 * 0.364 / Double(count)).squareRoot()
    #expect(abs(Double(late) / Double(count) - 0.6360) < 5 * error)
  }
}
