import Graphs
import Randomness
import Testing

@testable import Validation

extension Tag {
  /// Tests whose tolerance is derived from a sample's size; seeds are fixed.
  @Tag static var statistical: Self
}

@Suite("Standard errors, on exact small cases")
struct ExactErrorTests {
  @Test("a ratio of one trial per cluster has the error of a share")
  func share() {
    var ratio = ClusteredRatio(clusters: 6)
    for (cluster, outcome) in [1.0, 0, 0, 1, 1].enumerated() {
      ratio.add(outcome, over: 1, in: cluster)
    }
    let plain = SampleMean(successes: 3, of: 5)
    #expect(isClose(ratio.estimate?.value, 0.6))
    #expect(isClose(ratio.estimate?.standardError, plain?.standardError))
  }

  @Test("a ratio over clusters that agree has the error of so many draws")
  func clusters() {
    var ratio = ClusteredRatio(clusters: 4)
    for draw in 0..<16 { ratio.add(draw % 2 == 0 ? 1 : 0, over: 1, in: draw % 4) }
    #expect(isClose(ratio.estimate?.standardError, SampleMean(successes: 2, of: 4)?.standardError))
    #expect(ClusteredRatio(clusters: 3).estimate == nil)
    // Two clusters that agree on all they say do not know it for sure.
    var agreed = ClusteredRatio(clusters: 2)
    for draw in 0..<6 { agreed.add(1, over: 1, in: draw % 2) }
    #expect(agreed.estimate == Estimate(successes: 2, of: 2))
    var one = ClusteredRatio(clusters: 2)
    one.add(1, over: 2, in: 1)
    #expect(one.estimate == Estimate(0.5, standardError: nil))
  }

  @Test("groups that are alike in size give the error of a mean between them")
  func randomGroups() {
    #expect(isClose(RandomGroups.standardError(of: [1, 2, 3, 4]), (5.0 / 12).squareRoot()))
    #expect(RandomGroups.standardError(of: []) == nil)
    #expect(RandomGroups.standardError(of: [1]) == nil)
    #expect(RandomGroups.standardError(of: [1, nil, 3]) == nil)
  }

  /// The same by its definition: residuals of all pairs of friendships that share a cluster.
  static func byPairs(
    _ friendships: [(one: Int, other: Int, value: Double, weight: Double)], clusters: [UInt32]
  ) -> (mean: Double, error: Double) {
    let total = friendships.reduce(0) { $0 + $1.weight }
    let mean = friendships.reduce(0) { $0 + $1.value * $1.weight } / total
    var variance = 0.0
    for a in friendships {
      for b in friendships {
        let ends = Set([clusters[a.one], clusters[a.other]])
        if ends.isDisjoint(with: [clusters[b.one], clusters[b.other]]) { continue }
        variance += a.weight * (a.value - mean) * b.weight * (b.value - mean)
      }
    }
    return (mean, variance.squareRoot() / total)
  }

  @Test(
    "a mean over friendships is that of all pairs of them that share an account or a community",
    arguments: [[0, 1, 2, 3, 4, 5, 6], [0, 0, 1, 1, 2, 3, 4]] as [[UInt32]])
  func dyadic(clusters: [UInt32]) {
    let friendships: [(one: Int, other: Int, value: Double, weight: Double)] = [
      (one: 0, other: 1, value: 1.0, weight: 1.0), (0, 2, 1, 2), (2, 3, 1, 1), (4, 5, 0, 1),
      (4, 6, 0, 2), (5, 6, 0, 1), (0, 5, 1, 1), (1, 2, 0, 1), (1, 3, 1, 1),
    ]
    var mean = DyadicMean(labels: clusters, count: 7)
    for friendship in friendships {
      mean.add(
        friendship.one, friendship.other, value: friendship.value, weight: friendship.weight)
    }
    let expected = Self.byPairs(friendships, clusters: clusters)
    #expect(isClose(mean.estimate?.value, expected.mean))
    #expect(isClose(mean.estimate?.standardError, expected.error))
  }

  /// The mean over friendships of so many accounts, every one its own cluster.
  static func apart(_ accounts: Int) -> DyadicMean {
    DyadicMean(labels: (0..<UInt32(accounts)).map { $0 }, count: accounts)
  }

  @Test("friendships that offset each other have no less than the error of independent ones")
  func offsetting() {
    // A cycle of four: every account has one of each kind.
    var mean = Self.apart(4)
    for account in 0..<4 { mean.add(account, (account + 1) % 4, value: Double(account % 2)) }
    #expect(isClose(mean.estimate?.standardError, 0.25))
    #expect(Self.apart(2).estimate == nil)
    var one = Self.apart(2)
    one.add(0, 1, value: 3)
    #expect(one.estimate == Estimate(3, standardError: nil))
  }

  @Test("the error of a ratio adds relative variances")
  func ratio() {
    let ratio = Estimate(
      Estimate(6, standardError: 0.6), over: Estimate(2, standardError: 0.2))
    #expect(isClose(ratio?.value, 3))
    #expect(isClose(ratio?.standardError, 3 * (0.01 + 0.01 as Double).squareRoot()))
    let zero = Estimate(Estimate(0, standardError: 1), over: Estimate(2, standardError: 1))
    #expect(isClose(zero?.standardError, 0.5))
    #expect(Estimate(Estimate(1, standardError: 1), over: Estimate(0, standardError: 1)) == nil)
    let unsure = Estimate(Estimate(1, standardError: nil), over: Estimate(2, standardError: 1))
    #expect(unsure == Estimate(0.5, standardError: nil))
  }
}

@Suite("Standard errors, over many random worlds", .tags(.statistical))
struct SimulatedErrorTests {
  /// How far the root mean square of the stated errors is from the spread of the values, as a
  /// ratio, over 400 repetitions: both are known to about 1/√800, 3.5 %, and so 15 % is 3 to 4
  /// standard errors with some room for the approximation itself.
  static func ratio(_ repetition: (inout RandomStream) -> Estimate?) -> Double {
    var values: [Double] = []
    var squares = 0.0
    for number in 0..<400 {
      var stream = RandomStream(seed: 7, purpose: .test, entity: UInt64(number))
      guard let estimate = repetition(&stream), let error = estimate.standardError else {
        continue
      }
      values.append(estimate.value)
      squares += error * error
    }
    let mean = values.reduce(0, +) / Double(values.count)
    let spread =
      values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    return (squares / Double(values.count) / spread).squareRoot()
  }

  @Test("over friendships whose accounts have leanings of their own")
  func dyadic() {
    let normal = Normal(mean: 0, standardDeviation: 1)
    let ratio = Self.ratio { stream in
      let accounts = 200
      let leanings = (0..<accounts).map { _ in normal.sample(using: &stream) }
      var mean = ExactErrorTests.apart(accounts)
      for one in 0..<accounts {
        for _ in 0..<5 {
          let other = (one + 1 + stream.below(accounts - 1)) % accounts
          let value = leanings[one] + leanings[other] + normal.sample(using: &stream)
          mean.add(one, other, value: value)
        }
      }
      return mean.estimate
    }
    #expect(abs(ratio - 1) < 0.15, "stated over true: \(ratio)")
  }

  @Test("over friendships that are independent")
  func independent() {
    let ratio = Self.ratio { stream in
      var mean = ExactErrorTests.apart(200)
      for one in 0..<200 {
        for _ in 0..<5 {
          let other = (one + 1 + stream.below(199)) % 200
          mean.add(one, other, value: stream.chance(0.3) ? 1 : 0)
        }
      }
      return mean.estimate
    }
    #expect(abs(ratio - 1) < 0.15, "stated over true: \(ratio)")
  }

  @Test("of a median, between random groups")
  func median() {
    let ratio = Self.ratio { stream in
      let degrees = (0..<1_000).map { _ in
        Int(LogNormal(median: 40, sigma: 1.2).sample(using: &stream))
      }
      let groups = (0..<RandomGroups.count).map { group in
        DegreeDistribution(
          of: degrees.enumerated().compactMap {
            RandomGroups.group(ofCommunity: $0) == group ? $1 : nil
          }
        ).median.map { Double($0) }
      }
      return DegreeDistribution(of: degrees).median.map {
        Estimate(Double($0), standardError: RandomGroups.standardError(of: groups))
      }
    }
    #expect(abs(ratio - 1) < 0.15, "stated over true: \(ratio)")
  }

  @Test("of a share of people whose households go together")
  func households() {
    let ratio = Self.ratio { stream in
      var ratio = ClusteredRatio(clusters: 300)
      for household in 0..<300 {
        let size = 1 + stream.below(5)
        let isFamily = stream.chance(0.4)
        let children = (0..<size).count { _ in stream.chance(isFamily ? 0.6 : 0.05) }
        ratio.add(Double(children), over: Double(size), in: household)
      }
      return ratio.estimate
    }
    #expect(abs(ratio - 1) < 0.15, "stated over true: \(ratio)")
  }
}
