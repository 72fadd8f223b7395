import Foundation
import Testing

/// What `tocsin explain` prints, and how it ends.
@Suite("tocsin explain", .tags(.endToEnd))
struct ExplainTests {
  let scratch: Scratch
  let file: String

  init() throws {
    scratch = try Scratch()
    file = scratch.path("town.sqlite")
    try CaseTests.run(to: file)
  }

  private struct Line: Decodable {
    var number: Int
    var sentence: String
    var alert: Alert

    struct Alert: Decodable {
      var suspect: UInt32
      var detector: String
      var cause: Int
    }
  }

  private func lines(_ arguments: [String] = []) throws -> [Line] {
    let ending = try Tocsin.run(["explain", file, "--json", "--limit", "100000"] + arguments)
    #expect(ending.status == 0 && ending.stderr.isEmpty, "\(ending.stderr)")
    return try JSONDecoder().decode([Line].self, from: Data(ending.stdout.utf8))
  }

  @Test("has a sentence for every alert, in the wording of its detector")
  func list() throws {
    let all = try lines()
    #expect(!all.isEmpty)
    for line in all {
      #expect(line.sentence.hasPrefix("#\(line.alert.suspect) "), "\(line)")
      #expect(!line.sentence.contains("{") && line.sentence.hasSuffix("."), "\(line)")
    }
    let first = try #require(all.last)
    let some = try lines([
      "--suspect", "\(first.alert.suspect)", "--detector", first.alert.detector,
    ])
    #expect(some.contains { $0.number == first.number })
    #expect(some.allSatisfy { $0.alert.suspect == first.alert.suspect })
    let text = try Tocsin.run(["explain", file, "--limit", "1"])
    #expect(text.stdout.hasPrefix("\(all.count) alert"))
    #expect(text.stdout.contains(all[0].sentence.prefix(40)))
  }

  @Test("tells one alert with its keys, its events and the truth, as text and as JSON")
  func one() throws {
    let line = try #require(try lines().first)
    let text = try Tocsin.run(["explain", file, "\(line.number)"])
    #expect(text.status == 0 && text.stderr.isEmpty)
    #expect(text.stdout.split(separator: "\n").allSatisfy { $0.count <= 100 })
    for words in [
      "Suspect #\(line.alert.suspect): declares age ", "quiet-days: 30",
      "More: Documentation/Detectors/\(line.alert.detector).md", "\(line.alert.cause)*",
      "The truth, which no detector sees: #\(line.alert.suspect) is ",
    ] { #expect(text.stdout.contains(words), "\(words)") }
    let json = try Tocsin.run(["explain", file, "\(line.number)", "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.stdout.utf8)) as? [String: Any]
    let events = try #require(object?["events"] as? [[String: Any]])
    #expect(events.contains { $0["number"] as? Int == line.alert.cause })
    #expect(object?["sentence"] as? String == line.sentence)
  }

  @Test("tells the same of a file that holds no messages, and nothing of the truth of a blind copy")
  func elsewhere() throws {
    let line = try #require(try lines().last)
    let told = try Tocsin.run(["explain", file, "\(line.number)"])
    let bare = scratch.path("bare.sqlite")
    try CaseTests.run(to: bare, ["recording=none"])
    #expect(try Tocsin.run(["explain", bare, "\(line.number)", "--quiet"]).stdout == told.stdout)
    let blind = scratch.path("blind.sqlite")
    let made = try Tocsin.run(["export", file, "--platform-view", "-o", blind, "--quiet"])
    try #require(made.status == 0)
    let empty = try Tocsin.run(["explain", blind])
    #expect(empty.status == 2 && empty.stderr.contains("no replay in it yet"))
    try #require(Tocsin.run(["replay", blind, "--quiet"]).status == 0)
    let copy = try Tocsin.run(["explain", blind, "\(line.number)"])
    #expect(copy.status == 0 && !copy.stdout.contains("truth"))
    #expect(told.stdout.hasPrefix(copy.stdout.dropLast()))
  }

  @Test("ends with code 2 for what there is not, and says what there is")
  func badInput() throws {
    for (arguments, words) in [
      (["99999"], "<alert>: found 99999, expected an alert from 0 to "),
      (["0", "--replay", "9"], "9"), (["0", "--suspect", "1"], "leave either out"),
      (["--suspect", "99999"], "expected an account from 0 to 799"),
      (["--detector", "view-spik"], "did you mean view-spike?"), (["--limit", "-1"], "--limit"),
    ] {
      let ending = try Tocsin.run(["explain", file] + arguments)
      #expect(ending.status == 2 && ending.stdout.isEmpty, "\(arguments)")
      #expect(ending.stderr.contains(words), "\(arguments): \(ending.stderr)")
    }
  }
}
