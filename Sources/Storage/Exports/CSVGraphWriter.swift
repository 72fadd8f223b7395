import Vocabulary

/// CSV with the headers of bulk imports into graph databases: a folder of `account.csv` and a file
/// for each kind of edge, and none for other kinds: one of an earlier export is removed.
struct CSVGraphWriter: GraphWriter {
  private let accounts: TextOutput
  private let ageGroup: Int?
  private var edges: [GraphParts.EdgeKind: TextOutput] = [:]
  /// Goes last: a folder can be taken away once nothing is in it.
  private let folder: FolderOutput

  init(_ output: String, _ parts: GraphParts) throws(StorageError) {
    folder = try FolderOutput(output)
    accounts = try TextOutput(output + "/account.csv")
    let columns = parts.nodeColumns
    ageGroup = columns.firstIndex { $0.name == "age_group" }
    accounts.write((["id:ID", ":LABEL"] + columns.map(Self.header)).joined(separator: ",") + "\n")
    for kind in parts.edges {
      let file = try TextOutput("\(output)/\(kind.rawValue).csv")
      let columns = parts.edgeColumns.map(Self.header)
      file.write(([Self.ends] + columns).joined(separator: ",") + "\n")
      edges[kind] = file
    }
  }

  /// The columns that every file of edges begins with.
  private static let ends = ":START_ID,:END_ID,:TYPE"

  private static func header(_ column: GraphColumn) -> String {
    switch column.type {
    case .text: column.name
    case .integer: column.name + ":long"
    case .real: column.name + ":double"
    }
  }

  mutating func node(_ id: Int, _ cells: [String?]) {
    let group = ageGroup.flatMap { cells[$0] } ?? ""
    let label = group.prefix(1).uppercased() + group.dropFirst()
    accounts.write("\(id),Account;\(label),\(Self.line(cells))\n")
  }

  mutating func beginEdges() {}

  mutating func edge(_ kind: GraphParts.EdgeKind, _ ends: (Int, Int), _ cells: [String?]) {
    edges[kind]?.write(
      "\(ends.0),\(ends.1),\(kind.rawValue.uppercased()),\(Self.line(cells))\n")
  }

  private static func line(_ cells: [String?]) -> String {
    cells.map { $0.map(quoted) ?? "" }.joined(separator: ",")
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return cell }
    return "\"\(cell.doubling("\""))\""
  }

  mutating func publish() throws(StorageError) {
    let kinds = GraphParts.EdgeKind.allCases
    try TextOutput.publish([accounts] + kinds.compactMap { edges[$0] })
    for kind in kinds where edges[kind] == nil {
      folder.remove("\(kind.rawValue).csv", ifItBegins: Array(Self.ends.utf8))
    }
    folder.keep()
  }
}

/// A folder that is made if there is none, and taken away again if nothing comes of it.
final class FolderOutput {
  private let path: String
  private var isMade: Bool

  init(_ path: String) throws(StorageError) {
    self.path = path
    switch FileSystem.entry(at: path) {
    case .folder: isMade = false
    case .file, .device: throw .notAFolder(path: path)
    case .nothing:
      do throws(FileSystem.Failure) {
        try FileSystem.makeFolder(path)
      } catch {
        throw PartialFile.error(error, path: path)
      }
      isMade = true
    }
  }

  deinit { if isMade { FileSystem.removeFolder(path) } }

  /// Removes a file from it that is of an earlier output, by what those begin with.
  func remove(_ name: String, ifItBegins start: [UInt8]) {
    let file = "\(path)/\(name)"
    guard (try? FileSystem.head(of: file, bytes: start.count)) == start else { return }
    FileSystem.remove(file)
  }

  /// Leaves the folder where it is.
  func keep() { isMade = false }
}
