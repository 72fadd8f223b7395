import Population
import Testing
import Vocabulary

@testable import Validation

@Suite("Rows on people, on a few of them")
struct PeopleRowTests {
  /// The sum of the published percentages, which leave out people of 90 and more.
  static let published = 99.086

  @Test("V13: the gap is that of the worst band, in points; under-18s are of everybody")
  func ages() {
    // Half under 18 and half 40: of the published 99.086 percent, 12.76 are 35 to 44.
    let world = TinyWorld(persons: [.init(age: 3), .init(age: 40)])
    let values = world.values(of: .ageMix)
    #expect(isClose(values[0], 50 - 100 * 12.76 / Self.published, within: 1e-6))
    #expect(values[1] == 0.5)
  }

  @Test("V13: people over 89 are left out of the bands and counted among all")
  func veryOld() {
    let world = TinyWorld(persons: [.init(age: 3), .init(age: 40), .init(age: 90), .init(age: 91)])
    let values = world.values(of: .ageMix)
    #expect(isClose(values[0], 50 - 100 * 12.76 / Self.published, within: 1e-6))
    #expect(values[1] == 0.25)
    #expect(TinyWorld(persons: []).reasons(of: .ageMix).allSatisfy { $0 != nil })
  }

  @Test("V13: people of one household are taken together")
  func householdError() {
    // Two households, all children and no child: the error is that of two draws, √(2 · 2 · 1)/4.
    let world = TinyWorld(persons: [
      .init(age: 3, household: 0), .init(age: 4, household: 0), .init(age: 40, household: 1),
      .init(age: 41, household: 1),
    ])
    let estimate = ValidationRow.ageMix.measure(world.sample())[1].estimate
    #expect(isClose(estimate?.value, 0.5))
    #expect(isClose(estimate?.standardError, 0.5))
  }

  @Test("V14: claims are of children who declare an age, by their real one")
  func claims() {
    var world = TinyWorld(persons: [
      .init(age: 8, claims: 18), .init(age: 12, claims: 16), .init(age: 13, claims: 25),
      .init(age: 16, claims: 16), .init(age: 17, claims: DeclaredAccounts.unknownAge),
      .init(age: 7, claims: 30), .init(age: 18), .init(age: 10, hasAccount: false),
    ])
    #expect(world.values(of: .claimedAges) == [0.5, 0.5, 1])
    world.persons[2].claims = 15
    #expect(world.values(of: .claimedAges).map { isClose($0, 0.25) } == [true, false, false])
    #expect(isClose(world.values(of: .claimedAges)[2], 2.0 / 3))
    let adults = TinyWorld(persons: [.init()])
    #expect(
      adults.reasons(of: .claimedAges)
        == ["no account of 8 to 17", "no account of 8 to 12", "no account of 8 to 15"])
  }

  @Test("V14: the error is that of independent accounts")
  func claimError() {
    let world = TinyWorld(persons: [.init(age: 9, claims: 18), .init(age: 9), .init(age: 9)])
    let estimate = ValidationRow.claimedAges.measure(world.sample())[1].estimate
    #expect(isClose(estimate?.value, 1.0 / 3))
    #expect(isClose(estimate?.standardError, (2.0 / 9 / 2).squareRoot()))
  }

  @Test("V21: people per household, and families by their children under 18")
  func households() {
    func home(_ number: Int32, _ ages: [UInt8]) -> [TinyWorld.Person] {
      ages.map { .init(age: $0, household: number, hasAccount: $0 > 12) }
    }
    let world = TinyWorld(
      persons: home(0, [40, 41, 3]) + home(1, [30]) + home(2, [45, 9, 17])
        + home(3, [50, 1, 2, 3, 4]) + home(5, [60, 18]))
    let values = world.values(of: .households)
    #expect(isClose(values[0], 14.0 / 5))
    #expect(values[1...].allSatisfy { isClose($0, 1.0 / 3) })
    let alone = TinyWorld(persons: [.init()])
    #expect(alone.values(of: .households) == [1, nil, nil, nil])
    #expect(alone.reasons(of: .households)[1] == "no household has a child")
  }

  @Test("V22: pupils, classes and teachers of secondary schools alone")
  func schools() {
    var persons: [TinyWorld.Person] = []
    // School 0, primary; 1, secondary with 6 pupils in 3 classes and 2 teachers; 2, secondary with
    // 2 pupils in 1 class and no teacher.
    persons += (0..<5).map { _ in .init(age: 7, school: 0, classNumber: 0) }
    persons += [.init(age: 30, role: .teacher, school: 0)]
    persons += [(11, 0), (11, 0), (11, 1), (12, 0), (12, 0), (12, 0)].map {
      .init(age: $0.0, school: 1, classNumber: $0.1)
    }
    persons += (0..<2).map { _ in .init(age: 30, role: .teacher, school: 1) }
    persons += (0..<2).map { _ in .init(age: 11, school: 2, classNumber: 0) }
    var world = TinyWorld(persons: persons)
    world.foci = [
      Focus(kind: .primarySchool, place: 0), Focus(kind: .secondarySchool, place: 0),
      Focus(kind: .secondarySchool, place: 0),
    ]
    #expect(world.values(of: .schools) == [4, 2, 4])
    for index in world.persons.indices { world.persons[index].classNumber = -1 }
    #expect(
      world.reasons(of: .schools) == [nil, "this world has no classes within school years", nil])
    #expect(
      TinyWorld(persons: [.init()]).reasons(of: .schools)
        == Array(repeating: "no secondary school has pupils", count: 3))
  }

  @Test("a row with one figure that cannot be shown passes or fails by the others")
  func partlyShown() {
    var world = TinyWorld(persons: (0..<1_060).map { _ in .init(age: 12, school: 0) })
    world.foci = [Focus(kind: .secondarySchool, place: 0)]
    let finding = RowFinding(.schools, of: world.sample())
    #expect(finding.figures.map(\.verdict) == [.pass, .notShown, .notShown])
    #expect(finding.verdict == .pass)
    #expect(finding.figures[0].estimate == Estimate(1_060, standardError: nil))
  }
}
