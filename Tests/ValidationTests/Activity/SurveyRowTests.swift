import Activity
import Population
import Testing
import Vocabulary

@testable import Validation

@Suite("Rows on what children tell of a year, on a few people")
struct SurveyRowTests {
  /// A child of 12, a stranger, a friend of both, and others who share something with the child.
  private static let child = 0
  private static let stranger = 1
  private static let friend = 2
  private static let sibling = 3
  private static let schoolmate = 4
  private static let teammate = 5
  private static let otherChild = 6

  private static func run(friends: [(Int, Int)] = []) -> TinyRun {
    var world = TinyWorld(
      persons: [
        .init(age: 12, household: 0, school: 0), .init(age: 13), .init(age: 12, school: 0),
        .init(age: 14, household: 0), .init(age: 15, school: 0), .init(age: 40),
        .init(age: 10),
      ], friends: friends)
    world.foci = [Focus(kind: .secondarySchool, place: 0), Focus(kind: .club, place: 0)]
    world.clubs = [child: 1, teammate: 1]
    return TinyRun(world: world)
  }

  /// Children of 10 to 15 in it.
  private static let asked = 6.0

  /// How many children give an answer that a row counts.
  private func count(_ row: ValidationRow, _ run: TinyRun) -> Int {
    Int(((run.values(of: row)[0] ?? -1) * Self.asked).rounded())
  }

  @Test("V15: a request of somebody unknown that is accepted counts, once a child")
  func accepted() {
    var run = Self.run()
    run.ask(Self.stranger, Self.child, day: 0)
    run.ask(Self.teammate, Self.otherChild, day: 3)
    run.ask(Self.stranger, Self.otherChild, day: 4)
    #expect(count(.strangersAccepted, run) == 2)
    #expect(count(.talkWithStrangers, run) == 0)
  }

  @Test("V15: not those of household, school or club, and not what is declined")
  func known() {
    var run = Self.run()
    for sender in [Self.sibling, Self.schoolmate, Self.teammate] {
      run.ask(sender, Self.child, day: 0)
    }
    run.ask(Self.stranger, Self.child, day: 0, answer: .refusal)
    // Asking is not accepting.
    run.ask(Self.child, Self.teammate, day: 9)
    #expect(count(.strangersAccepted, run) == 0)
  }

  @Test("V15: a friend in common counts as of the request")
  func mutual() {
    let both = [(Self.child, Self.friend), (Self.stranger, Self.friend)]
    var run = Self.run(friends: both)
    run.ask(Self.stranger, Self.child, day: 1)
    #expect(count(.strangersAccepted, run) == 0)
    // The friend in common parts before the request: unknown.
    var parted = run
    parted.add(.unfriend, Self.friend, Self.stranger, day: 0)
    #expect(count(.strangersAccepted, parted) == 1)
    var blocked = run
    blocked.add(.block, Self.friend, Self.stranger, day: 0)
    #expect(count(.strangersAccepted, blocked) == 1)
    // ... or after it: known.
    run.add(.unfriend, Self.friend, Self.stranger, day: 1, second: 60_000)
    #expect(count(.strangersAccepted, run) == 0)
    // A friend in common whom the run brings.
    var met = Self.run(friends: [(Self.child, Self.friend)])
    met.ask(Self.friend, Self.stranger, day: 0)
    met.ask(Self.stranger, Self.child, day: 5)
    // The friend, a child too, asked somebody unknown and was accepted by one.
    #expect(count(.strangersAccepted, met) == 1)
  }

  @Test("V15: what comes after a year does not count, and less than 360 days show nothing")
  func year() {
    var run = Self.run()
    run.days = 500
    run.ask(Self.stranger, Self.child, day: 364)
    #expect(count(.strangersAccepted, run) == 0)
    run.ask(Self.teammate, Self.otherChild, day: 363)
    #expect(count(.strangersAccepted, run) == 1)
    run.days = 360
    #expect(run.values(of: .strangersAccepted)[0] != nil)
    run.days = 359
    for row in [ValidationRow.strangersAccepted, .talkWithStrangers, .onlineMeetings] {
      #expect(
        run.reasons(of: row) == [
          "what children do in a year takes a run of at least 360 days, and this one has 359: "
            + "tocsin simulate SCENARIO --set calendar.days=365 -o year.sqlite"
        ])
    }
    let adults = TinyRun(world: TinyWorld(persons: [.init()]))
    #expect(adults.reasons(of: .olderContacts) == ["no child of 10 to 15 has an account"])
  }

  @Test("V16: writing to somebody unknown counts, being written to does not")
  func talk() {
    var run = Self.run()
    run.add(.message, Self.teammate, Self.otherChild, day: 0)
    #expect(count(.talkWithStrangers, run) == 0)
    run.add(.message, Self.otherChild, Self.teammate, day: 1)
    #expect(count(.talkWithStrangers, run) == 1)
    run.ask(Self.stranger, Self.child, day: 0)
    run.add(.message, Self.child, Self.stranger, day: 2)
    #expect(count(.talkWithStrangers, run) == 2)
  }

  @Test("V16: friends from before the run and people of the same place are known")
  func knownTalk() {
    var run = Self.run(friends: [(Self.child, Self.stranger)])
    run.add(.message, Self.child, Self.stranger, day: 0)
    run.add(.message, Self.child, Self.schoolmate, day: 0)
    run.add(.message, Self.sibling, Self.child, day: 0)
    #expect(count(.talkWithStrangers, run) == 0)
  }

  @Test("V16: who was unknown when it began stays so, and who was known too")
  func talkLater() {
    var run = Self.run(friends: [(Self.child, Self.friend)])
    run.add(.message, Self.stranger, Self.child, day: 0)
    run.ask(Self.teammate, Self.friend, day: 1)
    run.ask(Self.friend, Self.stranger, day: 1)
    run.add(.message, Self.child, Self.stranger, day: 5)
    // Both are asked, and each wrote to the other.
    #expect(count(.talkWithStrangers, run) == 2)
    // With the friend in common first, they are known, and stay so when that friend parts.
    var known = Self.run(friends: [(Self.child, Self.friend), (Self.stranger, Self.friend)])
    known.add(.message, Self.stranger, Self.child, day: 0)
    known.add(.unfriend, Self.child, Self.friend, day: 1)
    known.add(.message, Self.child, Self.stranger, day: 5)
    #expect(count(.talkWithStrangers, known) == 0)
  }

  @Test(
    "V18: a contact at least 5 years older than declared counts, if unknown",
    arguments: [(UInt8(15), 0), (14, 0), (13, 1), (DeclaredAccounts.unknownAge, 0)])
  func older(claims: UInt8, expected: Int) {
    var run = Self.run()
    run.world.persons[Self.stranger] = .init(age: 18, claims: claims)
    run.add(.message, Self.child, Self.stranger, day: 0)
    #expect(Int(((run.values(of: .olderContacts)[0] ?? -1) * 5).rounded()) == expected)
    run.world.persons[Self.stranger].school = 0
    #expect(run.values(of: .olderContacts) == [0])
  }

  @Test("V17: harmless meetings count for each child, cases if not of the same place")
  func meetings() {
    var run = Self.run()
    func meeting(_ lower: Int, _ higher: Int, day: Int) -> GroundTruth.Meeting {
      .init(lower: AccountID(lower), higher: AccountID(higher), time: SimTime(day: day))
    }
    run.days = 500
    run.meetings = [meeting(1, 6, day: 3), meeting(1, 5, day: 9), meeting(0, 2, day: 365)]
    #expect(count(.onlineMeetings, run) == 2)
    run.groomers = [Self.teammate]
    run.cases = [GroundTruth.Case(Self.teammate, Self.child, from: 0, met: 9)]
    #expect(count(.onlineMeetings, run) == 2)
    run.cases.append(GroundTruth.Case(Self.teammate, Self.schoolmate, from: 0, met: 9))
    run.cases.append(GroundTruth.Case(Self.teammate, Self.friend, from: 0, ended: 9))
    #expect(count(.onlineMeetings, run) == 3)
  }

  @Test("a child with two accounts is one child")
  func twoAccounts() {
    var run = Self.run()
    run.world.secondAccounts = [Self.child]
    run.ask(Self.teammate, 7, day: 0)
    #expect(count(.strangersAccepted, run) == 0)
    run.ask(Self.stranger, 7, day: 0)
    run.ask(Self.stranger, Self.child, day: 0)
    #expect(count(.strangersAccepted, run) == 1)
  }
}
