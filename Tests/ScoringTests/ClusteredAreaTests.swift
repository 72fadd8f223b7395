import Activity
import Population
import Testing
import Vocabulary

@testable import Scoring

@Suite("Areas of persons who have several scores")
struct ClusteredAreaTests {
  /// Ninety scores of References/calibration.py, a tenth of them missing.
  static func sample() -> (scores: [Double?], labels: [Bool]) {
    var numbers = Congruence(state: 7)
    let scores = (0..<90).map { index -> Double? in
      let score = Double(numbers.below(12)) + (index < 30 ? 3 : 0)
      return index % 10 == 9 ? nil : score
    }
    return (scores, (0..<90).map { $0 < 30 })
  }

  static func ranked(_ persons: [ScoredPerson]) -> RankedScores {
    let (scores, labels) = sample()
    let there = scores.indices.filter { scores[$0] != nil }
    return RankedScores(
      scores: scores.compactMap(\.self), labels: there.map { labels[$0] },
      unscored: (3, 6), persons: persons)
  }

  @Test("have Obuchowski's variance by its definition, and DeLong's where everybody has one")
  func reference() throws {
    let scores = Self.sample().scores
    let persons =
      (0..<10).map { ScoredPerson(hasLabel: true, scores: Array(scores[3 * $0..<3 * $0 + 3])) }
      + (0..<30).map {
        ScoredPerson(hasLabel: false, scores: Array(scores[30 + 2 * $0..<32 + 2 * $0]))
      }
    let clustered = Self.ranked(persons)
    #expect(abs(try #require(clustered.area) - 0.698055555555556) < 1e-12)
    #expect(abs(try #require(clustered.areaStandardError) - 0.0596908126736327) < 1e-12)
    let alone = Self.ranked([])
    #expect(alone.area == clustered.area)
    #expect(abs(try #require(alone.areaStandardError) - 0.0620899788121859) < 1e-12)
  }

  @Test("an account told twice is worth no more than told once")
  func twice() throws {
    let (scores, labels) = Congruence.sample(40, grid: 9, share: 30, seed: 8)
    let once = RankedScores(scores: scores, labels: labels)
    let twice = RankedScores(
      scores: scores + scores, labels: labels + labels,
      persons: zip(scores, labels).map { ScoredPerson(hasLabel: $1, scores: [$0, $0]) })
    #expect(twice.area == once.area)
    let (error, same) = (
      try #require(once.areaStandardError), try #require(twice.areaStandardError)
    )
    #expect(abs(error - same) < 1e-12)
    let (estimate, copy) = (try #require(once.areaEstimate), try #require(twice.areaEstimate))
    #expect(abs(estimate.low - copy.low) < 1e-12 && abs(estimate.high - copy.high) < 1e-12)
    // Taken for independent, they would seem to tell more.
    let naive = RankedScores(scores: scores + scores, labels: labels + labels)
    #expect(try #require(naive.areaStandardError) < error / 1.3)
  }

  @Test("one groomer with two accounts says nothing of how groomers vary")
  func onePerson() throws {
    let ranked = RankedScores(
      scores: [5, 6, 1, 2, 3], labels: [true, true, false, false, false],
      persons: [ScoredPerson(hasLabel: true, scores: [5, 6])])
    #expect(ranked.area == 1 && ranked.areaStandardError == nil)
    // Wilson's for 1 of 1: 1 / (1 + z²).
    let low = try #require(ranked.areaEstimate).low
    #expect(abs(low - 1 / (1 + Interval.z * Interval.z)) < 1e-12)
  }

  @Test("draws of persons spread as that variance says, and wider than draws of accounts")
  func bootstrap() throws {
    // 60 groomers with four accounts each of nearly the same score; 400 innocents.
    var numbers = Congruence(state: 11)
    var (scores, labels, persons): ([Double], [Bool], [ScoredPerson]) = ([], [], [])
    for _ in 0..<60 {
      let level = Double(numbers.below(100)) + 20
      let own = (0..<4).map { _ in level + Double(numbers.below(5)) }
      scores += own
      labels += own.map { _ in true }
      // One more account of each was never alerted on.
      persons.append(ScoredPerson(hasLabel: true, scores: own + [nil]))
    }
    for _ in 0..<400 {
      scores.append(Double(numbers.below(100)))
      labels.append(false)
    }
    let ranked = RankedScores(
      scores: scores, labels: labels, unscored: (60, 100), persons: persons)
    func spread(_ bootstrap: RankingBootstrap) throws -> Double {
      let areas = try bootstrap.draws(1_000, seed: 1).map { try #require($0.area) }
      let mean = areas.reduce(0, +) / 1_000
      return (areas.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 999).squareRoot()
    }
    let together = try spread(
      RankingBootstrap(scores: scores, labels: labels, unscored: (60, 100), persons: persons))
    let error = try #require(ranked.areaStandardError)
    // A standard deviation of 1,000 draws has a relative error of 1 / √2,000.
    #expect(abs(together / error - 1) < 4 / 2_000.0.squareRoot())
    let apart = try spread(
      RankingBootstrap(scores: scores, labels: labels, unscored: (60, 100)))
    #expect(apart < together / 1.1)
  }

  @Test("a trade-off knows whose accounts are whose")
  func tradeOff() throws {
    var subjects = Village.subjects
    // One person grooms with 0 and 1; another has the innocent 6 and 7, and the child's account 2.
    subjects.owners[1] = 0
    subjects.owners[7] = 6
    subjects.owners[2] = 6
    var tradeOff = TradeOff()
    try tradeOff.add(
      truth: GroundTruth(groomers: Village.groomers, cases: [], end: Village.end),
      subjects: subjects,
      alerts: [0, 7, 8].map { Village.alert(on: $0, day: 1) })
    #expect(
      tradeOff.persons == [
        ScoredPerson(hasLabel: true, scores: [1, nil]),
        ScoredPerson(hasLabel: false, scores: [nil, 1]),
      ])
    #expect(tradeOff.ranking().areaStandardError == nil)
    #expect(tradeOff.bootstrap.draws(20, seed: 2).contains { $0.area != nil })
  }
}
