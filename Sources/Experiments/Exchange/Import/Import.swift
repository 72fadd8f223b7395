import Foundation
public import Population
import Settings
public import Storage

/// A graph of another program on its way to become a world that a scenario can name.
public struct Import {
  /// The accounts and friendships, as the scenario will read them.
  public let graph: ImportedGraph
  /// How many places the files name; nil where the default one stands.
  public let placeCount: Int?
  /// What was not taken in, in words.
  public let notes: [String]
  private let tables: [Table]

  /// A file that the world is written as, by the key that names it in a scenario.
  private struct Table {
    var key: String
    var bytes: [UInt8]

    /// Makes a file, where there is content for one.
    init?(_ key: String, _ bytes: [UInt8]?) {
      guard let bytes else { return nil }
      (self.key, self.bytes) = (key, bytes)
    }

    var name: String { key + ".csv" }
  }

  /// Reads and checks a graph: GraphML or GEXF, a folder of CSV files, or a list of friendships.
  ///
  /// - Parameters:
  ///   - path: the file or folder.
  ///   - accounts: a file of accounts for a list of friendships, with columns of `AccountColumn`.
  ///   - places: a table of places; nil where those of the graph become one.
  ///   - watch: told how far it is, and asked whether to stop.
  /// - Throws: `Interrupted`; `ImportError` or `PlacesError` with the first ten lines of a file that
  ///   cannot be used, or that is not there.
  public init(_ path: String, accounts: String?, places: String?, _ watch: Watch) throws {
    let placesBytes = try places.map(Self.bytes(of:))
    let given = try placesBytes.map { try PlacesFile.parse($0, path: places ?? "") }
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ImportError(path: path, .missing)
    }
    if isFolder.boolValue {
      let intake = GraphIntake(
        accountsPath: path + "/" + GraphFolderReader.accounts,
        friendshipsPath: path + "/" + GraphFolderReader.friendships, places: given)
      try self.init(GraphFolderReader.read(into: intake, watch), given, placesBytes, accounts)
    } else if try Self.isXML(path) {
      let intake = GraphIntake(accountsPath: path, friendshipsPath: path, places: given)
      try self.init(GraphXMLReader.read(path, into: intake, watch), given, placesBytes, accounts)
    } else {
      try self.init(list: path, accounts: accounts, given, placesBytes)
    }
  }

  /// Checks what was read of accounts and edges.
  private init(
    _ intake: GraphIntake, _ given: [Place]?, _ placesBytes: [UInt8]?, _ accounts: String?
  ) throws {
    if let accounts { throw ImportError(path: intake.accountsPath, .accountsTwice(accounts)) }
    var faults = intake.accountFaults
    let towns = intake.towns.table(&faults)
    guard faults.isEmpty else { throw faults.error }
    guard intake.friendshipFaults.isEmpty else { throw intake.friendshipFaults.error }
    let places = try given ?? towns.map(intake.checkedPlaces)
    graph = try intake.checkedGraph(places: places ?? [ScenarioFile.defaultTown])
    placeCount = places?.count
    notes = intake.notes
    tables = [
      Table("places", placesBytes ?? towns?.bytes), Table("accounts", intake.accounts.bytes),
      Table("friendships", intake.friendships.bytes),
    ].compactMap(\.self)
  }

  /// Checks a list of friendships, and a file of accounts where there is one.
  private init(
    list path: String, accounts: String?, _ given: [Place]?, _ placesBytes: [UInt8]?
  ) throws {
    let accountsBytes = try accounts.map(Self.bytes(of:))
    let list = try accountsBytes.map {
      (
        try AccountsFile.parse(
          $0, path: accounts ?? "", places: given ?? [ScenarioFile.defaultTown]),
        accounts ?? ""
      )
    }
    graph = try FriendshipsFile.parse(Self.bytes(of: path), path: path, accounts: list)
    var friendships = TracedTable()
    friendships.add(["account", "friend", "tie"], from: 1)
    for friendship in graph.friendships {
      friendships.add(
        [
          graph.accounts.names[Int(friendship.lower)],
          graph.accounts.names[Int(friendship.higher)], friendship.tie?.name ?? "",
        ], from: 1)
    }
    placeCount = given?.count
    notes = []
    tables = [
      Table("places", placesBytes), Table("accounts", accountsBytes),
      Table("friendships", friendships.bytes),
    ].compactMap(\.self)
  }

  /// Writes the world into a folder: its tables, and a scenario that names them.
  ///
  /// - Parameter folder: where; it is made if there is none. No file in it is replaced.
  /// - Returns: the paths of what was written, the scenario last.
  /// - Throws: `StorageError`; nothing is then left of what was written.
  public func write(to folder: String) throws(StorageError) -> [String] {
    let path = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
    let stem = URL(fileURLWithPath: path).standardized.lastPathComponent
    let name = stem.isEmpty || stem == "/" ? "world" : stem
    let files =
      tables.map { ($0.name, $0.bytes) } + [("\(name).yaml", Array(scenario(named: name).utf8))]
    try TextFolder.write(files, to: path)
    return files.map { "\(path)/\($0.0)" }
  }

  private func scenario(named name: String) -> String {
    let quoted = name.unicodeScalars.map { ($0 == "\"" || $0 == "\\" ? "\\" : "") + String($0) }
      .joined()
    let isPlaces = tables.first?.key == "places"
    return """
      # An imported world. `tocsin scenario keys` lists what else can be said of it.
      name: "\(quoted)"
      population:

      """ + (isPlaces ? "  places: places.csv\n" : "") + "  import:\n"
        + tables.dropFirst(isPlaces ? 1 : 0).map { "    \($0.key): \($0.name)\n" }.joined()
  }

  /// The content of a file.
  ///
  /// - Throws: `ImportError` where it cannot be read.
  static func bytes(of path: String) throws(ImportError) -> [UInt8] {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw ImportError(path: path, isThere ? .unreadable : .missing)
    }
    return Array(bytes)
  }

  /// Whether a file begins with an element.
  private static func isXML(_ path: String) throws -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw ImportError(unreadable: path)
    }
    let head = try file.read(upToCount: 1_024) ?? Data()
    return head.first { !" \t\r\n\u{FEFF}".utf8.contains($0) } == UInt8(ascii: "<")
  }
}

extension GraphIntake {
  /// What was not taken in.
  fileprivate var notes: [String] {
    var notes: [String] = []
    if !leftOut.isEmpty {
      let edges = leftOut.sorted { $0.key < $1.key }.map { "\($0) (\($1))" }
      notes.append("left out: " + edges.joined(separator: ", "))
    }
    if !ignoredAttributes.isEmpty {
      notes.append("attributes left out: " + ignoredAttributes.joined(separator: ", "))
    }
    return notes
  }

  /// The places of a table that was made of accounts.
  fileprivate func checkedPlaces(_ towns: TracedTable) throws(PlacesError) -> [Place] {
    do throws(PlacesError) {
      return try PlacesFile.parse(towns.bytes, path: accountsPath)
    } catch {
      throw error.traced(to: accountsPath, towns.origins)
    }
  }

  /// The graph, as a scenario will read it.
  fileprivate func checkedGraph(places: [Place]) throws(ImportError) -> ImportedGraph {
    let list: ImportedAccounts
    do throws(ImportError) {
      list = try AccountsFile.parse(accounts.bytes, path: accountsPath, places: places)
    } catch {
      throw error.traced(to: accountsPath, accounts.origins)
    }
    guard friendships.count > 0 else {
      throw ImportError(path: friendshipsPath, .noFriendships(leftOut.keys.sorted()))
    }
    do throws(ImportError) {
      return try FriendshipsFile.parse(
        friendships.bytes, path: friendshipsPath, accounts: (list, accountsPath))
    } catch {
      throw error.traced(to: friendshipsPath, friendships.origins)
    }
  }
}
