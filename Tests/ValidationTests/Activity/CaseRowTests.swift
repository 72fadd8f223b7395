import Activity
import Population
import Testing

@testable import Validation

@Suite("Rows on cases, on a few of them")
struct CaseRowTests {
  /// Two groomers, of whom the second has two accounts (2 and 9), and children of several ages.
  private static let run: TinyRun = {
    var world = TinyWorld(
      persons: [.init(), .init(age: 11), .init(sex: .male), .init(age: 12), .init(age: 15)])
    world.persons += [.init(age: 12, sex: .male), .init(age: 16), .init(age: 9, sex: .male)]
    world.persons += [.init(age: 17)]
    world.secondAccounts = [2]
    return TinyRun(world: world, groomers: [0, 2, 9])
  }()

  @Test("V23: girls, girls of 12 to 15, and 11 or younger, of all cases")
  func victims() {
    var run = Self.run
    run.cases = [1, 3, 4, 5].map { GroundTruth.Case(0, $0, from: 0) }
    run.cases += [6, 7, 8].map { GroundTruth.Case(2, $0, from: 0) }
    run.cases += [GroundTruth.Case(9, 1, from: 0)]
    #expect(run.values(of: .victims) == [0.75, 0.25, 0.375])
    run.cases = []
    #expect(run.reasons(of: .victims) == Array(repeating: "there are no cases", count: 3))
  }

  @Test("V23: cases of one groomer go together, whichever account")
  func error() {
    var run = Self.run
    run.cases = [1, 3].map { GroundTruth.Case(0, $0, from: 0) }
    run.cases += [GroundTruth.Case(2, 5, from: 0), GroundTruth.Case(9, 7, from: 0)]
    // Two people, all girls and none: as of two draws.
    let estimate = ValidationRow.victims.measure(run.sample())[0].estimate
    #expect(isClose(estimate?.value, 0.5))
    #expect(isClose(estimate?.standardError, 0.5))
  }

  @Test("V24: the three platforms with most cases, where there are four")
  func platforms() {
    var run = Self.run
    run.world.platforms = ["a", "b", "c"]
    run.cases = [GroundTruth.Case(0, 1, from: 0)]
    #expect(run.reasons(of: .firstChannels) == ["there are fewer than four platforms"])
    run.world.platforms = ["a", "b", "c", "d"]
    #expect(run.values(of: .firstChannels) == [1])
    run.groomers = [0, 1, 2, 3]
    for platform in 0..<4 { run.world.persons[platform].platform = UInt8(platform) }
    run.cases = [2, 1, 3, 2].enumerated().flatMap { platform, cases in
      (0..<cases).map { GroundTruth.Case(platform, 4 + $0, from: 0) }
    }
    #expect(run.values(of: .firstChannels) == [0.875])
    run.cases = []
    #expect(run.reasons(of: .firstChannels) == ["there are no cases"])
  }

  @Test("V25: plain shares where every contact came to an end")
  func ended() {
    var run = Self.run
    run.cases = [5, 30, 31, 90].map { GroundTruth.Case(0, 1, from: 0, met: $0) }
    run.cases += [3, 9, 33, 50, 60, 70].map { GroundTruth.Case(2, 1, from: 9, ended: $0) }
    let values = run.values(of: .contactLength)
    #expect(isClose(values[0], 0.5) && isClose(values[1], 0.4))
  }

  @Test("V25: contacts that go on at the end count for as long as they were seen")
  func ongoing() {
    var run = Self.run
    // Of two, one met after 10 days; the other began 5 days before the end, so it says nothing.
    run.cases = [
      GroundTruth.Case(0, 1, from: 0, met: 10), GroundTruth.Case(2, 1, from: 0, ended: 40),
      GroundTruth.Case(2, 3, from: 360),
    ]
    let values = run.values(of: .contactLength)
    #expect(isClose(values[0], 0) && isClose(values[1], 0.5))
    run.cases.removeFirst()
    #expect(run.reasons(of: .contactLength) == ["nobody met", nil])
    run.cases = []
    #expect(run.reasons(of: .contactLength)[1] == "there are no cases")
  }

  @Test("V25: takes a run of 200 days")
  func short() {
    var run = Self.run
    run.cases = [GroundTruth.Case(0, 1, from: 0, met: 10)]
    run.days = 200
    #expect(run.values(of: .contactLength) == [0, 1])
    run.days = 199
    #expect(
      run.reasons(of: .contactLength)[0]
        == "contacts take too long for a run of 199 days: at least 200 are needed")
  }
}
