import Testing
import Vocabulary

@testable import Validation

@Suite("Rows on requests, on a few of them")
struct RequestRowTests {
  private static let adults = TinyWorld(persons: (0..<6).map { _ in .init() })

  @Test("V11: declined, blocked and lapsed requests count as not accepted")
  func outcomes() {
    var run = TinyRun(world: Self.adults)
    run.ask(0, 1, day: 0)
    run.ask(0, 2, day: 0, answer: .refusal)
    run.ask(1, 2, day: 0, answer: .expiry)
    run.ask(2, 0, day: 0, answer: .block)
    #expect(run.values(of: .ordinaryRequests) == [0.25])
    #expect(run.reasons(of: .groomersRequests) == ["nobody grooms in this world"])
  }

  @Test("V11: a request while one is open is the same; after its answer it is another")
  func again() {
    var run = TinyRun(world: Self.adults)
    run.add(.request, 0, 1, day: 0)
    run.add(.request, 0, 1, day: 1)
    run.add(.refusal, 1, 0, day: 2)
    run.ask(0, 1, day: 3)
    #expect(run.values(of: .ordinaryRequests) == [0.5])
    // The other way round it is another from the start.
    run.ask(1, 0, day: 0, answer: .refusal)
    #expect(isClose(run.values(of: .ordinaryRequests)[0], 1.0 / 3))
  }

  @Test("V11: a request that could still be open at the end is left out, accepted or not")
  func late() {
    var run = TinyRun(world: Self.adults)
    run.ask(0, 1, day: 336)
    #expect(
      run.reasons(of: .ordinaryRequests)
        == [
          "no request of theirs was sent so long before the end of the run that it was answered or "
            + "lapsed"
        ])
    run.add(.request, 2, 3, day: 335, second: 0)
    #expect(run.values(of: .ordinaryRequests) == [0])
  }

  @Test("V11 and V12: groomers' requests are told from those of others")
  func groomers() {
    var run = TinyRun(world: Self.adults)
    run.groomers = [4]
    run.ask(0, 1, day: 0)
    run.ask(4, 1, day: 0, answer: .refusal)
    run.ask(4, 2, day: 0)
    run.ask(4, 3, day: 0, answer: .expiry)
    #expect(run.values(of: .ordinaryRequests) == [1])
    #expect(isClose(run.values(of: .groomersRequests)[0], 1.0 / 3))
  }

  @Test("V11: requests of one person go together, those of two accounts too")
  func error() {
    var run = TinyRun(world: Self.adults)
    run.world.secondAccounts = [0]
    for (sender, target) in [(0, 2), (0, 3), (6, 4)] { run.ask(sender, target, day: 0) }
    for target in 2...4 { run.ask(1, target, day: 0, answer: .refusal) }
    // Two persons, all and none accepted: as of two draws, √(2 · 2 · (3/2)²) / 6.
    let estimate = ValidationRow.ordinaryRequests.measure(run.sample())[0].estimate
    #expect(isClose(estimate?.value, 0.5))
    #expect(isClose(estimate?.standardError, 0.5))
  }
}
