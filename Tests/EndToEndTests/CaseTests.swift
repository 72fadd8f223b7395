import Foundation
import Testing

/// What `tocsin case` prints, and how it ends.
@Suite("tocsin case", .tags(.endToEnd))
struct CaseTests {
  let scratch: Scratch
  let file: String

  init() throws {
    scratch = try Scratch()
    file = scratch.path("town.sqlite")
    try Self.run(to: file)
  }

  static func run(to file: String, _ settings: [String] = []) throws {
    let run = try Tocsin.run(
      [
        "run", Tocsin.scenario("quickstart.yaml"), "--quiet", "-o", file,
        "--set", "population.accounts=800", "--set", "calendar.days=6",
        "--set", "population.groomers.per-adult-account=0.04",
      ] + settings.flatMap { ["--set", $0] })
    try #require(run.status == 0, "\(run.stderr)")
  }

  @Test("lists the cases and tells one of them, as text and as JSON")
  func story() throws {
    let list = try Tocsin.run(["case", file, "--json", "--limit", "3"])
    let cases = try JSONSerialization.jsonObject(with: Data(list.stdout.utf8)) as? [[String: Any]]
    #expect(cases?.count == 3)
    let text = try Tocsin.run(["case", file, "0"])
    #expect(text.status == 0 && text.stderr.isEmpty)
    #expect(text.stdout.hasPrefix("Case 0: groomer #"))
    #expect(text.stdout.contains("platform  The child accepts; they are friends."))
    #expect(text.stdout.contains("Childline 0800 1111"))
    #expect(text.stdout.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let json = try Tocsin.run(["case", file, "0", "--json"])
    let story = try JSONSerialization.jsonObject(with: Data(json.stdout.utf8)) as? [String: Any]
    let groomer = (story?["case"] as? [String: Any])?["groomer"] as? [String: Any]
    #expect(groomer?["id"] as? Int == cases?.first?["groomer"] as? Int)
    #expect(groomer?["id"] != nil)
  }

  @Test("tells the same of a file that holds no messages: the run is made again")
  func remade() throws {
    let bare = scratch.path("bare.sqlite")
    try Self.run(to: bare, ["recording=none"])
    let held = try Tocsin.run(["case", file, "1"])
    #expect(held.status == 0)
    #expect(try Tocsin.run(["case", bare, "1"]).stdout == held.stdout)
  }

  @Test("ends with code 2 for a case or a replay that there is not")
  func badInput() throws {
    let beyond = try Tocsin.run(["case", file, "99999"])
    #expect(beyond.status == 2)
    #expect(beyond.stderr.hasPrefix("error: <number>: found 99999, expected a case from 0 to "))
    #expect(try Tocsin.run(["case", file, "-1"]).status == 2)
    #expect(try Tocsin.run(["case", file, "0", "--replay", "9"]).status == 2)
  }
}
