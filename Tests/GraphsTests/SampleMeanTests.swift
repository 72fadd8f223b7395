import Testing

@testable import Graphs

@Suite("Sample mean")
struct SampleMeanTests {
  @Test("has the standard error of independent draws")
  func values() throws {
    // python3 -c "import numpy as np; x = [2, 4, 4, 5, 7, 9]; print(np.mean(x), np.std(x, ddof=1) / 6**.5)"
    let mean = try #require(SampleMean(of: [2, 4, 4, 5, 7, 9]))
    #expect(isClose(mean.mean, 5.166666666666667))
    #expect(isClose(mean.standardError, 1.0137937550497034))
    #expect(mean.count == 6)
  }

  @Test("of a share is that of zeros and ones")
  func share() throws {
    let share = try #require(SampleMean(successes: 3, of: 8))
    let values = try #require(SampleMean(of: [1, 0, 0, 1, 0, 1, 0, 0]))
    #expect(share.mean == values.mean)
    #expect(isClose(share.standardError, try #require(values.standardError)))
    #expect(share.count == 8)
  }

  @Test("is nil of nothing, and has no standard error of one value")
  func few() {
    #expect(SampleMean(of: []) == nil)
    #expect(SampleMean(successes: 0, of: 0) == nil)
    #expect(SampleMean(of: [4])?.mean == 4)
    #expect(SampleMean(of: [4])?.standardError == nil)
    #expect(SampleMean(successes: 1, of: 1)?.standardError == nil)
  }
}
