import Detection
import Population
import Settings
import TestSupport
import Testing
import Vocabulary

@testable import Experiments

@Suite("A question asked each night") struct NightlyQuestionTests {
  private static let run = SmallRun(accounts: 500, days: 12, groomerShare: 0.05)
  private static let sql = """
    SELECT r.sender AS suspect, count(*) AS score, count(*) AS requests, :day AS day
    FROM request AS r JOIN account AS child ON child.id = r.receiver
    WHERE child.declared_age < 18 AND mutual_friends(r.sender, r.receiver) = 0
    GROUP BY r.sender
    """
  private static let match = """
    MATCH (a:account)-[:requested]->(c:child) WHERE mutual_friends(a, c) = 0
    RETURN a AS suspect, count(*) AS score, count(*) AS requests, $day AS day
    """

  @Test("alerts at the first event of a new day, on what happened before midnight")
  func midnight() throws {
    let alerts = Self.alerts(Self.settings(sql: Self.sql))
    #expect(alerts.count > 10)
    let log = Self.run.log
    for alert in alerts {
      let row = alert.cause - log.firstID
      #expect(log.times[row] / 86_400 > log.times[row - 1] / 86_400)
      #expect(alert.reasons.last?.value == Double(alert.time.day))
      // Counted by hand: requests by then, and nobody's of the day that begins.
      let asked = Set(
        (0..<row).filter {
          log.kinds[$0] == EventKind.request.rawValue && log.actors[$0] == alert.suspect.rawValue
            && Self.run.world.declared.isMinor(Int(log.targets[$0]))
        }.map { log.targets[$0] })
      #expect(alert.score <= Double(asked.count))
    }
  }

  @Test("gives the same alerts with batches of any size", arguments: [1, 7, 100_000])
  func batches(rows: Int) {
    let settings = Self.settings(sql: Self.sql)
    #expect(Self.alerts(settings, batchRows: rows) == Self.alerts(settings))
  }

  @Test("is the same in SQL and as a pattern")
  func pattern() {
    let one = Self.alerts(Self.settings(sql: Self.sql))
    let other = Self.alerts(Self.settings(match: Self.match))
    let order = { (alert: Alert) in (alert.cause, alert.suspect.rawValue) }
    #expect(one.sorted { order($0) < order($1) } == other.sorted { order($0) < order($1) })
  }

  @Test("does not depend on what comes later")
  func future() {
    let settings = Self.settings(sql: Self.sql)
    let whole = Self.alerts(settings)
    let half = Self.alerts(settings, rows: Self.run.log.count / 2)
    #expect(!half.isEmpty && half.count < whole.count)
    #expect(half == Array(whole.prefix(half.count)))
  }

  @Test("is asked as seldom as the scenario says, and alerts from its least score on")
  func seldom() {
    var settings = Self.settings(sql: Self.sql)
    settings.questions[0].everyDays = 5
    let alerts = Self.alerts(settings)
    #expect(Set(alerts.map(\.time.day)) == [5, 10])
    settings.questions[0].leastScore = 3
    let sure = Self.alerts(settings)
    #expect(sure.allSatisfy { $0.score >= 3 } && sure.count < alerts.count)
  }

  @Test("raises nothing more once it cannot be answered, and the run says why")
  func failure() {
    let settings = Self.settings(
      sql: "SELECT CASE WHEN :day < 3 THEN 1 ELSE 'x' END AS suspect, :day AS day")
    var engine = Self.engine(settings, batchRows: 4_096)
    engine.observe(Self.run.log)
    #expect(engine.alerts().map(\.time.day) == [1])
    #expect(engine.problems.map(\.detector) == ["asked"])
    #expect(engine.problems.first?.words.contains("column suspect holds the text 'x'") == true)
  }

  @Test("is refused as neither or both of SQL and a pattern, under a name that is taken")
  func objections() {
    var settings = Self.settings(sql: "")
    settings.questions.append(settings.questions[0])
    settings.questions[1].sql = Self.sql
    settings.questions[1].match = Self.match
    settings.questions[1].name = "view-spike"
    let objections = Questions.objections(to: settings, at: .init()).map(\.words)
    #expect(
      objections == [
        "found neither of sql and match, expected one of the two; add one",
        "found view-spike, the name of a built-in detector or of a group; give it another",
        "found both of sql and match, expected one of the two; remove one",
      ])
  }

  private static func settings(sql: String = "", match: String = "") -> DetectionSettings {
    var question = QuestionSettings()
    question.name = "asked"
    question.sql = sql
    question.match = match
    var settings = DetectionSettings()
    settings.quietDays = 2
    settings.questions = [question]
    return settings
  }

  private static func engine(_ settings: DetectionSettings, batchRows: Int) -> Engine {
    Engine(
      view: run.view, detectors: Questions.entries(of: settings), settings: settings,
      batchRows: batchRows, threads: 1)
  }

  private static func alerts(
    _ settings: DetectionSettings, batchRows: Int = 4_096, rows: Int? = nil
  ) -> [Alert] {
    var engine = engine(settings, batchRows: batchRows)
    var log = EventLog()
    log.append(run.log, rows: 0..<(rows ?? run.log.count))
    engine.observe(log)
    return engine.alerts()
  }
}
