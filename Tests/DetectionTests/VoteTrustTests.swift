import Testing
import Vocabulary

@testable import Detection

@Suite("Votes that spread over requests, and ratings by them")
struct VoteAssignmentTests {
  private typealias Request = VoteAssignment.Request

  /// The graph of References/vote_assignment.py.
  private static let requests: [Request] = {
    var draws = SmallRandomGraph(seed: 11)
    var requests: [Request] = []
    for row in 0..<12 {
      for column in 0..<12 {
        let percent = draws.percent()
        guard row != column, row != 5, percent < 36 else { continue }
        requests.append(
          Request(from: row, to: column, isAccepted: percent < 24 ? percent < 12 : nil))
      }
    }
    return requests
  }()

  // References/vote_assignment.py
  private static let votes = [
    1.62150008726, 0.900789466375, 1.25494605123, 0.391361163017, 1.05576025525, 0.706922130099,
    0.706922130099, 1.48594173312, 1.3281409613, 0.585941733119, 1.14459158884, 0.817182700293,
  ]
  private static let ratings = [
    0.671190113753, 0.557580658572, 0.387626775708, 0.280748515878, 0.449684273316, 0.5,
    0.719251484122, 0.388090028239, 0.671190113753, 0.488757879133, 0.328809886247, 0.5,
  ]

  @Test("are assigned as networkx assigns PageRank from the seeds")
  func pageRank() {
    let assignment = VoteAssignment(accounts: 12, requests: Self.requests, seeds: [0, 7])
    for (votes, expected) in zip(assignment.votes, Self.votes) {
      #expect(abs(votes - expected) < 1e-9)
    }
  }

  @Test("are those of the example in the authors' slides: five votes of one seed")
  func slides() {
    // A asks B, B asks D and E, C and E ask A; D asks nobody.
    let requests = [(0, 1), (1, 3), (1, 4), (2, 0), (4, 0)].map { Request(from: $0.0, to: $0.1) }
    let assignment = VoteAssignment(accounts: 5, requests: requests, seeds: [0])
    for (votes, printed) in zip(assignment.votes, [1.69, 1.57, 0.14, 0.80, 0.80]) {
      #expect(abs(votes - printed) < 0.005)
    }
  }

  @Test("make the ratings that the same formula gives as matrices")
  func ratings() {
    let assignment = VoteAssignment(accounts: 12, requests: Self.requests, seeds: [0, 7])
    for (rating, expected) in zip(assignment.ratings(), Self.ratings) {
      #expect(abs(rating - expected) < 1e-7)
    }
  }

  @Test("weigh an answer by who gives it: a trusted refusal beats an unknown acceptance")
  func weights() {
    // The seed 0 asks 1; 2 asks 1, who declines, and 3, whom nobody else asked, who accepts.
    let requests = [
      Request(from: 0, to: 1, isAccepted: true), Request(from: 2, to: 1, isAccepted: false),
      Request(from: 2, to: 3, isAccepted: true),
    ]
    let ratings = VoteAssignment(accounts: 4, requests: requests, seeds: [0]).ratings()
    #expect(ratings[0] > 0.55 && ratings[2] < 0.45)
    #expect(ratings[1] == 0.5 && ratings[3] == 0.5)
  }
}

@Suite("Detector of requests that are voted down")
struct VoteTrustTests {
  private func alerts(_ stage: Stage, distrust: Double = 0.7) -> [Alert] {
    var settings = DetectionSettings()
    settings.voteTrust.minimumDistrust = distrust
    return stage.alerts(friendships: [(1, 2), (1, 10)], settings: settings)
  }

  @Test("names who is declined three times of three, not two of two, or three of five")
  func three() {
    var stage = Stage(VoteTrust.entry)
    for (number, kind) in [EventKind.refusal, .expiry, .block].enumerated() {
      let day = 0.2 * Double(number)
      stage.on(day, .request, 0, 10 + number)
      stage.on(day + 0.1, kind, 10 + number, 0)
      stage.on(day + 0.1, .refusal, 10 + number, 4)
      if number < 2 {
        stage.on(day + 0.1, .report, 10 + number, 3)
        stage.on(day + 0.1, .acceptance, 20 + number, 4)
      }
    }
    stage.on(1.5, .post, 30, 30)
    let alerts = alerts(stage)
    #expect(alerts.map(\.suspect) == [AccountID(0)])
    // (0 + z^2 / 6) / (1 + z^2 / 3): python3 -c "z=3.841458820694124; print(1 - z/6/(1+z/3))"
    #expect(alerts.allSatisfy { abs($0.score - 0.7192514841224773) < 1e-12 })
    #expect(alerts.allSatisfy { $0.reasons.map(\.value) == [3, 3, 1 - $0.score] })
    #expect(alerts.first?.reasons.first?.events == [1, 6, 11])
  }

  @Test("takes the last answer of a pair, and no account of children or of open requests")
  func innocent() {
    var stage = Stage(VoteTrust.entry)
    for child in 10..<20 {
      stage.on(0.1, .request, 5, child)
      stage.on(0.1, .refusal, child, 40)
      stage.on(0.1, .refusal, child, 6)
    }
    for child in 10..<20 { stage.on(0.2, .acceptance, child, 6) }
    stage.on(1.5, .post, 30, 30)
    #expect(alerts(stage, distrust: 0).isEmpty)
  }
}
