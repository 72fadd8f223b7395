import Population
import Testing

@testable import Validation

@Suite("Rows on friendships, on a few accounts")
struct GraphRowTests {
  /// Adults with these friendships.
  static func adults(_ count: Int, _ friends: [(Int, Int)]) -> TinyWorld {
    TinyWorld(persons: (0..<count).map { _ in .init() }, friends: friends)
  }

  /// 0-1-2 a triangle, 3 hanging on 2, 4 and 5 a pair, 6 alone.
  static let kite = adults(7, [(0, 1), (1, 2), (2, 0), (3, 2), (4, 5)])

  @Test("V1: the mean counts accounts without friends, with the error of a mean")
  func meanDegree() {
    // Degrees 2, 2, 3, 1, 1, 1, 0: mean 10/7, squares about it 40/7, and s² = 40/42.
    let figure = ValidationRow.meanDegree.measure(Self.kite.sample())[0]
    #expect(isClose(figure.estimate?.value, 10.0 / 7))
    #expect(isClose(figure.estimate?.standardError, (40.0 / 42 / 7).squareRoot()))
    #expect(figure.target == .value(DegreeCurve.meanDegree(accounts: 7)))
  }

  @Test("V1: accepts 10 % either way of the published mean")
  func meanDegreeBand() {
    let band = ValidationRow.meanDegree.measure(Self.kite.sample())[0].accepted
    let published = DegreeCurve.meanDegree(accounts: 7)
    #expect(band.contains(published * 0.901) && band.contains(published * 1.099))
    #expect(!band.contains(published * 0.899) && !band.contains(published * 1.101))
  }

  @Test("V2: median over mean, and 90th percentile over median, are of degrees that occur")
  func shape() {
    // Sorted degrees 0 1 1 1 2 2 3: median 1, 90th percentile the seventh, 3.
    let values = Self.kite.values(of: .degreeShape)
    #expect(isClose(values[0], 0.7) && isClose(values[1], 3))
    #expect(Self.adults(3, [(0, 1)]).values(of: .degreeShape)[1] == 1)
    #expect(Self.adults(4, [(0, 1)]).reasons(of: .degreeShape)[1] != nil)
    #expect(Self.adults(2, []).reasons(of: .degreeShape).allSatisfy { $0 != nil })
  }

  @Test("V3: clustering is that of accounts near the median degree, over which it falls")
  func clustering() {
    // A hub with the four ends of two friendships: median 2, and nobody has four times that.
    let two = Self.adults(5, [(0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (3, 4)])
    #expect(two.values(of: .clustering)[0] == 1)
    #expect(two.reasons(of: .clustering)[1] != nil)
    // Eight friends in four pairs: the hub is at four times the median, with 4 of 28 pairs.
    let pairs = (0..<4).map { (2 * $0 + 1, 2 * $0 + 2) }
    let eight = Self.adults(9, (1...8).map { (0, $0) } + pairs)
    #expect(eight.values(of: .clustering)[0] == 1)
    #expect(isClose(eight.values(of: .clustering)[1], 4.0 / 28))
    #expect(Self.adults(2, [(0, 1)]).reasons(of: .clustering)[0] != nil)
  }

  @Test("V4: a star is as disassortative as can be; equal degrees have no correlation")
  func assortativity() {
    let star = Self.adults(4, [(0, 1), (0, 2), (0, 3)])
    #expect(isClose(star.values(of: .degreeAssortativity)[0], -1))
    #expect(Self.adults(3, [(0, 1), (1, 2), (0, 2)]).reasons(of: .degreeAssortativity)[0] != nil)
    // Two separate parts, each of equal degrees.
    let parts = Self.adults(5, [(0, 1), (1, 2), (0, 2), (3, 4)])
    #expect(isClose(parts.values(of: .degreeAssortativity)[0], 1))
  }

  @Test("V5: accounts without friends do not count; small components make the error")
  func component() {
    let estimate = ValidationRow.largestComponent.measure(Self.kite.sample())[0].estimate
    #expect(isClose(estimate?.value, 4.0 / 6))
    #expect(isClose(estimate?.standardError, 2.0 / 6))
    #expect(Self.adults(2, []).reasons(of: .largestComponent) == ["nobody has a friend"])
    let whole = ValidationRow.largestComponent.measure(Self.adults(2, [(0, 1)]).sample())[0]
    #expect(whole.estimate == Estimate(1, standardError: 0))
    #expect(whole.verdict == .pass)
  }

  @Test("V6: strictly fewer than the median of friends' numbers, of those with friends")
  func paradox() {
    // 0 and 1 have 2, and friends with 2 and 3: median 2.5. 2 has 3. 3 has 1 and its friend 3.
    #expect(isClose(Self.kite.values(of: .friendshipParadox)[0], 3.0 / 6))
    #expect(Self.adults(2, []).reasons(of: .friendshipParadox) == ["nobody has a friend"])
  }

  @Test("V7: sex of adults alone, 1 where all friendships are within a sex")
  func gender() {
    var world = Self.adults(5, [(0, 1), (2, 3)])
    world.persons[2].sex = .male
    world.persons[3].sex = .male
    #expect(world.values(of: .genderAssortativity) == [1])
    // A boy's friendships do not count.
    world.persons[4] = .init(age: 12, sex: .male)
    world.friends += [(0, 4), (1, 4)]
    #expect(world.values(of: .genderAssortativity) == [1])
    world.friends = [(0, 2), (1, 3)]
    #expect(world.values(of: .genderAssortativity) == [-1])
    #expect(Self.kite.reasons(of: .genderAssortativity)[0] != nil)
  }

  @Test("V7: chance mixing is 0, and the error is that of the share within a sex")
  func genderError() {
    // A cycle f f m m: half of the friendships within a sex, and every account has one of each.
    var world = Self.adults(4, [(0, 1), (1, 2), (2, 3), (3, 0)])
    world.persons[2].sex = .male
    world.persons[3].sex = .male
    let estimate = ValidationRow.genderAssortativity.measure(world.sample())[0].estimate
    #expect(estimate?.value == 0)
    // Residuals ±1/2 cancel at every account; what is left is that of independent friendships,
    // √(4 · 1/4)/4 = 1/4, over 1 − Σ a² = 1/2.
    #expect(isClose(estimate?.standardError, 0.5))
  }

  @Test("V10: a friendship counts if its ends share another friend")
  func triangles() {
    #expect(isClose(Self.kite.values(of: .closedTriangles)[0], 3.0 / 5))
    #expect(Self.adults(3, []).reasons(of: .closedTriangles) == ["there are no friendships"])
  }

  @Test("V10: a sample of friendships is evenly spaced, without repeats, and whole if it may be")
  func sampling() {
    let sample = Self.adults(12, (0..<11).map { ($0, $0 + 1) }).sample()
    #expect(sample.friendships(atMost: 100).from == (0..<11).map { UInt32($0) })
    #expect(sample.friendships(atMost: 11).from.count == 11)
    let four = sample.friendships(atMost: 4)
    #expect(four.from == [0, 2, 5, 8])
    #expect(four.to == [1, 3, 6, 9])
    #expect(Self.adults(3, []).sample().friendships(atMost: 4).from == [])
  }
}
