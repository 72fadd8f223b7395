import GRDB
import Vocabulary

/// SHA-256 of what a file holds, part by part, in hexadecimal.
///
/// Rows are taken in the order of their keys and events in their order, cell by cell, so that
/// neither the size of chunks nor the layout of pages nor the number of threads can matter.
public struct RunDigest: Sendable, Equatable, Codable {
  /// Places, foci, platforms, people, accounts and the friendships of the start.
  public var world: String
  /// Every event.
  public var events: String
  /// The cases of grooming and their stages, and the meetings that harmed nobody.
  public var truth: String
  /// The alerts of all replays, with their reasons.
  public var alerts: String
  /// The metrics of all replays.
  public var metrics: String
}

extension RunDigest {
  init(_ database: Database, events: String) throws {
    func digest(_ tables: [Table]) throws -> String {
      var hash = SHA256()
      for table in tables {
        hash.update(Array(table.name.utf8) + [0])
        let columns = try database.columns(in: table.name).count
        let key = try database.primaryKey(table.name).columns.joined(separator: ", ")
        try hash.update(
          database, rowsOf: "SELECT * FROM \(table.name) ORDER BY \(key)",
          columns: Int32(columns))
      }
      return hash.hexadecimal()
    }
    world = try digest([
      .place, .focus, .platform, .account, .truthPerson, .truthAccount, .truthFriendship,
    ])
    self.events = events
    truth = try digest([.truthProfile, .truthGroomer, .truthCase, .truthStage, .truthMeeting])
    alerts = try digest([.replayDetector, .alert, .alertReason, .alertEvent])
    metrics = try digest([.metric])
  }

  /// The digest of a stream: of the digests, in hexadecimal, of its columns taken in whole.
  static func digest(of source: inout FileEventSource) throws(StorageError) -> String {
    var columns = [SHA256](repeating: SHA256(), count: 6)
    var log = EventLog()
    while try source.next(into: &log) {
      columns[0].update(numbers: log.kinds)
      columns[1].update(numbers: log.times)
      columns[2].update(numbers: log.actors)
      columns[3].update(numbers: log.targets)
      columns[4].update(numbers: log.details)
      columns[5].update(numbers: log.counts)
    }
    var whole = SHA256()
    for column in columns { whole.update(Array(column.hexadecimal().utf8)) }
    return whole.hexadecimal()
  }
}
