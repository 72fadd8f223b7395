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
}
