import Testing
import Vocabulary

@testable import Detection

@Suite("Detector of outreach to unconnected young people")
struct UnconnectedOutreachTests {
  /// A platform on which adults from 1 on have asked each other 300 times.
  private static func platform() -> Stage {
    var stage = Stage(UnconnectedOutreach.entry)
    for number in 0..<300 {
      stage.on(Double(number) / 1_000, .request, 1 + number % 9, 1 + (number + 1) % 9)
    }
    return stage
  }

  @Test("alerts at the third far-away child without a mutual friend, requested or followed")
  func alerts() {
    var stage = Self.platform()
    for number in 0..<5 {
      stage.on(1 + Double(number), number == 1 ? .follow : .request, 0, 40 + number)
    }
    let alerts = stage.alerts()
    #expect(alerts.map(\.suspect) == [AccountID(0)])
    #expect(alerts.map(\.cause) == [302])
    #expect(alerts[0].reasons[0].value == 3)
    #expect(alerts[0].reasons[0].events == [300, 301, 302])
    // Adults like it: (0.05 * 50 + 2) / (50 + 302) of three contacts.
    // python3 -c "from scipy.stats import nbinom; from math import log10; m = 3*4.5/352;
    // print(m, -log10(nbinom.sf(2, 10, 10/(10+m))))"
    #expect(abs(alerts[0].reasons[2].value - 0.03835227272727273) < 1e-12)
    #expect(abs(alerts[0].score - 4.922398724979608) < 1e-9, "\(alerts[0].score)")
  }

  @Test("lets pass what adults like it do as well")
  func ordinary() {
    var stage = Stage(UnconnectedOutreach.entry)
    for number in 0..<200 {
      stage.on(Double(number) / 1_000, .request, 1 + number % 9, 40 + (number / 9) % 20)
    }
    for number in 0..<6 { stage.on(1 + Double(number), .request, 0, 40 + number) }
    #expect(!stage.alerts().contains { $0.suspect == AccountID(0) })
  }

  @Test("does not mind the same child asked many times")
  func sameChild() {
    var stage = Self.platform()
    for number in 0..<9 { stage.on(1 + Double(number), .follow, 0, 40) }
    #expect(stage.alerts().isEmpty)
  }

  @Test("does not mind children near by, or with a mutual friend, or asked over months")
  func innocent() {
    var near = Self.platform()
    for number in 0..<9 { near.on(1 + Double(number), .request, 0, 10 + number) }
    #expect(near.alerts().isEmpty)
    var known = Self.platform()
    for number in 0..<9 { known.on(1 + Double(number), .request, 0, 40 + number) }
    let mutual = [(UInt32(0), UInt32(1))] + (40..<49).map { (UInt32(1), UInt32($0)) }
    #expect(known.alerts(friendships: mutual).isEmpty)
    var slow = Self.platform()
    for number in 0..<9 { slow.on(1 + Double(number) * 15, .request, 0, 40 + number) }
    #expect(slow.alerts().isEmpty)
  }

  @Test("does not mind what children do among themselves")
  func children() {
    var stage = Self.platform()
    for number in 0..<9 { stage.on(1 + Double(number), .request, 10, 40 + number) }
    #expect(stage.alerts().isEmpty)
  }

  @Test(
    "knows the tail of a negative binomial as scipy does",
    arguments: [
      // -log10(scipy.stats.nbinom.sf(count - 1, shape, shape / (shape + mean)))
      (3, 0.04, 1, 4.244920043912451),
      (10, 2.5, 0.5, 1.2271977875230526),
      (1, 0.3, 4, 0.599981280855219),
      (40, 1.5, 1, 8.873949984654255),
      (5, 8, 2.5, 0.16430953017514913),
    ])
  func tail(count: Int, mean: Double, shape: Double, expected: Double) {
    let surprise = UnconnectedOutreach.surprise(of: count, expected: mean, shape: shape)
    #expect(abs(surprise - expected) < 1e-9 * max(1, expected), "\(surprise)")
  }
}

@Suite("Detector of rejections by children")
struct RejectedByChildrenTests {
  @Test("alerts when three of three children reject, by declining or by blocking")
  func alerts() {
    var stage = Stage(RejectedByChildren.entry)
    for number in 0..<7 {
      stage.on(Double(number), number % 2 == 0 ? .refusal : .block, 10 + number, 0)
    }
    let alerts = stage.alerts()
    #expect(alerts.map(\.cause) == [2])
    // python3 -c "from scipy.stats import beta; n = 3; m = (0.35*50 + n)/(50 + n);
    // print(beta.ppf(0.05, 4*m + n, 4*(1 - m)))"
    #expect(abs(alerts[0].score - 0.34774417957287707) < 1e-9, "\(alerts[0].score)")
  }

  @Test("waits for more where one child has accepted")
  func accepted() {
    var stage = Stage(RejectedByChildren.entry)
    stage.on(0.5, .acceptance, 20, 0)
    for number in 0..<12 { stage.on(Double(number + 1), .refusal, 10 + number, 0) }
    #expect(stage.alerts().map(\.cause) == [3])
  }

  @Test("wants more rejections where children accept nearly every adult")
  func population() {
    var stage = Stage(RejectedByChildren.entry)
    for number in 0..<300 {
      stage.on(Double(number) / 1_000, .acceptance, 10 + number % 50, 1 + number % 9)
    }
    for number in 0..<7 { stage.on(1 + Double(number), .refusal, 10 + number, 0) }
    #expect(stage.alerts().map(\.cause) == [300 + 3])
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
    "knows the Beta distribution as scipy does",
    arguments: [
      // scipy.stats.beta.cdf(x, a, b) and scipy.stats.beta.ppf(0.05, a, b)
      (3.7, 1.3, 0.4, 0.052083272920345855, 0.39544013270932316),
      (0.5, 0.5, 0.01, 0.06376856085851985, 0.0061558297024311365),
      (11, 3, 0.9, 0.8661172452084, 0.5899013951661838),
      (401, 601, 0.38, 0.09536950778962944, 0.3748656163020032),
      (2, 5000, 0.0003, 0.4423001213272554, 7.106267094627939e-05),
      (1.4, 2.6, 0.35, 0.54277865023073, 0.05104941956136351),
    ])
  func beta(alpha: Double, beta: Double, value: Double, expected: Double, low: Double) {
    let posterior = BetaPosterior(alpha: alpha, beta: beta)
    #expect(abs(posterior.probability(upTo: value) - expected) < 1e-11)
    #expect(abs(posterior.value(exceededWith: 0.95) - low) < 1e-11)
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

  @Test("alerts when one viewer causes the spike in the views of a child's posts")
  func childSide() {
    // A steady viewer of many, whose own rate is high, turns to one child whom others rarely look at.
    var stage = Stage(ViewSpike.entry)
    for number in 0..<180 { stage.on(Double(number) / 2, .view, 0, 10 + number % 40) }
    for number in 0..<10 { stage.on(60 + Double(number) / 2, .view, 1, 10 + number) }
    for number in 0..<12 { stage.on(90 + Double(number) / 4, .view, 0, 55) }
    let alerts = stage.alerts()
    #expect(alerts.map(\.suspect) == [AccountID(0)])
    #expect(alerts.allSatisfy { $0.reasons[0].value < 8 && $0.reasons[2].value > 8 })
  }

  @Test("blames no single viewer for posts that everybody looks at")
  func everybody() {
    var stage = Stage(ViewSpike.entry)
    for number in 0..<90 {
      stage.on(5 + Double(number) / 100, .view, number % 9, 55)
    }
    // Ten sittings each in a day are above each one's own usual rate by then, but no more than that.
    #expect(stage.alerts().allSatisfy { $0.reasons[2].value == 0 && $0.score < 11 })
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

  @Test("adds up an adult's talk with several children, and only what the adult writes")
  func suspects() {
    var stage = Stage(ConversationCues.entry)
    for number in 0..<4 { stage.on(Double(number), .message, 0, 10 + number, cues: Self.telling) }
    for number in 0..<9 { stage.on(Double(number) + 6, .message, 12, 0, cues: Self.telling) }
    let alerts = stage.alerts()
    #expect(alerts.map(\.suspect) == [AccountID(0)])
    #expect(alerts.map(\.cause) == [3])
    #expect(alerts[0].reasons[0].events == [0, 1, 2, 3])
  }

  @Test("lets one child's thread tell, however innocent the talk with others is")
  func threads() {
    var stage = Stage(ConversationCues.entry)
    for number in 0..<4 {
      stage.on(Double(number), .message, 0, 10, cues: Self.telling)
      for other in 0..<30 {
        stage.on(Double(number) + Double(other + 1) / 100, .message, 0, 11 + other % 20)
      }
    }
    #expect(stage.alerts().map(\.child) == [AccountID(10)])
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
