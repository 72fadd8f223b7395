import Foundation
import Testing

/// What `tocsin graph` prints and draws, and how it ends.
@Suite("tocsin graph", .tags(.endToEnd))
struct GraphTests {
  let scratch: Scratch
  let file: String

  init() throws {
    let town = try Town()
    (scratch, file) = (town.scratch, town.file)
  }

  private func rows(_ sql: String) throws -> [String] {
    let answer = try Tocsin.run(["query", file, sql, "--csv"])
    return answer.stdout.split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("has the friends and the friendships among them that SQL finds, as text and as JSON")
  func network() throws {
    let json = try Tocsin.run(["graph", file, "17", "--json"])
    #expect(json.status == 0 && json.stderr.isEmpty)
    let graph = try #require(
      try JSONSerialization.jsonObject(with: Data(json.stdout.utf8)) as? [String: Any])
    let nodes = try #require(graph["nodes"] as? [[String: Any]])
    let friends = nodes.dropFirst().compactMap { $0["account"] as? Int }
    let expected = try rows("SELECT neighbour FROM neighbours(17)").compactMap { Int($0) }
    #expect(friends.sorted() == expected.sorted())
    for node in nodes.dropFirst() {
      let account = try #require(node["account"] as? Int)
      let mutual = try rows("SELECT mutual_friends(17, \(account))")
      #expect(mutual == ["\(node["mutualFriends"] as? Int ?? -1)"])
    }
    let text = try Tocsin.run(["graph", file, "17"])
    #expect(text.stdout.hasPrefix("Account #17 as of "))
    #expect(text.stdout.contains("\n\(expected.count) friends, of whom "))
    #expect(text.stdout.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("draws the same picture each time, and puts it where it was asked to")
  func picture() throws {
    let (one, two) = (scratch.path("one.svg"), scratch.path("two.svg"))
    for path in [one, two] {
      #expect(try Tocsin.run(["graph", file, "17", "--hops", "2", "--svg", path]).status == 0)
    }
    let picture = try String(contentsOfFile: one, encoding: .utf8)
    #expect(try String(contentsOfFile: two, encoding: .utf8) == picture)
    #expect(picture.hasPrefix("<?xml"))
    #expect(picture.contains("The network around account #17"))
  }

  @Test("never draws over a results file")
  func notOverARun() throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    let ending = try Tocsin.run(["graph", file, "17", "--svg", file])
    #expect(ending.status == 2)
    #expect(ending.stderr.contains("is a database"), "\(ending.stderr)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
  }

  #if os(Linux)
    @Test("ends with code 1 where not all could be printed")
    func fullOutput() throws {
      let process = Process()
      process.executableURL = Tocsin.executable
      process.arguments = ["graph", file, "17"]
      process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
      let words = Pipe()
      process.standardError = words
      try process.run()
      let bytes = try words.fileHandleForReading.readToEnd() ?? Data()
      let said = String(decoding: bytes, as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 1)
      #expect(said.hasPrefix("error: standard output: not all could be written ("), "\(said)")
    }
  #endif

  @Test(
    "ends with code 2 and says what was expected",
    arguments: [
      (["400"], "error: <account>: found 400, expected a number from 0 to 399\n"),
      (["17", "--at", "2001-01-01"], "error: --at: found \"2001-01-01\", expected a moment from "),
      (["17", "--hops", "4"], "--hops: found 4, expected a number from 1 to 3"),
      (["17", "--svg", "/nowhere/x.svg"], "error: /nowhere/x.svg: "),
    ])
  func badInput(arguments: [String], words: String) throws {
    let ending = try Tocsin.run(["graph", file] + arguments)
    #expect(ending.status == 2)
    #expect(ending.stderr.contains(words), "\(ending.stderr)")
  }
}
