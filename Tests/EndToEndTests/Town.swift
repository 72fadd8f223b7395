import Testing

/// A small town's three days, for tests of what is asked of a results file.
struct Town {
  let scratch: Scratch
  let file: String

  /// Simulates it in a folder of its own.
  init() throws {
    scratch = try Scratch()
    file = scratch.path("town.sqlite")
    let scenario = try scratch.write(
      """
      name: town
      seed: 3
      calendar:
        days: 3
      population:
        accounts: 400
      """, to: "town.yaml")
    let run = try Tocsin.run(["simulate", scenario, "-o", file, "--quiet"])
    try #require(run.status == 0, "\(run.stderr)")
  }
}
