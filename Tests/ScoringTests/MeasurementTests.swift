import Testing

@testable import Scoring

@Suite("A measured share") struct MeasurementTests {
  @Test("a share of nothing has neither value nor interval")
  func nothing() {
    #expect(Measurement.share(0, of: 0).value == nil)
    #expect(Measurement.share(0, of: 0).interval == nil)
  }
}
