import Population
import Activity
import Testing
import Vocabulary

@testable import Scoring

@Suite("What scoring refuses")
struct ScoringErrorTests {
  @Test("an alert of a detector that was not replayed")
  func unknownDetector() {
    #expect(throws: ScoringError.unknownDetector("b", known: ["a"])) {
      try Village.evaluation(cases: [], alerts: [Village.alert("b", on: 0, day: 1)])
    }
  }

  @Test(
    "a name used twice, and the name of all detectors together", arguments: [["a", "a"], ["any"]])
  func nameTaken(names: [String]) {
    #expect(throws: ScoringError.nameTaken(names[0])) {
      try Village.evaluation(cases: [], alerts: [], detectors: names)
    }
  }

  @Test("an alert on an account that does not exist", arguments: [AccountID(12), .none])
  func unknownSuspect(account: AccountID) {
    var alert = Village.alert(on: 0, day: 1)
    alert.suspect = account
    #expect(throws: ScoringError.unknownAccount(account, named: "An alert of 'a'", accounts: 12)) {
      try Village.evaluation(cases: [], alerts: [alert])
    }
  }

  @Test("a case of an account that is no groomer, or with a child that does not exist")
  func wrongCases() {
    #expect(throws: ScoringError.notAGroomer(AccountID(7))) {
      try Village.evaluation(cases: [Village.contact(7, 2, from: 1)], alerts: [])
    }
    #expect(throws: ScoringError.unknownAccount(AccountID(99), named: "A case", accounts: 12)) {
      try Village.evaluation(cases: [Village.contact(0, 99, from: 1)], alerts: [])
    }
  }

  @Test("columns of different lengths, and a run without length")
  func wrongRun() {
    #expect(throws: ScoringError.columnsDiffer(roles: 1, ages: 0)) {
      try Evaluation(
        truth: GroundTruth(groomers: [], cases: [], end: Village.end), alerts: [], detectors: [],
        subjects: Subjects(roles: [.adult], ages: []))
    }
    #expect(throws: ScoringError.emptyRun(end: SimTime(day: 0))) {
      try Evaluation(
        truth: GroundTruth(groomers: [], cases: [], end: SimTime(day: 0)), alerts: [],
        detectors: [], subjects: Subjects(roles: [], ages: []))
    }
  }

  @Test("its words name what was found and what to do")
  func words() {
    #expect(
      ScoringError.unknownDetector("b", known: ["a", "c"]).description
        == "An alert comes from 'b', which is not among the detectors replayed (a, c); "
        + "add it to the list or drop its alerts.")
  }
}
