import Activity
import Foundation
import GRDB
import Population
import Storage
import Vocabulary

@testable import Patterns

/// The graph of References/graph.sql, as a run's file: 36 accounts over six days.
struct SmallGraph {
  /// As of when References/answers.json was asked.
  static let answered = SimTime(day: 3)

  let connection: QueryConnection

  /// Makes the file.
  init(in folder: URL) throws {
    let path = folder.appendingPathComponent("small.sqlite").path
    let writer = try RunFileWriter(
      path: path,
      header: RunHeader(
        tocsinVersion: "0.1.0", scenarioName: "small", scenarioYAML: "name: small\n", seed: 1,
        startDate: "2017-04-01", days: 6))
    try writer.write(
      world: World(
        places: [], persons: Persons(), foci: [], platforms: ["none"], owners: [],
        accountPlatforms: [],
        declared: DeclaredAccounts(), friendships: Friendships(accountCount: 0, pairs: []),
        groomers: []))
    try writer.write(
      truth: GroundTruth(
        groomers: [], profiles: ["any"], groomerProfiles: [], cases: [], meetings: [],
        end: SimTime(day: 6)))
    try writer.finish()
    let rows = try String(
      contentsOf: Self.references.appendingPathComponent("graph.sql"), encoding: .utf8)
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(sql: "DELETE FROM platform; " + rows)
      try database.execute(sql: "UPDATE run SET accounts = (SELECT count(*) FROM account)")
    }
    try queue.close()
    connection = try QueryConnection(opening: path)
  }

  static var references: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("References")
  }

  /// The answer to a query.
  func rows(
    _ query: String, asOf time: SimTime = answered, parameters: [String: PatternValue] = [:]
  ) throws -> [[Cell]] {
    let statement = try PatternQuery(query).statement(asOf: time, parameters: parameters)
    var answer = Answer()
    try connection.ask(statement.sql, parameters: statement.bindings, into: &answer)
    return answer.rows
  }

  /// The answer to a query as people read it.
  func words(_ query: String, asOf time: SimTime = answered) throws -> [[Cell]] {
    let columns = try PatternQuery(query).statement(asOf: time).columns
    return try rows(query, asOf: time).map { zip(columns, $0).map { $0.type.words(for: $1) } }
  }
}

/// Keeps the rows of an answer.
struct Answer: RowSink {
  private(set) var rows: [[Cell]] = []

  mutating func begin(columns: [String]) {}
  mutating func add(_ row: [Cell]) { rows.append(row) }
  mutating func end(rows: Int) {}
}

/// A folder of its own for a test, gone when the test is.
final class Scratch {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("tocsin-test-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
