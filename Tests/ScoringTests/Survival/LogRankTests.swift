import Testing

@testable import Scoring

@Suite("Log-rank test") struct LogRankTests {
  private static func group(_ number: Int) -> SurvivalTimes {
    let rows = SurvivalSample.group.indices.filter { SurvivalSample.group[$0] == number }
    return SurvivalTimes(
      days: rows.map { SurvivalSample.days[$0] },
      outcomes: rows.map { SurvivalSample.outcomes[$0] == 1 ? 1 : 0 })
  }

  @Test("agrees with lifelines, whichever group comes first")
  func reference() {
    for test in [
      LogRank(Self.group(0), Self.group(1)), LogRank(Self.group(1), Self.group(0)),
    ] {
      #expect(isClose(test.chiSquared, 2.428483260843) && isClose(test.p, 0.119148132955))
    }
  }

  @Test("tells nothing of groups to which nothing happened, or that are empty")
  func nothing() {
    let censored = SurvivalTimes(days: [1, 2], outcomes: [0, 0])
    #expect(LogRank(censored, censored).p == 1)
    let none = SurvivalTimes(days: [], outcomes: [])
    #expect(LogRank(none, none).p == 1)
    #expect(LogRank(none, SurvivalTimes(days: [1, 2], outcomes: [1, 1])).p == 1)
  }
}
