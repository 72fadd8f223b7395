import Testing

@testable import Reporting

@Suite("Numbers in reports")
struct NumeralsTests {
  @Test(
    "counts have a comma between thousands",
    arguments: [
      (0, "0"), (999, "999"), (1_000, "1,000"), (1_204_377, "1,204,377"), (-12_345, "-12,345"),
    ])
  func counts(value: Int, expected: String) {
    #expect(Numerals.count(value) == expected)
  }

  @Test(
    "percent is finer towards 0 and 100, which only exact shares reach",
    arguments: [
      (0, "0"), (0.00001, "<0.01"), (0.0006, "0.06"), (0.008, "0.8"), (0.062, "6.2"),
      (0.73, "73"), (0.911, "91"), (0.992, "99.2"), (0.9996, "99.96"), (0.99999, ">99.99"),
      (1, "100"),
    ])
  func percent(share: Double, expected: String) {
    #expect(Numerals.percent(share) == expected)
  }

  @Test(
    "as many digits as count, without powers of ten below a million",
    arguments: [
      (341.2, 2, "340"), (66.4, 2, "66"), (0.7, 2, "0.7"), (12_345.6, 4, "12350"),
      (1_204, 2, "1204"),
      (-0.012_34, 2, "-0.012"), (1_234_567.5, 4, "1.235e+06"), (.infinity, 4, "inf"),
    ])
  func significant(value: Double, digits: Int, expected: String) {
    #expect(Numerals.significant(value, digits: digits) == expected)
  }

  @Test(
    "a difference in percent points has a sign and is never a bound",
    arguments: [
      (-0.99999, "-100"), (0.99999, "+100"), (0.00001, "0"), (-0.062, "-6.2"), (0.73, "+73"),
    ])
  func percentDifference(difference: Double, expected: String) {
    #expect(Numerals.percentDifference(difference) == expected)
  }

  @Test(
    "days have one decimal, and no negative nought",
    arguments: [(12.25, "12.2"), (0.04, "0.0"), (-0.04, "0.0"), (-3.5, "-3.5"), (183, "183.0")])
  func days(days: Double, expected: String) {
    #expect(Numerals.days(days) == expected)
  }

  @Test("an absent end of a range of days is a case without an alert")
  func daysRange() {
    #expect(Numerals.daysRange(-2, 9.5) == "-2.0 to 9.5")
    #expect(Numerals.daysRange(nil, 9.5) == "none to 9.5")
    #expect(Numerals.daysRange(nil, nil) == "none")
  }

  @Test(
    "rates are finer when small",
    arguments: [
      (0, "0"), (0.0194, "0.019"), (0.276, "0.28"), (3.14, "3.1"), (99.94, "99.9"), (123.4, "123"),
    ])
  func rates(rate: Double, expected: String) {
    #expect(Numerals.rate(rate) == expected)
  }
}
