import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Storage

@Suite("Files that are written for other programs") struct ExportFileTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try SmallRun.write(to: folder.run)
  }

  private func export(_ format: GraphFormat, to name: String, _ edges: [GraphParts.EdgeKind]) throws
  {
    try RunFile(opening: folder.run).writeGraph(
      GraphParts(edges: edges), as: format, to: "\(folder.path)/\(name)"
    ) { _ in true }
  }

  @Test("escape a quote, an ampersand and a bracket that an accent combines with")
  func accents() throws {
    try DatabaseQueue(path: folder.run).write { database in
      try database.execute(
        sql: "UPDATE place SET name = ?", arguments: ["A\"\u{301}, <\u{338}&\u{20D2}\u{1}"])
    }
    for format in GraphFormat.allCases { try export(format, to: "\(format)", [.friendship]) }
    let markup = Data("A&quot;\u{301}, &lt;\u{338}&amp;\u{20D2}\u{FFFD}".utf8)
    #expect(try folder.bytes("graphml").range(of: markup) != nil)
    #expect(try folder.bytes("gexf").range(of: markup) != nil)
    let cell = Data(",\"A\"\"\u{301}, <\u{338}&\u{20D2}\u{1}\",".utf8)
    #expect(try folder.bytes("csv/account.csv").range(of: cell) != nil)
  }

  @Test("are a folder of one export: files of an earlier one go, and those of others stay")
  func folderOfOne() throws {
    try export(.csv, to: "graph", GraphParts.EdgeKind.allCases)
    try folder.write(Data("mine".utf8), to: "graph/follow.csv")
    try folder.write(Data("mine".utf8), to: "graph/notes.txt")
    try export(.csv, to: "graph", [.friendship])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/graph")
    #expect(names.sorted() == ["account.csv", "follow.csv", "friendship.csv", "notes.txt"])
  }

  @Test("never take a name that another program has taken while they were written")
  func takenName() throws {
    let path = folder.path + "/events.sqlite"
    let file = try PartialFile(for: path, replaces: .nothing)
    try folder.write(Data("ours".utf8), to: "events.sqlite.partial")
    try folder.write(Data("theirs".utf8), to: "events.sqlite")
    #expect(throws: StorageError.alreadyThere(path: path)) { try file.publish() }
    #expect(try folder.bytes("events.sqlite") == Data("theirs".utf8))
    try FileManager.default.removeItem(atPath: path)
    try file.publish()
    #expect(try folder.names() == ["events.sqlite", "run.sqlite"])
    #expect(try folder.bytes("events.sqlite") == Data("ours".utf8))
  }

  @Test("that go together are taken back together, and nobody else's with them")
  func togetherOrNot() throws {
    let names = ["a.csv", "b.csv"]
    let outputs = try names.map {
      try TextOutput("\(folder.path)/\($0)", replaces: .nothing)
    }
    for output in outputs { output.write("ours") }
    try folder.write(Data("theirs".utf8), to: "b.csv")
    #expect(throws: StorageError.alreadyThere(path: folder.path + "/b.csv")) {
      try TextOutput.publish(outputs)
    }
    withExtendedLifetime(outputs) {}
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/a.csv"))
    #expect(try folder.bytes("b.csv") == Data("theirs".utf8))
  }
}
