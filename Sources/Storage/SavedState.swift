import GRDB
import Population
import State
import Vocabulary

/// What an interrupted writer leaves beside its file, to go on from.
enum SavedState {
  private static let mark = Array("Tocsin state 1\n".utf8)
  private static let checksumBytes = 8

  /// State with what tells that it is whole.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var checksum = StateWriter()
    checksum.write(Checksum.of(bytes))
    return mark + checksum.bytes + bytes
  }

  /// The state in what was sealed; nothing if it is not whole.
  static func opened(_ sealed: [UInt8]) -> [UInt8]? {
    guard sealed.starts(with: mark), sealed.count >= mark.count + checksumBytes else { return nil }
    var reader = StateReader(sealed, from: mark.count)
    let bytes = Array(sealed.dropFirst(mark.count + checksumBytes))
    return (try? reader.read(UInt64.self)) == Checksum.of(bytes) ? bytes : nil
  }

  /// Whether two worlds are the same, as far as it takes to tell worlds of other input apart.
  static func isWorld(_ stored: borrowing World, sameAs world: borrowing World) -> Bool {
    stored.places == world.places && stored.persons == world.persons
      && stored.owners == world.owners && stored.friendships == world.friendships
      && stored.declared.ages == world.declared.ages
      && stored.declared.opened == world.declared.opened
  }

  /// What tells two runs apart, in words; nothing if they are the same.
  static func difference(_ stored: RunHeader, _ header: RunHeader) -> String? {
    func differ(_ name: String, _ stored: some Equatable, _ wanted: some Equatable) -> String {
      "\(name) was \(stored) and is \(wanted)"
    }
    if stored.tocsinVersion != header.tocsinVersion {
      return differ("the version of Tocsin", stored.tocsinVersion, header.tocsinVersion)
    }
    if stored.seed != header.seed { return differ("the seed", stored.seed, header.seed) }
    if stored.recording != header.recording {
      return differ("`recording`", stored.recording.rawValue, header.recording.rawValue)
    }
    guard stored != header else { return nil }
    let was = stored.scenarioYAML.split(separator: "\n").map { $0.drop { $0 == " " } }
    let wanted = header.scenarioYAML.split(separator: "\n").map { $0.drop { $0 == " " } }
    guard let change = zip(was, wanted).first(where: { $0 != $1 }) else {
      return "the scenario had other keys"
    }
    return "the scenario had `\(change.0)` where it has `\(change.1)`"
  }
}

extension RunFileWriter {
  /// Goes on with a file whose writer was interrupted, if there is one.
  ///
  /// `restore(world:)` comes next, in the place of `write(world:)`.
  ///
  /// - Parameters:
  ///   - path: the output.
  ///   - header: what the file is to say about its run, which has to be what it says.
  ///   - rowsPerChunk: how many events share a row, as before.
  /// - Returns: nothing if there is no file to go on with.
  /// - Throws: `otherDraft` if it is of another run, `draftDamaged`; as `init` for the output.
  public static func resuming(
    _ path: String, header: RunHeader, rowsPerChunk: Int = defaultRowsPerChunk
  ) throws(StorageError) -> RunFileWriter? {
    let file = try PartialFile(for: path, keepsLeft: true)
    // Whatever is wrong with it, it is not for us to remove.
    var writer: RunFileWriter?
    defer { if writer == nil { file.suspend() } }
    guard let sealed = try file.state() else { return nil }
    guard let state = SavedState.opened(sealed) else { throw .draftDamaged(path: path) }
    do {
      let queue = try open(file, busySeconds: 5)
      let run = try queue.read { database in
        guard try FileSignature(database).isRun,
          try String.fetchAll(database, sql: "PRAGMA quick_check(1)") == ["ok"]
        else { throw StateMismatch() }
        return try database.run()
      }
      if let difference = SavedState.difference(run.header, header) {
        throw StorageError.otherDraft(path: path, difference: difference)
      }
      writer = RunFileWriter(
        file, queue, header: header, rowsPerChunk: rowsPerChunk, state: state)
    } catch let error as StorageError {
      throw error
    } catch {
      throw .draftDamaged(path: path)
    }
    return writer
  }
}

extension Database {
  /// Whether a run was interrupted behind its edges.
  func hasEdges() throws -> Bool {
    try Bool.fetchOne(self, sql: "SELECT EXISTS (SELECT * FROM friendship)") ?? false
  }

  /// Removes what comes after the stream, of a run that was interrupted behind it: it is made again.
  func clearResults() throws {
    for table in Table.all where !Table.beforeResults.contains(where: { $0.name == table.name }) {
      try execute(sql: "DELETE FROM \(table.name)")
    }
    try execute(sql: "DROP INDEX IF EXISTS friendship_by_higher")
    // Where an earlier file was locked, the run was complete and could not take its place.
    try execute(sql: "UPDATE run SET status = 'incomplete' WHERE status <> 'incomplete'")
  }
}

extension Table {
  /// The tables that are filled before and while the days are simulated.
  fileprivate static let beforeResults = [
    run, code, place, focus, platform, account, eventChunk, truthPerson, truthAccount,
    truthFriendship,
  ]
}
