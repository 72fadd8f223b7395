import Activity
import Foundation
import Population
import Testing
import Vocabulary

@testable import Scoring

@Suite("Rates by group")
struct GroupRatesTests {
  /// Adults in so many places, one after the other, and alerts on so many of the first in each.
  private static func rates(_ places: [(alerted: Int, all: Int)]) throws -> GroupRates {
    let homes = places.indices.flatMap { Array(repeating: $0, count: places[$0].all) }
    var starts = [0]
    for place in places { starts.append(starts[starts.count - 1] + place.all) }
    let alerts = places.indices.flatMap { place in
      (0..<places[place].alerted).map { Village.alert(on: starts[place] + $0, day: 1) }
    }
    let subjects = Subjects(
      roles: homes.map { _ in .adult }, ages: homes.map { _ in 40 }, homes: homes,
      places: places.indices.map { "place \($0)" })
    let all = try GroupRates.all(
      truth: GroundTruth(groomers: [], cases: [], end: Village.end), subjects: subjects,
      alerts: alerts)
    #expect(all.map(\.division) == [.age, .region])
    return all[1]
  }

  @Test("the gap and the ratio have the intervals of statsmodels, and chance its share")
  func reference() throws {
    let shares = try Self.rates([(3, 60), (12, 40)]).falseAlarms
    #expect(shares.groups.map(\.name) == ["place 0", "place 1"])
    #expect(shares.groups.map(\.count) == [3, 12])
    #expect(shares.groups.map(\.total) == [60, 40])
    #expect(abs(shares.groups[1].share.low - 0.1807484522974653) < 1e-12)
    let spread = try #require(shares.spread)
    #expect(spread.highest == "place 1" && spread.lowest == "place 0" && spread.groups == 2)
    let ratio = GroupSpread.ratio(shares.groups[1], shares.groups[0], commonShare: 1)
    for (found, expected) in [
      (spread.gap.value, 0.25), (spread.gap.low, 0.10238282510164642),
      (spread.gap.high, 0.40775836992336656), (ratio.value, 5.335097001763668),
      (ratio.low, 1.74687037967838), (ratio.high, 16.29385920653285),
      // (12.5 / (40 + 0.5 / 0.15)) / (3.5 / (60 + 0.5 / 0.15))
      (spread.ratio.value, 5.21978021978022),
    ] {
      #expect(abs(found - expected) < 1e-6, "\(found) \(expected)")
    }
    // A million draws say 0.0581 and 0.00086; a thousand are off by 0.0014 and 0.001.
    #expect(abs(spread.gapByChance - 0.0581) < 0.006)
    #expect(spread.chance > 0.0009 && spread.chance < 0.006)
  }

  @Test("many alike groups have a large ratio, and chance says so")
  func chance() throws {
    let counts = [0, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4, 5]
    let spread = try #require(try Self.rates(counts.map { ($0, 50) }).falseAlarms.spread)
    #expect(spread.ratio.value > 10 && spread.chance > 0.1)
    #expect(spread.gapByChance > 0.07)
  }

  @Test("small groups are put together, or left out and named")
  func small() throws {
    let pooled = try Self.rates([(1, 30), (2, 20), (0, 15), (0, 0)]).falseAlarms
    #expect(pooled.groups.map(\.name) == ["place 0", "others"] && pooled.suppressed.isEmpty)
    #expect(pooled.groups[1].members == ["place 1", "place 2"])
    #expect(pooled.groups[1].count == 2 && pooled.groups[1].total == 35)
    let left = try Self.rates([(1, 30), (2, 20), (0, 9)]).falseAlarms
    #expect(left.groups.count == 1 && left.suppressed == ["place 1", "place 2"])
    #expect(left.spread == nil)
  }

  @Test("a small group without any does not turn the ratio round", arguments: [30, 60, 10_000])
  func rare(small: Int) throws {
    let spread = try #require(try Self.rates([(20, 10_000), (0, small)]).falseAlarms.spread)
    #expect(spread.highest == "place 0" && spread.lowest == "place 1")
    #expect(spread.ratio.value > 1 && spread.ratio.high > 2)
    #expect((spread.ratio.low < 1) == (small < 10_000))
  }

  @Test("groups that are all alike are as near as can be")
  func alike() throws {
    let spread = try #require(try Self.rates([(5, 50), (5, 50)]).falseAlarms.spread)
    #expect(spread.highest == "place 1" && spread.lowest == "place 0")
    #expect(spread.gap.value == 0 && spread.ratio.value == 1 && spread.chance == 1)
    let none = try #require(try Self.rates([(0, 50), (0, 50)]).falseAlarms.spread)
    #expect(none.gapByChance == 0 && none.chance == 1 && none.ratio.value == 1)
  }

  /// Ten groomers, accounts 0 to 9, who meet eight children each, four girls and four boys.
  private static let town: (truth: GroundTruth, subjects: Subjects) = {
    let children = 10..<90
    let cases = children.map { child in
      Village.contact(child / 8 - 1, child, from: 1, meeting: 30 + child % 8)
    }
    let subjects = Subjects(
      roles: (0..<90).map { $0 < 10 ? .adult : .child },
      ages: (0..<90).map { $0 < 10 ? 40 : $0 % 4 < 2 ? 12 : 15 },
      sexes: (0..<90).map { $0 % 2 == 0 ? .female : .male })
    return (
      GroundTruth(
        groomers: (0..<10).map { AccountID($0) },
        cases: cases.map { contact in
          var contact = contact
          contact.groomer = AccountID(min(9, contact.child.index / 9))
          return contact
        }, end: Village.end), subjects
    )
  }()

  @Test("meetings go by the child's group, with the lead time there")
  func meetings() throws {
    let alerts = (0..<6).map { Village.alert(on: $0, day: 20) }
    let rates = try GroupRates.all(
      truth: Self.town.truth, subjects: Self.town.subjects, alerts: alerts)
    #expect(rates.map(\.division) == [.age, .sex])
    let bySex = rates[1].preceded
    #expect(bySex.groups.map(\.name) == Sex.allCases.map(\.name))
    #expect(bySex.groups.reduce(0) { $0 + $1.total } == 80)
    for (group, sex) in zip(bySex.groups, Sex.allCases) {
      let cases = Self.town.truth.cases.filter { Self.town.subjects.sexes[$0.child.index] == sex }
      let evaluation = try Evaluation(
        truth: GroundTruth(groomers: Self.town.truth.groomers, cases: cases, end: Village.end),
        alerts: alerts, detectors: ["a"], subjects: Self.town.subjects)
      let row = try #require(evaluation.row(.preceded, for: "a"))
      #expect(group.share.value == row.value)
      #expect(group.share.low == row.low && group.share.high == row.high)
      #expect(group.count == row.count && group.total == row.total)
      #expect(group.medianLead?.days == evaluation.value(.leadMedian))
    }
    #expect(rates[0].preceded.groups.map(\.name) == ["0-12", "13-15"])
  }

  @Test("the metrics are the ratios, and absent where nobody said who belongs where")
  func metrics() throws {
    let alerts = (0..<6).map { Village.alert(on: $0, day: 20) }
    func evaluation(_ subjects: Subjects) throws -> Evaluation {
      try Evaluation(
        truth: Self.town.truth, alerts: alerts, detectors: ["a"], subjects: subjects)
    }
    let rates = try GroupRates.all(
      truth: Self.town.truth, subjects: Self.town.subjects, alerts: alerts)
    let ratio = rates[1].preceded.spread?.ratio.value
    #expect(try evaluation(Self.town.subjects).value(.largestRatio(ofPrecededBy: .sex)) == ratio)
    #expect(ratio != nil)
    var unknown = Self.town.subjects
    unknown.sexes = []
    #expect(try evaluation(unknown).value(.largestRatio(ofPrecededBy: .sex)) == nil)
    #expect(try evaluation(unknown).value(.largestRatio(ofFalseAlarmsBy: .region)) == nil)
    unknown.sexes = [.female]
    #expect(throws: ScoringError.self) { try evaluation(unknown) }
  }

  @Test("worlds are pooled by the names of groups")
  func pooled() throws {
    func counts(_ places: [String]) throws -> [GroupCounts] {
      let subjects = Subjects(
        roles: [.adult, .adult], ages: [40, 40], homes: [0, 1], places: places)
      let census = try Census(
        truth: GroundTruth(groomers: [], cases: [], end: Village.end), subjects: subjects)
      return census.divisions.map {
        GroupCounts(of: $0, alerted: [AccountID(1): SimTime(day: 1)], cases: [], census: census)
      }
    }
    let pooled = GroupCounts.pooling([try counts(["A", "B"]), try counts(["B", "C"])])
    #expect(pooled.map(\.division) == [.age, .region])
    #expect(pooled[1].names == ["A", "B", "C"])
    #expect(pooled[1].innocent == [1, 2, 1])
    #expect(pooled[1].alerted == [0, 1, 1])
  }

  @Test("survive JSON")
  func coding() throws {
    let rates = try Self.rates([(3, 60), (12, 40), (1, 3)])
    #expect(try JSONDecoder().decode(GroupRates.self, from: JSONEncoder().encode(rates)) == rates)
  }
}

@Suite("Agreement of two detectors")
struct AgreementTests {
  @Test("is Cohen's kappa as scikit-learn and statsmodels have it")
  func kappa() throws {
    let kappa = try #require(Agreement.kappa(of: [50, 5, 10, 15]))
    #expect(abs(kappa.value - 0.5384615384615384) < 1e-12)
    #expect(abs(kappa.low - 0.3351425243586812) < 1e-12)
    #expect(abs(kappa.high - 0.7417805525643957) < 1e-12)
    #expect(Agreement.kappa(of: [0, 0, 0, 0]) == nil && Agreement.kappa(of: [9, 0, 0, 0]) == nil)
    #expect(Agreement.kappa(of: [5, 0, 0, 4])?.value == 1)
  }

  @Test("counts groomers, and innocent accounts of children too")
  func pairs() throws {
    let alerts =
      [0, 6, 2, 7].map { Village.alert("a", on: $0, day: 1) }
      + [0, 1, 6, 2, 3].map { Village.alert("b", on: $0, day: 2) }
    let pairs = try Agreement.pairs(
      truth: GroundTruth(groomers: Village.groomers, cases: [], end: Village.end),
      subjects: Village.subjects, alerts: alerts, detectors: ["a", "b", "c"])
    #expect(pairs.map(\.detectors) == [["a", "b"], ["a", "c"], ["b", "c"]])
    let pair = pairs[0]
    #expect(pair.groomersByBoth == 1 && pair.groomersByFirst == 0)
    #expect(pair.groomersBySecond == 1 && pair.groomersByNeither == 0)
    #expect(pair.innocentByBoth == 2 && pair.innocentByEither == 4)
    #expect(pair.jaccard?.value == 0.5)
    // Adults: both on 0 and 6, a on 7, b on 1, neither on four.
    #expect(pair.kappa == Agreement.kappa(of: [4, 1, 1, 2]))
    #expect(pairs[1].jaccard?.value == 0 && pairs[1].kappa?.value == 0)
  }
}
