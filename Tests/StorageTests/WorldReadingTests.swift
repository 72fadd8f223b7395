import GRDB
import Population
import Testing
import Vocabulary

@testable import Storage

@Suite("A run's file gives back its world") struct WorldReadingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("equal to one made by hand, with two platforms and a person with an account on each")
  func handMade() throws {
    try SmallRun.write(to: folder.run)
    expect(try RunFile(opening: folder.run).world(), equals: SmallRun.world)
  }

  @Test("equal to one that was built")
  func built() throws {
    var settings = PopulationSettings()
    settings.accounts = 1_000
    let world = WorldBuilder(
      settings: settings, places: SmallRun.world.places, seed: 1, threads: 1
    ).build()
    let writer = try RunFileWriter(path: folder.run, header: SmallRun.header)
    try writer.write(world: world)
    expect(try writer.draft().world(), equals: world)
  }

  @Test(
    "unless its parts contradict each other",
    arguments: [
      ("UPDATE place SET latitude = 91 WHERE id = 1", "91.0 is no latitude or longitude"),
      ("UPDATE place SET longitude = -181 WHERE id = 1", "-181.0 is no latitude or longitude"),
      ("UPDATE place SET population = -1 WHERE id = 1", "a place has -1 people"),
      ("DELETE FROM place WHERE id = 0", "row 0 of a table is missing"),
      ("UPDATE focus SET kind = 4 WHERE id = 1", "4 stands for no Kind"),
      ("UPDATE focus SET place = 2 WHERE id = 1", "a row refers to number 2 of 2"),
      ("DELETE FROM focus WHERE id = 0", "row 0 of a table is missing"),
      ("DELETE FROM truth_person WHERE id = 2", "row 2 of a table is missing"),
      ("UPDATE truth_person SET age = 256", "column 1 holds 256, too much for its type"),
      ("UPDATE truth_person SET sex = 2", "2 stands for no Sex"),
      ("UPDATE truth_person SET role = 255", "255 stands for no Role"),
      ("UPDATE truth_person SET place = -1", "a row refers to number -1 of 2"),
      ("UPDATE truth_person SET latitude = 91", "91.0 is no latitude or longitude"),
      ("UPDATE truth_person SET longitude = 181", "181.0 is no latitude or longitude"),
      ("UPDATE truth_person SET household = -1", "a household has the number -1"),
      ("UPDATE truth_person SET school = 3", "a row refers to number 3 of 3"),
      ("UPDATE truth_person SET class = -1", "a row refers to number -1 of 32768"),
      ("UPDATE truth_person SET class = 32768", "a row refers to number 32768 of 32768"),
      ("UPDATE truth_person SET school = NULL", "a class is of no school"),
      ("UPDATE truth_person SET club = 3", "a row refers to number 3 of 3"),
      ("UPDATE truth_person SET workplace = -1", "a row refers to number -1 of 3"),
      ("DELETE FROM platform", "there are 0 platforms"),
      ("DELETE FROM platform WHERE id = 0", "row 0 of a table is missing"),
      ("UPDATE account SET platform = 2", "a row refers to number 2 of 2"),
      ("UPDATE account SET declared_age = 256", "column 1 holds 256, too much for its type"),
      ("UPDATE account SET declared_place = 2", "a row refers to number 2 of 2"),
      ("UPDATE account SET latitude = NULL WHERE id = 0", "nan is no latitude or longitude"),
      ("UPDATE account SET longitude = 181 WHERE id = 0", "181.0 is no latitude or longitude"),
      ("DELETE FROM account WHERE id = 3", "row 3 of a table is missing"),
      ("UPDATE truth_account SET person = 5", "a row refers to number 5 of 5"),
      ("DELETE FROM truth_account WHERE account = 2", "row 2 of a table is missing"),
      ("DELETE FROM truth_account WHERE account = 4", "4 of 5 accounts have an owner"),
      (
        "UPDATE truth_friendship SET higher = 5 WHERE lower = 0",
        "a friendship names an account that does not exist"
      ),
      (
        "UPDATE truth_friendship SET lower = 3 WHERE lower = 0",
        "a friendship names an account that does not exist"
      ),
      ("UPDATE truth_friendship SET tie = 6", "6 stands for no Tie"),
      (twice("truth_friendship"), "friendships are out of order"),
    ])
  func contradiction(change: String, detail: String) throws {
    let file = try changed(by: change)
    #expect(throws: StorageError.corrupt(path: folder.run, detail: detail)) { try file.world() }
  }

  @Test(
    "the friendships that a platform knows are checked like those of the truth",
    arguments: [
      (
        "UPDATE friendship SET higher = 5 WHERE lower = 0",
        "a friendship names an account that does not exist"
      ),
      (twice("friendship"), "friendships are out of order"),
    ])
  func platformFriendships(change: String, detail: String) throws {
    let file = try changed(by: change)
    #expect(throws: StorageError.corrupt(path: folder.run, detail: detail)) {
      try file.friendshipsAtStart()
    }
  }

  @Test(
    "a file that says another number of accounts than it has is not opened",
    arguments: [
      ("UPDATE run SET accounts = 4", "the run says 4 accounts and the last one is 4"),
      ("UPDATE run SET accounts = -1", "`accounts` is -1, expected 0 to 4294967295"),
      ("DELETE FROM account WHERE id = 4", "the run says 5 accounts and the last one is 3"),
      ("DELETE FROM account", "the run says 5 accounts and the last one is -1"),
    ])
  func accountCount(change: String, detail: String) {
    #expect(throws: StorageError.corrupt(path: folder.run, detail: detail)) {
      try changed(by: change)
    }
  }

  @Test(
    "every account has an owner whose role and age are known",
    arguments: [
      ("DELETE FROM truth_account WHERE account = 4", "4 of 5 accounts have an owner"),
      ("DELETE FROM truth_person WHERE id = 3", "row 3 of a table is missing"),
    ])
  func owners(change: String, detail: String) throws {
    let file = try changed(by: change)
    let error = StorageError.corrupt(path: folder.run, detail: detail)
    #expect(throws: error) { try file.roles() }
    #expect(throws: error) { try file.ages() }
    #expect(throws: error) { try file.owners() }
  }

  @Test(
    "every groomer has one of the campaign profiles, and nobody else has",
    arguments: [
      ("DELETE FROM truth_profile", "there are 0 campaign profiles"),
      ("UPDATE truth_profile SET id = 3 WHERE id = 1", "row 1 of a table is missing"),
      ("UPDATE truth_groomer SET profile = 2", "a row refers to number 2 of 2"),
      (
        "DELETE FROM truth_groomer",
        "the accounts with a campaign profile are not those of groomers"
      ),
      (
        "INSERT INTO truth_groomer VALUES (3, 0)",
        "the accounts with a campaign profile are not those of groomers"
      ),
    ])
  func campaignProfiles(change: String, detail: String) throws {
    let file = try changed(by: change)
    #expect(throws: StorageError.corrupt(path: folder.run, detail: detail)) { try file.truth() }
  }

  @Test("what detectors are handed is the same in a file that has lost the truth")
  func withoutTruth() throws {
    let truths = Table.all.map(\.name).filter { $0.hasPrefix("truth_") }
    #expect(truths.count == 9)
    let file = try changed(by: truths.map { "DROP TABLE \($0)" }.joined(separator: ";"))
    expect(try file.declaredAccounts(), equals: SmallRun.world.declared)
    #expect(try file.friendshipsAtStart() == SmallRun.world.friendships.adjacency())
    #expect(try SmallRun.events(of: file) == SmallRun.log)
    #expect(throws: StorageError.self) { try file.world() }
  }

  /// The small run after a statement that no rule of the database stops.
  private func changed(by statement: String) throws -> RunFile {
    try SmallRun.write(to: folder.run)
    try DatabaseQueue(path: folder.run).writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: statement)
    }
    return try RunFile(opening: folder.run)
  }

  /// Statements after which a table has no key, and every row twice.
  private static func twice(_ table: String) -> String {
    """
    DROP VIEW \(table)_view;
    CREATE TABLE doubled AS SELECT * FROM \(table) UNION ALL SELECT * FROM \(table);
    DROP TABLE \(table);
    ALTER TABLE doubled RENAME TO \(table)
    """
  }

  private func expect(_ world: World, equals written: World) {
    #expect(world.places == written.places)
    #expect(world.persons == written.persons)
    #expect(world.foci == written.foci)
    #expect(world.platforms == written.platforms)
    #expect(world.owners == written.owners)
    #expect(world.accountPlatforms == written.accountPlatforms)
    expect(world.declared, equals: written.declared)
    #expect(world.friendships == written.friendships)
    #expect(world.groomers == written.groomers)
  }

  /// Compares coordinates by their bits: an account that declares no place has NaN there.
  private func expect(_ accounts: DeclaredAccounts, equals written: DeclaredAccounts) {
    #expect(accounts.ages == written.ages)
    #expect(accounts.places == written.places)
    #expect(accounts.latitudes.map(\.bitPattern) == written.latitudes.map(\.bitPattern))
    #expect(accounts.longitudes.map(\.bitPattern) == written.longitudes.map(\.bitPattern))
    #expect(accounts.opened == written.opened)
  }
}
