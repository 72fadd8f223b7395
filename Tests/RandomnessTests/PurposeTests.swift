import Testing

import Randomness

@Suite("Purposes")
struct PurposeTests {
  @Test("keep the top numbers for tests")
  func testNumbers() {
    #expect(Purpose.test.rawValue == 0xFFFF)
    #expect(Purpose.otherTest.rawValue == 0xFFFE)
  }
}
