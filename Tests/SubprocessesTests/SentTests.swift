import Detection
import Foundation
import Graphs
import TestSupport
import Testing
import Vocabulary

@testable import Subprocesses

@Suite("What a program is sent") struct SentTests {
  /// All lines that were sent in a replay, as bytes.
  private static let sent = Result {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("tocsin-sent-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let outcome = try Program("records", "'\(file.path)'").replay()
    #expect(outcome.problems == [])
    return try Data(contentsOf: file)
  }

  private func messages() throws -> [[String: Any]] {
    try Self.sent.get().split(separator: UInt8(ascii: "\n")).map {
      try #require(try JSONSerialization.jsonObject(with: $0) as? [String: Any])
    }
  }

  @Test("holds these keys and no others")
  func keys() throws {
    var keys: Set<String> = []
    for message in try messages() {
      for (key, value) in message {
        keys.insert(key)
        guard !["kinds", "cues", "facts"].contains(key), let value = value as? [String: Any] else {
          continue
        }
        keys.formUnion(value.keys.map { "\(key).\($0)" })
      }
    }
    #expect(
      keys.sorted() == [
        "accounts", "accounts.age", "accounts.first", "accounts.latitude", "accounts.longitude",
        "accounts.of", "accounts.opened", "accounts.place", "cues", "days", "end", "events",
        "events.actor", "events.count", "events.detail", "events.distance_km", "events.facts",
        "events.kind", "events.mutual_friends", "events.number", "events.target", "events.time",
        "facts", "friendships", "friendships.a", "friendships.b", "kinds", "start", "tocsin",
      ])
  }

  @Test("is the same to the byte for the same events whoever is behind the accounts")
  func truth() throws {
    // All that this target is handed is the view and the events: it can import no truth.
    let manifest = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Package.swift"), encoding: .utf8)
    #expect(
      manifest.contains(
        #""Subprocesses", imports: ["Detection", "Graphs", "Lines", "Settings", "Vocabulary"]),"#))
    #expect(!String(decoding: try Self.sent.get(), as: UTF8.self).contains("groom"))
  }

  @Test("are the accounts, friendships and events, each once")
  func whole() throws {
    let messages = try messages()
    let accounts = try #require(messages[1]["accounts"] as? [String: Any])
    let declared = run.view.accounts
    #expect(accounts["of"] as? Int == declared.count)
    #expect(
      (accounts["age"] as? [Any])?.map { $0 as? Int }
        == declared.ages.map { $0 == DeclaredAccounts.unknownAge ? nil : Int($0) })
    #expect(accounts["opened"] as? [Int] == declared.opened.map(Int.init))
    for (index, latitude) in (accounts["latitude"] as? [Any] ?? []).enumerated() {
      let expected = declared.latitudes[index]
      guard !expected.isNaN else {
        #expect(latitude is NSNull)
        continue
      }
      #expect(abs((latitude as? Double ?? .nan) - Double(expected)) <= 0.000_005_001)
    }
    let edges = messages.compactMap { $0["friendships"] as? [String: [Int]] }
    let graph = run.view.friendships
    let expected = (0..<graph.vertexCount).flatMap { vertex in
      graph.neighbours[graph.offsets[vertex]..<graph.offsets[vertex + 1]]
        .filter { $0 > vertex }.map { [vertex, Int($0)] }
    }
    #expect(edges.flatMap { zip($0["a"] ?? [], $0["b"] ?? []).map { [$0, $1] } } == expected)
    #expect(messages.last?["end"] as? Bool == true)
  }

  @Test("has every event with what is known of it")
  func events() throws {
    let batches = try messages().compactMap { $0["events"] as? [String: [Any]] }
    func column(_ name: String) -> [Int?] {
      batches.flatMap { $0[name] ?? [] }.map { $0 as? Int }
    }
    #expect(column("number") == (0..<run.log.count).map { $0 })
    #expect(column("time") == run.log.times.map { Int($0) })
    #expect(column("kind") == run.log.kinds.map { Int($0) })
    #expect(column("actor") == run.log.actors.map { Int($0) })
    #expect(
      column("target") == run.log.targets.map { $0 == AccountID.none.rawValue ? nil : Int($0) })
    #expect(column("detail") == run.log.details.map { Int($0) })
    #expect(column("count") == run.log.counts.map { Int($0) })
    let asksOrFollows = run.log.kinds.map {
      $0 == EventKind.request.rawValue || $0 == EventKind.follow.rawValue
    }
    #expect(column("mutual_friends").map { $0 != nil } == asksOrFollows)
    let distances = batches.flatMap { $0["distance_km"] ?? [] }.map { $0 as? Double }
    for row in distances.indices {
      let far = run.view.accounts
      let expected: Double =
        asksOrFollows[row]
        ? far.kilometres(Int(run.log.actors[row]), Int(run.log.targets[row])) : .nan
      guard !expected.isNaN else {
        #expect(distances[row] == nil)
        continue
      }
      // Metres, of a Float that holds 7 digits.
      #expect(abs((distances[row] ?? .nan) - expected) < 0.001)
    }
  }
}

@Suite("Numbers as text") struct LineWriterTests {
  @Test("are those that Swift writes")
  func numbers() {
    let numbers = [0, 1, 9, 10, 99, 100, -1, -10, 4_294_967_295, Int.max, Int.min]
    var line = LineWriter()
    line.numbers(count: numbers.count) { numbers[$0] }
    line.numbers(count: 2) { [nil, 7][$0] }
    line.numbers(count: 0) { _ in 1 }
    let text = String(decoding: line.bytes[..<line.count], as: UTF8.self)
    #expect(text == "[\(numbers.map(String.init).joined(separator: ","))][null,7][]")
  }

  @Test("have the decimals that were asked for, rounded to the nearest")
  func decimals() {
    let numbers: [Float] = [0, 0.5, -0.5, 53.1493, -1.1887, 0.00049, 177.2243, .nan, -0.0004]
    var line = LineWriter()
    line.decimals(3, count: numbers.count) { numbers[$0] }
    let text = String(decoding: line.bytes[..<line.count], as: UTF8.self)
    #expect(text == "[0.000,0.500,-0.500,53.149,-1.189,0.000,177.224,null,0.000]")
  }

  @Test("leave text whole, as JSON quotes it")
  func quotes() throws {
    var line = LineWriter()
    let text = "a \"b\" \\ \n é \u{1} z"
    line.raw("[")
    line.text(text)
    line.raw("]")
    let read = try JSONSerialization.jsonObject(with: Data(line.bytes[..<line.count]))
    #expect(read as? [String] == [text])
  }
}
