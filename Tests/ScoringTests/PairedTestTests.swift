import Activity
import Testing
import Vocabulary

@testable import Scoring

@Suite("Tests of two sides on the same people") struct PairedTestTests {
  @Test(
    "with one trial per person is McNemar's exact test, as statsmodels has it",
    arguments: [
      (5, 0, 0.062500000000000, 0.031250000000000),
      (8, 3, 0.226562500000000, 0.145996093750000),
      (1, 1, 1.000000000000000, 0.750000000000000),
      (12, 4, 0.076812744140625, 0.049041748046875),
      (30, 14, 0.022628841205915, 0.016094360031275),
    ])
  func mcnemar(gained: Int, lost: Int, p: Double, midP: Double) {
    let same = [0, 0, 0, 0]
    let test = SignFlipTest(
      differences: same + Array(repeating: -1, count: lost) + Array(repeating: 1, count: gained))
    #expect(test.more == gained && test.less == lost)
    #expect(isClose(test.p, p, within: 1e-12) && isClose(test.midP, midP, within: 1e-12))
  }

  @Test(
    "with several trials per person counts every way to turn persons round",
    arguments: [
      ([3, 2, -1, 1, 1], 0.25, 0.15625),
      ([4, 4, 4, -2, 1, 1], 0.15625, 0.125),
      ([2, -2, 1], 1.0, 0.75),
      ([5, 1, 1, 1, -3, 2, 2], 0.265625, 0.203125),
    ])
  func persons(differences: [Int], p: Double, midP: Double) {
    for signed in [differences, differences.map { -$0 }, differences.reversed()] {
      let test = SignFlipTest(differences: signed)
      #expect(isClose(test.p, p, within: 1e-12) && isClose(test.midP, midP, within: 1e-12))
    }
  }

  @Test("of nobody who differs finds nothing")
  func none() {
    #expect(SignFlipTest(differences: []).p == 1)
    #expect(SignFlipTest(differences: [0, 0]).midP == 1)
  }

  @Test("of very many is close to what it is of as many as are counted exactly")
  func limit() {
    let limit = SignFlipTest.exactLimit
    let exact = SignFlipTest(differences: (0..<limit).map { $0 < limit * 53 / 100 ? 1 : -1 })
    let more = SignFlipTest(differences: (0..<limit + 2).map { $0 < limit * 53 / 100 + 1 ? 1 : -1 })
    // The normal limit lies within half a step of the sum, 1/√n of a standard deviation, of mid-p.
    #expect(isClose(exact.midP, more.p, within: 0.003), "\(exact.midP) \(more.p)")
  }

  @Test("is corrected for many as statsmodels does it")
  func holm() {
    let corrected = Holm.corrected([0.01, 0.04, 0.03, 0.005, 0.5, 0.03])
    for (found, expected) in zip(corrected, [0.05, 0.12, 0.12, 0.03, 0.5, 0.12]) {
      #expect(isClose(found, expected, within: 1e-12))
    }
    #expect(Holm.corrected([]).isEmpty)
  }

  @Test("of a comparison turns a groomer's meetings round together, and leaves precision out")
  func comparison() throws {
    var comparison = Comparison()
    try comparison.add(
      truth: GroundTruth(
        groomers: Village.groomers,
        cases: [
          Village.contact(0, 2, from: 1, meeting: 40), Village.contact(0, 3, from: 1, meeting: 50),
          Village.contact(1, 4, from: 5, meeting: 12), Village.contact(1, 5, from: 5),
        ], end: Village.end),
      subjects: Village.subjects, inUse: [Village.alert(on: 1, day: 20)],
      candidate: [Village.alert(on: 0, day: 5), Village.alert(on: 1, day: 20)])
    let tests = comparison.tests()
    // Two meetings gained, of one groomer: 1 of 2 ways is as far from 0 on each side.
    let preceded = try #require(tests["preceded"])
    #expect(preceded.found.more == 1 && preceded.found.less == 0)
    #expect(preceded.found.p == 1 && preceded.found.midP == 0.5 && preceded.corrected == 1)
    #expect(tests["time-to-alert-median"]?.found.more == 1)
    #expect(tests["precision"] == nil && tests["lead-median"] == nil)
    #expect(comparison.figures().compactMap(\.test).count == tests.count)
  }
}
