import Settings
import Testing
import Vocabulary

@testable import Detection

@Suite("Detector of messages to unconnected under-18s")
struct MessagesToMinorsTests {
  @Test("alerts at the third different one within a week, and cites the last run to each")
  func alerts() {
    var stage = Stage(MessagesToMinors.entry)
    for (day, child) in [(0, 10), (1, 11), (2, 10), (3, 12), (4, 13)] {
      stage.on(Double(day), .message, 0, child)
    }
    let alerts = stage.alerts()
    #expect(alerts.map(\.cause) == [3])
    #expect(
      alerts[0].reasons == [
        Alert.Reason(name: "unconnected-minors", value: 3, unit: "accounts", events: [1, 2, 3])
      ])
  }

  @Test("lets go of one that was last written to longer ago than the window")
  func window() {
    var stage = Stage(MessagesToMinors.entry)
    for number in 0..<9 { stage.on(Double(number) * 4, .message, 0, 10 + number) }
    #expect(stage.alerts().isEmpty)
    // Whoever is written to again stays.
    for (day, child) in [(40, 10), (44, 11), (46, 10), (50, 12)] {
      stage.on(Double(day), .message, 1, child)
    }
    #expect(stage.alerts().map(\.cause) == [12])
  }

  @Test("counts friends who had no friend in common when one asked the other, in either direction")
  func strangers() {
    var stage = Stage(MessagesToMinors.entry)
    stage.on(1, .request, 0, 10)
    stage.on(1.1, .request, 11, 0)
    stage.on(1.2, .follow, 0, 12)
    stage.on(1.3, .request, 0, 13)
    for child in 10..<14 { stage.on(2 + Double(child) / 10, .message, 0, child) }
    // The last one has a friend in common.
    let friendships = [(0, 10), (0, 11), (0, 12), (0, 13), (0, 14), (13, 14)].map {
      (UInt32($0.0), UInt32($0.1))
    }
    #expect(stage.alerts(friendships: friendships).map(\.cause) == [6])
    #expect(stage.alerts(friendships: friendships)[0].score == 3)
  }

  @Test("does not mind friends, adults, or what under-18s write")
  func innocent() {
    var stage = Stage(MessagesToMinors.entry)
    for number in 0..<5 {
      stage.on(Double(number) / 10, .message, 0, 10 + number)
      stage.on(1 + Double(number) / 10, .message, 0, 1 + number)
      stage.on(2 + Double(number) / 10, .message, 10, 20 + number)
    }
    #expect(stage.alerts(friendships: (10..<15).map { (0, UInt32($0)) }).isEmpty)
  }
}

@Suite("Detector of users' reports")
struct UserReportsTests {
  private static let stage: Stage = {
    var stage = Stage(UserReports.entry)
    stage.on(1, .report, 10, 0)
    stage.on(2, .report, 10, 0)
    stage.on(3, .report, 1, 0)
    stage.on(4, .report, 11, 0)
    return stage
  }()

  @Test("alerts at the second under-18 who reports, however often the first one did")
  func alerts() {
    #expect(Self.stage.alerts().map(\.cause) == [3])
  }

  @Test("counts adults' reports where it is told to")
  func adults() {
    var settings = DetectionSettings()
    settings.userReports.adultsCount = true
    #expect(Self.stage.alerts(settings: settings).map(\.cause) == [2])
  }

  @Test("does not mind blocks, reports of under-18s, or reports long apart")
  func innocent() {
    var stage = Stage(UserReports.entry)
    for number in 0..<9 {
      stage.on(Double(number) / 10, .block, 10 + number, 0)
      stage.on(1 + Double(number) / 10, .report, 10 + number, 30)
    }
    for number in 0..<9 { stage.on(2 + Double(number) * 29, .report, 10 + number, 1) }
    #expect(stage.alerts().isEmpty)
  }
}

@Suite("Detector of recent blocks and reports by under-18s")
struct RecentlyBlockedTests {
  @Test("alerts at the first one, a block or a report", arguments: [EventKind.block, .report])
  func alerts(kind: EventKind) {
    var stage = Stage(RecentlyBlocked.entry)
    stage.on(1, kind, 10, 0)
    #expect(stage.alerts().map(\.suspect) == [AccountID(0)])
  }

  @Test("counts one who blocks and reports once")
  func once() {
    var settings = DetectionSettings()
    settings.recentlyBlocked.minimumMinors = 2
    var stage = Stage(RecentlyBlocked.entry)
    stage.on(1, .block, 10, 0)
    stage.on(2, .report, 10, 0)
    #expect(stage.alerts(settings: settings).isEmpty)
    stage.on(3, .report, 11, 0)
    #expect(stage.alerts(settings: settings).map(\.cause) == [2])
  }

  @Test("does not mind refusals, what adults do, or blocks among under-18s")
  func innocent() {
    var stage = Stage(RecentlyBlocked.entry)
    stage.on(1, .refusal, 10, 0)
    stage.on(2, .block, 1, 0)
    stage.on(3, .block, 10, 11)
    stage.on(4, .block, 0, 10)
    #expect(stage.alerts().isEmpty)
  }
}

@Suite("Detector of fixed limits")
struct RateLimitsTests {
  @Test(
    "alerts when a limit is reached within 24 hours",
    arguments: [(EventKind.request, 10), (.follow, 20), (.message, 5)])
  func alerts(kind: EventKind, limit: Int) {
    var stage = Stage(RateLimits.entry)
    for number in 0..<60 { stage.on(1 + Double(number) / 100, kind, 0, 10 + number % 50) }
    let alerts = stage.alerts()
    #expect(alerts.map(\.cause) == [limit - 1])
    #expect(alerts[0].score == 1)
    #expect(alerts[0].reasons.map(\.name) == ["share-of-limit", "requests", "follows", "messages"])
    #expect(alerts[0].reasons.map(\.value).sorted() == [0, 0, 1, Double(limit)])
  }

  @Test("forgets what is older than a day, and never adds one kind to another")
  func apart() {
    var stage = Stage(RateLimits.entry)
    for number in 0..<200 {
      // 9 requests, 18 follows and 3 runs in any 24 hours.
      let day = Double(number) / 8.9
      stage.on(day, .request, 0, 10 + number % 50)
      if number < 80 { stage.on(day / 2, .follow, 1, 10 + number % 50) }
      if number % 3 == 0 { stage.on(day + 0.001, .message, 0, 10 + number % 50) }
    }
    #expect(stage.alerts().isEmpty)
  }

  @Test("holds the largest share of a limit against the threshold")
  func share() {
    var stage = Stage(RateLimits.entry)
    for number in 0..<3 { stage.on(1 + Double(number) / 100, .request, 0, 10 + number) }
    for number in 0..<3 { stage.on(1.1 + Double(number) / 100, .message, 0, 10 + number) }
    for number in 0..<3 { stage.on(2.105 + Double(number) / 100, .request, 0, 20 + number) }
    // One, two, three requests of 10; then two and three runs of 5. A day later less is in the window.
    let expected: [Double] = [0.1, 0.2, 0.3, 0.4, 0.6]
    #expect(stage.alerts(keeping: .rising).map(\.score) == expected)
    var settings = DetectionSettings()
    settings.rateLimits.shareOfLimit = 0.6
    #expect(stage.alerts(settings: settings).map(\.cause) == [5])
  }

  @Test("does not mind under-18s, or messages to friends and adults")
  func innocent() {
    var stage = Stage(RateLimits.entry)
    for number in 0..<60 {
      stage.on(1 + Double(number) / 100, .request, 10, 11 + number % 40)
      stage.on(2 + Double(number) / 100, .message, 0, 10)
      stage.on(3 + Double(number) / 100, .message, 0, 1)
    }
    #expect(stage.alerts(friendships: [(0, 10)]).isEmpty)
  }
}
