import Foundation
import Testing

@Suite("tocsin info --check", .tags(.endToEnd)) struct InfoCheckTests {
  private let town: Town

  init() throws { town = try Town() }

  @Test("says of a sound file what was checked, and ends with 0")
  func sound() throws {
    let ending = try Tocsin.run(["info", town.file, "--check"])
    #expect(ending.status == 0 && ending.stderr.isEmpty)
    let lines = ending.stdout.split(separator: "\n")
    #expect(lines.first == "\(town.file): sound")
    #expect(lines.count == 11)
    #expect(lines.dropFirst(3).allSatisfy { $0.hasSuffix("passes") && $0.count <= 100 })
  }

  @Test("says what a file of which not every event is held cannot be checked for")
  func notMade() throws {
    let scenario = town.scratch.path("town.yaml")
    let run = try Tocsin.run([
      "simulate", scenario, "--set", "recording=none", "-o", town.file, "--quiet",
    ])
    #expect(run.status == 0)
    let ending = try Tocsin.run(["info", town.file, "--check"])
    #expect(ending.status == 0)
    #expect(ending.stdout.contains("the file does not hold every event"))
  }

  @Test("names where a damaged file is damaged, in text and JSON, and ends with 1")
  func damaged() throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: town.file))
    // The name of the scenario lies in the file once: in the row of the run.
    let name = try #require(bytes.range(of: Data("name: town".utf8)))
    bytes[name.lowerBound + 6] = UInt8(ascii: "d")
    try bytes.write(to: URL(fileURLWithPath: town.file))
    let ending = try Tocsin.run(["info", town.file, "--check"])
    #expect(ending.status == 1 && ending.stderr.isEmpty)
    #expect(ending.stdout.hasPrefix("\(town.file): DAMAGED; run the scenario again or"))
    #expect(ending.stdout.hasSuffix("\nWhat is wrong: seals\n  run, row 1: not what was written\n"))
    let json = try Tocsin.run(["info", town.file, "--check", "--json"])
    #expect(json.status == 1)
    let found = try JSONSerialization.jsonObject(with: Data(json.stdout.utf8))
    let checks = try #require((found as? [String: Any])?["checks"] as? [[String: Any]])
    #expect(checks.map { $0["findingCount"] as? Int } == [0, 0, 0, 0, 0, 1, 0, 0])
  }
}
