import Testing

@testable import Scoring

@Suite("Shares of the same people, compared")
struct PairedSharesTests {
  private static let sizes = [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4]
  private static let inUse = [1, 2, 0, 1, 0, 2, 3, 0, 1, 0, 2, 0]
  private static let candidate = [1, 2, 2, 2, 0, 2, 3, 4, 1, 1, 1, 0]
  private static let days = [0.0, 3, 8.5, -2, 0, 1.5, 6, 10, 0.5, 0, -4, 7]

  /// Trials laid out person by person: so many successes of so many.
  static func share(_ successes: [Int], of sizes: [Int], worlds: Int = 1) -> ClusteredShare {
    let persons = sizes.indices.flatMap { index in
      Array(
        repeating: ClusteredShare.Person(world: index % worlds, person: UInt32(index)),
        count: sizes[index])
    }
    let outcomes = zip(successes, sizes).flatMap { count, size in (0..<size).map { $0 < count } }
    return ClusteredShare(outcomes: outcomes, of: persons, worlds: worlds)
  }

  private static var difference: Estimate? {
    share(candidate, of: sizes).difference(from: share(inUse, of: sizes))
  }

  // References/paired_shares.py, whose roots of Wilson's equation are good to 1e-12.
  @Test("differ as numpy has it")
  func numpy() throws {
    let found = try #require(Self.difference)
    #expect(abs(found.value - 7.0 / 30) < 1e-12)
    #expect(abs(found.low + 0.034053438593) < 1e-11)
    #expect(abs(found.high - 0.448938148465) < 1e-11)
  }

  @Test("differ by about what a bootstrap over the same people says, and half as surely apart")
  func bootstrap() throws {
    let found = try #require(Self.difference)
    // Percentile and BCa of scipy: 0.000 to 0.500 and 0.030 to 0.556. Resampling twelve clusters is
    // known to be too sure of itself at one end; the ends agree to a tenth.
    #expect(abs(found.low - 0.015) < 0.1 && abs(found.high - 0.528) < 0.1)
    // Of different people, the same two shares say less.
    let others = Self.share([], of: []).estimate
    #expect(others == nil)
    let shifted = Self.share(
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + Self.candidate,
      of: Array(repeating: 0, count: 12) + Self.sizes)
    let apart = try #require(shifted.difference(from: Self.share(Self.inUse, of: Self.sizes)))
    #expect(apart.high - apart.low > 1.3 * (found.high - found.low))
  }

  @Test("change sign where they change sides")
  func sides() throws {
    let found = try #require(Self.difference)
    let back = try #require(
      Self.share(Self.inUse, of: Self.sizes).difference(
        from: Self.share(Self.candidate, of: Self.sizes)))
    #expect(abs(back.value + found.value) < 1e-12)
    #expect(abs(back.low + found.high) < 1e-12 && abs(back.high + found.low) < 1e-12)
  }

  @Test("do not differ for certain where nobody was told apart: ten people are only ten")
  func same() throws {
    let share = Self.share(Array(repeating: 0, count: 10), of: Array(repeating: 1, count: 10))
    let found = try #require(share.difference(from: share))
    // Wilson's at 0 of 10: up to z² / (10 + z²).
    #expect(found.value == 0 && abs(found.high - 0.27753) < 1e-5 && found.low == -found.high)
  }

  @Test("are less sure where worlds differ more than the people in them")
  func worlds() throws {
    let sizes = Array(repeating: 1, count: 12)
    let halves = [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]
    let one = try #require(Self.share(halves, of: sizes).estimate)
    let two = try #require(Self.share(halves, of: sizes, worlds: 2).estimate)
    #expect(two.high - two.low > one.high - one.low)
  }

  @Test("have means with Student's interval over people, as scipy has it")
  func means() throws {
    // A value per trial, all of a person the same.
    let values = zip(Self.days, Self.sizes).flatMap { sum, size in
      Array(repeating: sum / Double(size), count: size)
    }
    let persons = Self.sizes.enumerated().flatMap { Array(repeating: $0, count: $1) }
    let found = try #require(ClusteredMean.of(values, clusters: persons))
    #expect(abs(found.mean - 1.016666666667) < 1e-11)
    let interval = try #require(found.interval)
    #expect(
      abs(interval.low + 0.001103434494) < 1e-11 && abs(interval.high - 2.034436767828) < 1e-11)
    #expect(ClusteredMean.of([1.0, 2], clusters: [7, 7])?.interval == nil)
    #expect(ClusteredMean.of([], clusters: [Int]()) == nil)
  }

  @Test(
    "use Student's quantile, as scipy has it",
    arguments: [
      (1, 12.7062047361747), (2, 4.30265272974946), (3, 3.18244630528371),
      (6, 2.44691185114498), (11, 2.20098516009164), (30, 2.04227245630124),
      (1_000, 1.96233908082641),
    ])
  func student(degrees: Int, expected: Double) {
    #expect(abs(StudentT.upper95(degreesOfFreedom: degrees) / expected - 1) < 1e-12)
  }
}
