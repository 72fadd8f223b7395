import Settings
import Testing
import Vocabulary

@testable import Detection

// The expected values are those of References/published_peers.py.

/// The scores that a detector has at every event from which it could raise an alert.
private func scores(
  _ stage: Stage, friendships: [(Int, Int)] = [], of suspect: Int? = nil,
  _ change: (inout DetectionSettings) -> Void
) -> [Double] {
  var settings = DetectionSettings()
  settings.quietDays = 0
  change(&settings)
  let pairs = friendships.map { (UInt32($0.0), UInt32($0.1)) }
  return stage.alerts(friendships: pairs, settings: settings)
    .filter { suspect == nil || $0.suspect == suspect.map { AccountID($0) } }.map(\.score)
}

private func expect(_ found: [Double], near expected: [Double], within tolerance: Double) {
  #expect(found.count == expected.count, "\(found)")
  for (index, (found, expected)) in zip(found, expected).enumerated() {
    #expect(
      abs(found - expected) <= tolerance * max(1, expected), "\(index): \(found), \(expected)")
  }
}

@Suite("Detector of bursts, MIDAS-R")
struct MidasRTests {
  private static let stage: Stage = {
    var stage = Stage(MidasR.entry)
    for number in 0..<40 {
      stage.on(
        Double(number / 4) + Double(number % 4) / 10, [.request, .follow, .message][number % 3],
        number * number % 3, 10 + number * 7 % 5)
    }
    for number in 0..<8 { stage.on(11 + Double(number) / 10, .follow, 0, 20 + number) }
    return stage
  }()

  @Test("has the scores of the authors' program, tick by tick and in a burst")
  func authors() {
    let found = scores(Self.stage) { $0.midasR.limit = 0 }
    expect(found, near: Self.expected, within: 1e-12)
  }

  @Test("alerts on the adult behind a burst, and on nobody before")
  func burst() {
    var settings = DetectionSettings()
    settings.midasR.limit = 20
    let alerts = Self.stage.alerts(settings: settings)
    #expect(alerts.map(\.suspect) == [AccountID(0)])
    #expect(alerts.map(\.cause) == [45])
  }

  @Test("does not mind what adults or under-18s do among themselves, or views")
  func innocent() {
    var stage = Stage(MidasR.entry)
    for number in 0..<400 {
      let day = 20 + Double(number) / 1_000
      stage.on(day, .request, 0, 1)
      stage.on(day, .message, 10, 11)
      stage.on(day, .view, 0, 10)
      stage.on(day, .message, 10, 0)
    }
    #expect(scores(stage) { $0.midasR.limit = 0 }.isEmpty)
  }

  private static let expected: [Double] = [
    1.0, 1.0, 1.0, 1.8, 2.0000000000000004, 2.0000000000000004, 1.7857142857142856,
    3.062500000000001, 3.0, 2.6666666666666665, 2.1333333333333333, 2.0, 1.0576171875,
    1.7825520833333335, 1.6018066406249998, 3.376201923076923, 1.134375, 1.9140625000000004, 2.1675,
    3.938281250000001, 2.4638671875000004, 2.133829752604167, 2.2786820023148144,
    2.8763020833333335, 1.6272321428571428, 1.6611607142857143, 1.4734002976190477,
    3.3677721088435373, 0.8389621734619139, 1.8137111663818366, 2.215614318847656,
    3.8897209167480473, 2.17547607421875, 1.8504053751627605, 2.16646738948985, 2.568802445023148,
    10.999999999999998, 10.999999999999998, 10.999999999999998, 12.049050071022727,
    17.135284277811007, 22.81289506392045, 28.997400060876625, 35.61967733083678,
  ]
}

@Suite("Count-min sketch")
struct CountMinSketchTests {
  @Test("never counts too little, and rarely too much")
  func counts() {
    var sketch = CountMinSketch(rows: 4, buckets: 1_024)
    var exact: [UInt64: Double] = [:]
    var excess = 0.0
    for number in UInt64(0)..<20_000 {
      // Keys as those of pairs: few values in either half.
      let key = (number * number % 97) << 32 | (number * 31 % 53)
      exact[key, default: 0] += 1
      let found = sketch.add(key)
      #expect(found >= exact[key] ?? 0)
      excess += found - (exact[key] ?? 0)
    }
    // With a probability of 1 - e^-4 a count is too high by less than e * N / buckets, and on
    // average by much less; N is 10,000 on average.
    #expect(exact.count > 2_000)
    #expect(excess / 20_000 < 2.72 * 10_000 / 1_024, "\(excess / 20_000)")
  }

  @Test("is exact while there are few things, and fades")
  func exact() {
    var sketch = CountMinSketch(rows: 2, buckets: 16_384)
    for round in 1...5 {
      for key in UInt64(0)..<50 { #expect(sketch.add(key << 32 | 7) == Double(round)) }
    }
    sketch.scale(by: 0.5)
    #expect(sketch.add(7) == 3.5)
  }
}

@Suite("Detector of choices and answers, after SybilEdge")
struct SybilEdgeTests {
  private static let stage: Stage = {
    var stage = Stage(SybilEdge.entry)
    var day = 0.0
    func ask(_ requester: Int, _ target: Int, _ answer: EventKind) {
      stage.on(day, .request, requester, target)
      stage.on(day + 0.05, answer, target, requester)
      day += 0.1
    }
    for requester in 1...3 {
      for target in 30...32 { ask(requester, target, .acceptance) }
    }
    for requester in 4...6 {
      ask(requester, 40, .refusal)
      ask(requester, 41, .expiry)
      ask(requester, 42, .acceptance)
    }
    ask(4, 30, .refusal)
    ask(1, 33, .refusal)
    ask(0, 40, .refusal)
    ask(0, 41, .refusal)
    ask(0, 42, .acceptance)
    ask(0, 30, .refusal)
    return stage
  }()
  private static let friendships = [1, 2, 3, 30, 31, 32, 33, 34].map { (9, $0) }

  @Test("has the log-odds of the published posterior after each request and answer")
  func posterior() {
    let found = scores(Self.stage, friendships: Self.friendships, of: 0) {
      $0.sybilEdge.limit = 0
      $0.sybilEdge.minimumRequests = 1
    }
    expect(
      found,
      near: [
        0.7884573603642703, 2.346601978410822, 3.112069820550393, 4.690255189480398,
        5.435848845412856, 5.026805915956809, 4.471986300284906, 6.408326998324062,
      ], within: 1e-12)
  }

  @Test("alerts on whoever asks whom strangers ask, and not on the acquainted")
  func alerts() {
    var settings = DetectionSettings()
    settings.sybilEdge.minimumRequests = 2
    let friendships = Self.friendships.map { (UInt32($0.0), UInt32($0.1)) }
    let suspects = Self.stage.alerts(friendships: friendships, settings: settings).map(\.suspect)
    #expect(suspects.contains(AccountID(0)))
    #expect(suspects.allSatisfy { ![1, 2, 3].contains($0.index) })
  }

  @Test("says nothing of few requests, of those long ago, or of under-18s")
  func few() {
    let found = scores(Self.stage, friendships: Self.friendships, of: 0) {
      $0.sybilEdge.limit = 0
      $0.sybilEdge.minimumRequests = 5
    }
    #expect(found.isEmpty)
    let short = scores(Self.stage, friendships: Self.friendships, of: 0) {
      $0.sybilEdge.limit = 0
      $0.sybilEdge.minimumRequests = 3
      $0.sybilEdge.windowDays = 0.15
    }
    #expect(short.isEmpty)
    var stage = Stage(SybilEdge.entry)
    for number in 0..<30 { stage.on(Double(number) / 10, .request, 10, 11 + number) }
    #expect(scores(stage) { $0.sybilEdge.limit = 0 }.isEmpty)
  }
}

@Suite("Detector of runs that stand out for their cues")
struct CueSkewnessTests {
  private static let telling: CueSet = [CueSet(.asksSecrecy), CueSet(.movesPlatform)]

  @Test(
    "knows how far a mean lies above the median as numpy does",
    arguments: zip(
      [
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 1], [0, 0, 1, 2, 10], [3, 1, 2, 8], [5, 4, 4, 1],
        [0, 1, 2, 3, 4, 5, 6, 40, 40, 40], [2, 2, 2], [],
      ] as [[Double]],
      [
        0.3333333333333333, 0.423999152002544, 0.3713906763541037, -0.3333333333333333,
        0.5634497562520152, 0, 0,
      ] as [Double]))
  func skewness(values: [Double], expected: Double) {
    #expect(abs(MedianSkewness.of(values) - expected) < 1e-14)
  }

  private static func stage(runs: Int, telling: (Int) -> Bool) -> Stage {
    var stage = Stage(CueSkewness.entry)
    for number in 0..<runs {
      stage.on(
        Double(number) / 10, .message, 0, 10 + number % 3,
        cues: telling(number) ? Self.telling : [])
    }
    return stage
  }

  @Test("holds the skewness of ten runs and more against the limit: one of ten, two of eleven")
  func sequence() {
    // Of runs that score v or 0, a share p of v: sqrt(p / (1 - p)).
    let found = scores(Self.stage(runs: 11) { $0 == 3 || $0 == 10 }) { $0.cueSkewness.limit = 0 }
    expect(found, near: [1.0 / 3, (2.0 / 9).squareRoot()], within: 1e-12)
  }

  @Test("looks at the recent runs alone")
  func recent() {
    let found = scores(Self.stage(runs: 14) { $0 == 3 }) {
      $0.cueSkewness.limit = 0
      $0.cueSkewness.recentRuns = 10
    }
    // From the fourteenth on, the run that stood out is gone.
    expect(found, near: Array(repeating: 1.0 / 3, count: 4), within: 1e-12)
  }

  @Test("is blind to whoever writes so most of the time")
  func most() {
    let found = scores(Self.stage(runs: 30) { $0 % 3 != 0 }) { $0.cueSkewness.limit = 0.1 }
    #expect(found.isEmpty)
  }
}

@Suite("Detector of unlikely contacts")
struct UnlikelyContactsTests {
  private static let stage: Stage = {
    var stage = Stage(UnlikelyContacts.entry)
    let script = [
      (1, 10), (1, 11), (2, 10), (2, 12), (3, 13), (3, 14), (1, 12), (2, 13), (4, 41), (2, 11),
      (0, 40), (0, 41), (0, 40), (0, 42), (1, 13),
    ]
    for (number, (adult, child)) in script.enumerated() {
      stage.on(Double(number) / 10, number % 2 == 0 ? .request : .follow, adult, child)
    }
    return stage
  }()
  private static let friendships = [
    (9, 1), (9, 2), (9, 10), (9, 11), (9, 12), (8, 2), (8, 10), (8, 13), (7, 2), (7, 10),
  ]

  @Test("has the standard scores of surprises as numpy works them out")
  func standardScores() {
    let found = scores(Self.stage, friendships: Self.friendships) {
      $0.unlikelyContacts.limit = 0
      $0.unlikelyContacts.minimumMinors = 1
      $0.unlikelyContacts.learningContacts = 5
    }
    // Distances are held as Float: 100 km to 8 metres.
    expect(
      found,
      near: [
        0.4915157715474912, 0.0, 0.0, 0.0, 2.678854149765492, 0.0, 1.998398152413779,
        2.3243232713691664, 1.9742518963319489, 2.1650681397601894, 0.0,
      ], within: 1e-6)
  }

  @Test("alerts at the third unlikely child, and not on those who know whom they ask")
  func alerts() {
    var settings = DetectionSettings()
    settings.unlikelyContacts.learningContacts = 5
    settings.unlikelyContacts.limit = 2
    let friendships = Self.friendships.map { (UInt32($0.0), UInt32($0.1)) }
    let alerts = Self.stage.alerts(friendships: friendships, settings: settings)
    #expect(alerts.map(\.suspect) == [AccountID(0)])
    // The third request is to the first child again.
    #expect(alerts.map(\.cause) == [13])
    #expect(alerts.first?.reasons.first?.events == [11, 12, 13])
  }

  @Test("does not mind under-18s, or adults among themselves")
  func innocent() {
    var stage = Stage(UnlikelyContacts.entry)
    for number in 0..<200 {
      stage.on(Double(number) / 100, .request, 10 + number % 20, 40 + number % 20)
      stage.on(Double(number) / 100, .follow, number % 5, 5 + number % 4)
    }
    #expect(scores(stage) { $0.unlikelyContacts.limit = 0 }.isEmpty)
  }
}

@Suite("Running moments")
struct RunningMomentsTests {
  @Test("are those of numpy, far from zero too")
  func moments() {
    var moments = RunningMoments()
    for value in [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16] { moments.add(value) }
    // numpy.mean and numpy.std of the same: sqrt(22.5).
    #expect(moments.mean == 1e9 + 10)
    #expect(abs(moments.deviation - 4.743416490252569) < 1e-12)
  }
}
