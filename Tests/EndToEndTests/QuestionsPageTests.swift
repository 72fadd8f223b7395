import Foundation
import Testing

/// What Documentation/Questions.md shows has to be what a reader can run.
@Suite("Documentation/Questions.md, run", .tags(.endToEnd))
struct QuestionsPageTests {
  @Test("shows questions that alert, in a run and in a replay of its file alike")
  func questions() throws {
    let page = try String(
      contentsOf: Tocsin.package.appendingPathComponent("Documentation/Questions.md"),
      encoding: .utf8)
    let example = try #require(page.components(separatedBy: "```yaml\n").dropFirst().first)
    let scratch = try Scratch()
    let scenario = try scratch.write(
      """
      name: town
      seed: 3
      calendar:
        days: 30
      population:
        accounts: 800
        groomers:
          per-adult-account: 0.03

      """ + example.components(separatedBy: "```")[0], to: "town.yaml")
    let file = scratch.path("town.sqlite")
    let names = "asks-many-strangers,blocked-and-talking"
    let run = try Tocsin.run(["run", scenario, "-o", file, "-q", "--detectors", names])
    try #require(run.status == 0, "\(run.stderr)")
    let replay = try Tocsin.run(["replay", file, "-q", "--detectors", names, "--batch", "7"])
    try #require(replay.status == 0, "\(replay.stderr)")
    let sql = """
      SELECT detector, count(*) > 3 AS alerts, sum(time % 86400 > 3600) AS late,
        count(DISTINCT replay) AS replays
      FROM alert GROUP BY detector ORDER BY detector
      """
    let answer = try Tocsin.run(["query", file, sql, "--csv"])
    #expect(
      answer.stdout == """
        detector,alerts,late,replays
        asks-many-strangers,1,0,2
        blocked-and-talking,1,0,2

        """)
    let rows = "SELECT * FROM (SELECT detector, time, suspect, score, replay FROM alert)"
    let other = try Tocsin.run([
      "query", file,
      "SELECT count(*) AS n FROM (\(rows) WHERE replay = 1) AS a JOIN (\(rows) WHERE replay = 2) AS b "
        + "USING (detector, time, suspect, score) "
        + "HAVING count(*) * 2 = (SELECT count(*) FROM alert)", "--csv",
    ])
    #expect(other.stdout.split(whereSeparator: \.isNewline).count == 2, "\(other.stdout)")
  }
}
