import GRDB

/// SHA-256 of what a file holds, part by part, in hexadecimal.
///
/// Rows are taken in the order of their keys and events in their order, cell by cell, so that
/// neither the size of chunks nor the layout of pages nor the number of threads can matter.
public struct RunDigest: Sendable, Equatable, Codable {
  /// Places, foci, platforms, people, accounts and the friendships of the start.
  public var world: String
  /// Every event of the run, at whatever level it is recorded.
  public var events: String
  /// The events that the file holds, with their numbers; nothing where it holds all.
  public var held: String?
  /// The cases of grooming and their stages, and the meetings that harmed nobody.
  public var truth: String
  /// The alerts of all replays, with their reasons.
  public var alerts: String
  /// The hardness of the run, and the metrics of all replays.
  public var metrics: String
}

extension RunDigest {
  init(_ database: Database, events: String, held: String?) throws {
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
    self.held = held
    truth = try digest([.truthProfile, .truthGroomer, .truthCase, .truthStage, .truthMeeting])
    alerts = try digest([.replayDetector, .alert, .alertReason, .alertEvent])
    metrics = try digest([.truthHardness, .metric])
  }
}
