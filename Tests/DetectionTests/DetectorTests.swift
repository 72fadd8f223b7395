import Graphs
import Testing
import Vocabulary

@testable import Detection

/// A made-up platform for one detector: adults 0 to 9, children 10 to 59, here or far away.
private struct Stage {
  private var accounts = DeclaredAccounts()
  private var events: [Event] = []
  private let entry: DetectorCatalogue.Entry

  init(_ entry: DetectorCatalogue.Entry) {
    self.entry = entry
    for account in 0..<60 {
      // Children from 40 on live 100 km from everybody else.
      let latitude = account < 40 ? 53.0 : 53.9
      accounts.append(age: account < 10 ? 40 : 13, latitude: latitude, longitude: -1)
    }
  }

  /// Something happens on a day.
  mutating func on(
    _ day: Double, _ kind: EventKind, _ actor: Int, _ target: Int, cues: CueSet = []
  ) {
    events.append(
      Event(
        time: SimTime(day: 0).advanced(byDays: day), kind: kind, actor: AccountID(actor),
        target: AccountID(target), detail: cues.rawValue))
  }

  /// The alerts the detector raises.
  func alerts(friendships: [(UInt32, UInt32)] = []) -> [Alert] {
    let view = PlatformView(
      accounts: accounts,
      friendships: Adjacency(
        vertexCount: 60, from: friendships.map(\.0), to: friendships.map(\.1)))
    var engine = Engine(
      view: view, detectors: [entry], settings: DetectionSettings(), threads: 1)
    var log = EventLog()
    log.append(contentsOf: events)
    engine.observe(log)
    return engine.alerts()
  }
}

@Suite("Detector of outreach to unconnected young people")
struct UnconnectedOutreachTests {
  @Test("alerts at the fourth far-away child without a mutual friend, requested or followed")
  func alerts() {
    var stage = Stage(UnconnectedOutreach.entry)
    for number in 0..<5 {
      stage.on(Double(number), number == 1 ? .follow : .request, 0, 40 + number)
    }
    let alerts = stage.alerts()
    #expect(alerts.map(\.suspect) == [AccountID(0)])
    #expect(alerts.map(\.cause) == [3])
    #expect(alerts[0].reasons[0].value == 4)
    #expect(alerts[0].reasons[0].events == [0, 1, 2, 3])
  }

  @Test("does not mind the same child asked many times")
  func sameChild() {
    var stage = Stage(UnconnectedOutreach.entry)
    for number in 0..<9 { stage.on(Double(number), .follow, 0, 40) }
    #expect(stage.alerts().isEmpty)
  }

  @Test("does not mind children near by, or with a mutual friend, or asked over months")
  func innocent() {
    var near = Stage(UnconnectedOutreach.entry)
    for number in 0..<9 { near.on(Double(number), .request, 0, 10 + number) }
    #expect(near.alerts().isEmpty)
    var known = Stage(UnconnectedOutreach.entry)
    for number in 0..<9 { known.on(Double(number), .request, 0, 40 + number) }
    let mutual = [(UInt32(0), UInt32(1))] + (40..<49).map { (UInt32(1), UInt32($0)) }
    #expect(known.alerts(friendships: mutual).isEmpty)
    var slow = Stage(UnconnectedOutreach.entry)
    for number in 0..<9 { slow.on(Double(number) * 15, .request, 0, 40 + number) }
    #expect(slow.alerts().isEmpty)
  }

  @Test("does not mind somebody who asks many adults too")
  func share() {
    var stage = Stage(UnconnectedOutreach.entry)
    for number in 1..<10 { stage.on(Double(number) / 10, .request, 0, number) }
    for number in 0..<5 { stage.on(1 + Double(number), .request, 0, 40 + number) }
    #expect(stage.alerts().isEmpty)
  }

  @Test("does not mind what children do among themselves")
  func children() {
    var stage = Stage(UnconnectedOutreach.entry)
    for number in 0..<9 { stage.on(Double(number), .request, 10, 40 + number) }
    #expect(stage.alerts().isEmpty)
  }
}

@Suite("Detector of rejections by children")
struct RejectedByChildrenTests {
  @Test("alerts when three of three children reject, by declining or by blocking")
  func alerts() {
    var stage = Stage(RejectedByChildren.entry)
    stage.on(1, .refusal, 10, 0)
    stage.on(2, .block, 11, 0)
    stage.on(3, .refusal, 12, 0)
    let alerts = stage.alerts()
    #expect(alerts.map(\.cause) == [2])
    // P(Beta(4, 1) > 0.35) = 0.98499375: scipy.stats.beta.sf(0.35, 4, 1)
    #expect(abs(alerts[0].score - 0.98499375) < 1e-12)
  }

  @Test("waits for more where one child has accepted: 3 of 4 are not enough, 4 of 5 are")
  func accepted() {
    var stage = Stage(RejectedByChildren.entry)
    stage.on(0.5, .acceptance, 20, 0)
    for number in 0..<4 { stage.on(Double(number + 1), .refusal, 10 + number, 0) }
    #expect(stage.alerts().map(\.cause) == [4])
  }

  @Test("counts a child who declines and then blocks once")
  func once() {
    var stage = Stage(RejectedByChildren.entry)
    for number in 0..<2 {
      stage.on(Double(number) + 1, .refusal, 10 + number, 0)
      stage.on(Double(number) + 1.1, .block, 10 + number, 0)
    }
    #expect(stage.alerts().isEmpty)
  }

  @Test("does not mind rejections by adults, or of children, or long ago")
  func innocent() {
    var stage = Stage(RejectedByChildren.entry)
    for number in 1..<8 {
      stage.on(Double(number), .refusal, number, 0)
      stage.on(Double(number) + 0.1, .refusal, 10 + number, 20)
      stage.on(Double(number) * 31 + 10, .refusal, 30 + number, 9)
    }
    #expect(stage.alerts().isEmpty)
  }

  @Test(
    "knows the Beta tail as scipy does",
    arguments: [
      // scipy.stats.beta.sf(x, 1 + successes, 1 + failures)
      (3, 0, 0.35, 0.98499375), (3, 1, 0.35, 0.9459775), (10, 2, 0.5, 0.98876953125),
      (0, 0, 0.3, 0.7), (0, 5, 0.3, 0.11764900000000002), (40, 60, 0.35, 0.8583899285958737),
      (400, 600, 0.38, 0.9046304922103706),
    ])
  func beta(successes: Int, failures: Int, value: Double, expected: Double) {
    let posterior = BetaPosterior(successes: successes, failures: failures)
    #expect(abs(posterior.probability(above: value) - expected) < 1e-11)
  }
}

@Suite("Detector of spikes in views")
struct ViewSpikeTests {
  @Test("alerts on the ninth of many sittings in a day")
  func alerts() {
    var stage = Stage(ViewSpike.entry)
    for number in 0..<12 { stage.on(5 + Double(number) / 100, .view, 0, 10 + number) }
    let alerts = stage.alerts()
    #expect(alerts.map(\.cause) == [8])
    #expect(alerts[0].reasons[0].events == Array(1...8))
  }

  @Test(
    "lets a steady viewer pass, of one sitting in two days or of two a day", arguments: [0.5, 2])
  func steady(perDay: Double) {
    var stage = Stage(ViewSpike.entry)
    for number in 0..<180 { stage.on(Double(number) / perDay, .view, 0, 10 + number % 50) }
    #expect(stage.alerts().isEmpty)
  }

  @Test("alerts when a steady viewer jumps")
  func jump() {
    var stage = Stage(ViewSpike.entry)
    for number in 0..<60 { stage.on(Double(number), .view, 0, 10 + number % 50) }
    for number in 0..<12 { stage.on(60 + Double(number) / 100, .view, 0, 10 + number) }
    #expect(stage.alerts().map(\.time.day) == [60])
  }

  @Test("does not mind views of friends, of adults, or by children")
  func innocent() {
    var stage = Stage(ViewSpike.entry)
    for number in 0..<20 {
      stage.on(1 + Double(number) / 100, .view, 0, 10)
      stage.on(2 + Double(number) / 100, .view, 1, 2)
      stage.on(3 + Double(number) / 100, .view, 20, 21)
    }
    #expect(stage.alerts(friendships: [(0, 10)]).isEmpty)
  }
}

@Suite("Detector of cues in conversations")
struct ConversationCuesTests {
  private static let telling: CueSet = [CueSet(.asksSecrecy), CueSet(.movesPlatform)]

  @Test("alerts once the log-likelihood ratio reaches ln(1 / rate)")
  func alerts() {
    var stage = Stage(ConversationCues.entry)
    for number in 0..<6 { stage.on(Double(number) / 10, .message, 0, 10, cues: Self.telling) }
    let alerts = stage.alerts()
    // Each run adds 3.0104, so the fourth passes 9.2103:
    // python3 -c "from math import log as l; g=[.12,.1,.08,.2,.04,.08,.08,.05];
    // o=[.02,.03,.015,.06,.008,.01,.02,.04]; a=[l((1-p)/(1-q)) for p,q in zip(g,o)];
    // print(sum(a)+sum(l(g[i]/o[i])-a[i] for i in (5,6)), l(1e4))"
    #expect(alerts.map(\.child) == [AccountID(10)])
    #expect(alerts.map(\.cause) == [3])
    #expect(abs(alerts[0].score - 4 * 3.010406689018832) < 1e-8, "\(alerts[0].score)")
  }

  @Test("adds up each pair on its own, and only what the adult writes")
  func pairs() {
    var stage = Stage(ConversationCues.entry)
    for number in 0..<3 { stage.on(Double(number), .message, 0, 10, cues: Self.telling) }
    for number in 0..<3 { stage.on(Double(number) + 3, .message, 0, 11, cues: Self.telling) }
    for number in 0..<9 { stage.on(Double(number) + 6, .message, 12, 0, cues: Self.telling) }
    #expect(stage.alerts().isEmpty)
  }

  @Test("forgets suspicion as ordinary runs follow")
  func forgets() {
    var stage = Stage(ConversationCues.entry)
    for number in 0..<40 {
      stage.on(Double(number), .message, 0, 10, cues: number % 12 == 0 ? Self.telling : [])
    }
    #expect(stage.alerts().isEmpty)
  }

  @Test("does not mind adults, or children among themselves")
  func innocent() {
    var stage = Stage(ConversationCues.entry)
    for number in 0..<9 {
      stage.on(Double(number), .message, 0, 1, cues: Self.telling)
      stage.on(Double(number) + 0.1, .message, 20, 21, cues: Self.telling)
    }
    #expect(stage.alerts().isEmpty)
  }
}
