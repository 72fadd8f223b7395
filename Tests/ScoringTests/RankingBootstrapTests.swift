import Testing

@testable import Scoring

@Suite("Areas of a ranking drawn again")
struct RankingBootstrapTests {
  @Test("spread as DeLong's error says, on any number of threads")
  func spread() throws {
    let (scores, labels) = Congruence.sample(2_000, grid: 40, share: 30, seed: 6)
    let ranked = RankedScores(scores: scores, labels: labels, unscored: (20, 300))
    let bootstrap = RankingBootstrap(scores: scores, labels: labels, unscored: (20, 300))
    let draws = bootstrap.draws(1_000, seed: 1)
    #expect(bootstrap.draws(1_000, seed: 1, threads: 3) == draws)
    #expect(bootstrap.draws(1_000, seed: 2) != draws)
    let areas = try draws.map { try #require($0.area) }
    let mean = areas.reduce(0, +) / 1_000
    let deviation = (areas.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 999).squareRoot()
    let error = try #require(ranked.areaStandardError)
    // A standard deviation of 1,000 draws has a relative error of 1 / √2,000; the mean one of 1 / √1,000.
    #expect(abs(deviation / error - 1) < 4 / 2_000.0.squareRoot())
    #expect(abs(mean - (try #require(ranked.area))) < 4 * error / 1_000.0.squareRoot())
    let precisions = try draws.map { try #require($0.averagePrecision) }
    let average = precisions.reduce(0, +) / 1_000
    #expect(abs(average - (try #require(ranked.averagePrecision))) < 0.01)
  }

  @Test("are those of the ranking where everybody is alike", arguments: [0, 3])
  func alike(unscored: Int) {
    // All tied: any draw with both groups has an area of a half.
    let bootstrap = RankingBootstrap(
      scores: [1, 1, 1, 1], labels: [true, false, true, false], unscored: (0, 0))
    for draw in bootstrap.draws(50, seed: 3) { #expect(draw.area ?? 0.5 == 0.5) }
    // The only positive has the highest score: any draw with it is perfect.
    let apart = RankingBootstrap(
      scores: [9, 1, 2], labels: [true, false, false], unscored: (0, unscored))
    let draws = apart.draws(200, seed: 4)
    #expect(draws.allSatisfy { $0.area ?? 1 == 1 && $0.averagePrecision ?? 1 == 1 })
    #expect(draws.contains { $0.averagePrecision == nil } && draws.contains { $0.area == 1 })
  }

  @Test("are nothing of nobody")
  func nobody() {
    let draws = RankingBootstrap(scores: [], labels: []).draws(2, seed: 1)
    #expect(draws == [.init(), .init()])
    let hidden = RankingBootstrap(scores: [], labels: [], unscored: (5, 5)).draws(20, seed: 1)
    #expect(hidden.allSatisfy { $0.area ?? 0.5 == 0.5 })
  }
}
