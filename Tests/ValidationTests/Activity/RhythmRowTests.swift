import Testing
import Vocabulary

@testable import Validation

@Suite("Rows on hours and messages, on a few events")
struct RhythmRowTests {
  private static let family = TinyWorld(
    persons: [.init(age: 8), .init(age: 14), .init(age: 13), .init(age: 17), .init(age: 40)])

  /// Hours and minutes as a second of the day.
  private static func at(_ hour: Int32, _ minute: Int32 = 0) -> Int32 {
    hour * 3_600 + minute * 60
  }

  @Test("V19: hours hold their first second and not that of the next")
  func hours() {
    var run = TinyRun(world: Self.family)
    // Day 0 is a Monday.
    let moments: [Int32] = [
      Self.at(5) - 1, Self.at(5), Self.at(8, 30) - 1, Self.at(8, 30), Self.at(15, 30) - 1,
      Self.at(15, 30), Self.at(21) - 1, Self.at(21), Self.at(23) - 1, Self.at(23),
    ]
    for second in moments { run.add(.message, 0, 4, day: 0, second: second, count: 9) }
    #expect(run.values(of: .activeHours) == [0.4, 0.2, 0.2])
    // On a Saturday, school hours are none.
    for second in moments { run.add(.view, 1, 4, day: 5, second: second) }
    #expect(run.values(of: .activeHours) == [0.4, 0.2, 0.2])
  }

  @Test("V19: only what children of 8 to 14 do themselves")
  func whose() {
    var run = TinyRun(world: Self.family)
    run.add(.view, 3, 0, day: 0, second: Self.at(23))
    run.add(.view, 4, 0, day: 0, second: Self.at(23))
    run.add(.expiry, 0, 4, day: 0, second: Self.at(23))
    #expect(
      run.reasons(of: .activeHours)
        == Array(repeating: "no account of a child of 8 to 14 did anything then", count: 3))
    run.add(.view, 0, 4, day: 5, second: Self.at(12))
    #expect(run.values(of: .activeHours) == [0, 0, nil])
  }

  @Test("V20: messages over days on which the account did anything")
  func messages() {
    var run = TinyRun(world: Self.family)
    run.add(.message, 2, 4, day: 0, count: 30)
    run.add(.message, 2, 4, day: 0, second: 70_000, count: 40)
    run.add(.view, 2, 4, day: 1)
    run.add(.message, 3, 4, day: 7, count: 20)
    run.add(.message, 0, 4, day: 7, count: 200)
    run.add(.message, 4, 3, day: 8, count: 200)
    run.add(.expiry, 3, 4, day: 9)
    #expect(run.values(of: .teenMessages) == [30])
    // Two accounts with 70 of 2 days and 20 of 1: residuals 10 and −10 of 3 days.
    let estimate = ValidationRow.teenMessages.measure(run.sample())[0].estimate
    #expect(isClose(estimate?.standardError, (2.0 * 200).squareRoot() / 3))
  }
}
