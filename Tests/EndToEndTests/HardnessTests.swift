import Foundation
import Population
import Storage
import Testing
import Vocabulary

@Suite("tocsin hardness", .tags(.endToEnd)) struct HardnessTests {
  @Test("prints the table of a run, and the run's report the line that `score` repeats")
  func table() throws {
    let scratch = try Scratch()
    let path = scratch.path("run.sqlite")
    let run = try Tocsin.run([
      "run", Tocsin.scenario("quickstart.yaml"), "--quiet", "-o", path,
      "--set", "population.accounts=1000", "--set", "calendar.days=8",
      "--set", "population.groomers.per-adult-account=0.03",
    ])
    #expect(run.status == 0, "\(run.stderr)")
    #expect(run.stdout.contains("\n\nHardness: the best of "))
    #expect(try Tocsin.run(["score", path]).stdout == run.stdout)
    let table = try Tocsin.run(["hardness", path])
    #expect(table.status == 0 && table.stderr.isEmpty)
    #expect(table.stdout.contains("By family of feature, against all innocent adults"))
    let json = try Tocsin.run(["hardness", path, "--json"])
    #expect(json.status == 0)
    _ = try JSONSerialization.jsonObject(with: Data(json.stdout.utf8))
    let score = try Tocsin.run(["score", path, "--json"])
    #expect(score.stdout.contains("\"hardness\" : ["))
  }

  @Test("ends with code 1 where a column that is not behaviour tells groomers apart")
  func leak() throws {
    let scratch = try Scratch()
    let path = scratch.path("leak.sqlite")
    let header = RunHeader(
      tocsinVersion: "0.1.0", scenarioName: "Leak", scenarioYAML: "", seed: 1,
      startDate: "2017-04-03", days: 1)
    let writer = try RunFileWriter(path: path, header: header)
    try writer.write(
      world: World(
        places: [], persons: Persons(), foci: [], platforms: ["main"], owners: [],
        accountPlatforms: [], declared: DeclaredAccounts(),
        friendships: Friendships(accountCount: 0, pairs: []), groomers: []))
    try writer.write(hardness: [
      SeparationRow(
        profile: "all", measure: "column", against: "all-adults", feature: "opened", tried: 1,
        groomers: 50, innocents: 900, auc: 0.8, standardError: 0.04, chance: 0.66)
    ])
    try writer.finish()
    let table = try Tocsin.run(["hardness", path])
    #expect(table.status == 1 && table.stderr.isEmpty)
    #expect(table.stdout.contains("WARNING: opened, which is not behaviour, tells groomers"))
    #expect(try Tocsin.run(["hardness", path, "--json"]).status == 1)
  }

  @Test("refuses what is no results file with code 2")
  func refusal() throws {
    let ending = try Tocsin.run(["hardness", "absent.sqlite"])
    #expect(ending.status == 2 && ending.stdout.isEmpty)
    #expect(ending.stderr.hasPrefix("error: absent.sqlite: there is no such file;"))
  }
}
