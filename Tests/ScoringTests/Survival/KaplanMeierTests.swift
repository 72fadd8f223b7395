import Testing

@testable import Scoring

@Suite("Kaplan-Meier") struct KaplanMeierTests {
  @Test("agrees with lifelines, with ties of events and of ends of observation")
  func reference() {
    let found = KaplanMeier(SurvivalSample.alerts)
    let expected: [(Double, Int, Int, Double, Double, Double, Double)] = [
      (0.0, 24, 2, 0.916666666667, 0.056416933366, 0.706055267844, 0.978483036574),
      (2.0, 21, 2, 0.829365079365, 0.077803153688, 0.606607827749, 0.932368857580),
      (4.0, 17, 1, 0.780578898226, 0.087190630452, 0.549094528896, 0.902701991473),
      (5.0, 15, 1, 0.728540305011, 0.095654832536, 0.489809018569, 0.868891685843),
      (6.0, 13, 1, 0.672498743087, 0.103418504221, 0.428226514866, 0.830599262625),
      (7.0, 12, 1, 0.616457181163, 0.108931314635, 0.371645312501, 0.789434839022),
      (9.0, 9, 2, 0.479466696460, 0.120317322748, 0.238064958575, 0.686265507759),
      (12.0, 6, 1, 0.399555580383, 0.123993732818, 0.168586125030, 0.623290668705),
      (15.0, 3, 1, 0.266370386922, 0.136596550166, 0.059129673574, 0.538590703950),
    ]
    #expect(found.steps.count == expected.count)
    for (step, row) in zip(found.steps, expected) {
      #expect(step.days == row.0 && step.atRisk == row.1 && step.events == row.2)
      #expect(isClose(step.survival, row.3), "at \(row.0)")
      #expect(isClose(step.standardError, row.4), "at \(row.0)")
      #expect(isClose(step.low, row.5), "at \(row.0)")
      #expect(isClose(step.high, row.6), "at \(row.0)")
    }
    #expect(found.median.days == 9 && found.median.low == 5 && found.median.high == nil)
  }

  @Test("of no rows, of none to which anything happened, and of one, says no more than there is")
  func edges() {
    let none = KaplanMeier(SurvivalTimes(days: [], outcomes: []))
    #expect(none.steps.isEmpty && none.median.days == nil)
    let censored = KaplanMeier(SurvivalTimes(days: [1, 2, 2], outcomes: [0, 0, 0]))
    #expect(censored.steps.isEmpty && censored.median.days == nil)
    let one = KaplanMeier(SurvivalTimes(days: [3], outcomes: [1]))
    #expect(
      one.steps == [
        KaplanMeier.Step(
          days: 3, atRisk: 1, events: 1, survival: 0, standardError: nil, low: nil, high: nil)
      ])
    #expect(one.median.days == 3 && one.median.high == nil)
  }

  @Test("does not hang on the order of the rows")
  func order() {
    let reversed = SurvivalTimes(
      days: SurvivalSample.days.reversed(),
      outcomes: SurvivalSample.outcomes.reversed().map { $0 == 1 ? 1 : 0 })
    #expect(KaplanMeier(reversed) == KaplanMeier(SurvivalSample.alerts))
  }
}
