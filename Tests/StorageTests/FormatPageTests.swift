import Foundation
import GRDB
import Testing

@testable import Storage

/// What Documentation/Format.md says has to be what files hold.
@Suite("Documentation/Format.md")
struct FormatPageTests {
  private static let page = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Documentation/Format.md")
  private static let mark = "<!-- from the schema -->\n"

  @Test("says of every table, view, index and code what the schema says")
  func page() throws {
    let parts = try String(contentsOf: Self.page, encoding: .utf8)
      .components(separatedBy: Self.mark)
    #expect(parts.count == 2)
    let written = Self.tables + Self.views + Self.indexes + (try Self.codes())
    // `TOCSIN_RENEW=1 swift test --filter FormatPage` writes the page anew.
    if ProcessInfo.processInfo.environment["TOCSIN_RENEW"] != nil {
      try (parts[0] + Self.mark + written).write(to: Self.page, atomically: true, encoding: .utf8)
    } else {
      #expect(parts.last == written)
    }
  }

  private static var tables: String {
    "\n## Tables\n"
      + Table.all.map { table in
        let order = table.isKeyed ? " Rows lie in the order of the primary key." : ""
        return "\n### `\(table.name)`\n\n\(table.summary)\(order)\n\n"
          + "```sql\n\(table.definition)\n```\n"
      }.joined()
  }

  private static var views: String {
    "\n## Views\n\nNames for codes, and times as people write them, in plain SQL.\n\n"
      + View.all.map { "- `\($0.name)`: \($0.summary)\n" }.joined()
  }

  private static var indexes: String {
    "\n## Indexes\n\n```sql\n\(Schema.indexes.joined(separator: "\n"))\n```\n"
  }

  private static func codes() throws -> String {
    let folder = try TemporaryFolder()
    try SmallRun.write(to: folder.run, rowsPerChunk: 4)
    let rows = try DatabaseQueue(path: folder.run).read {
      try Row.fetchAll($0, sql: "SELECT domain, value, name FROM code ORDER BY domain, value")
    }
    let domains = Dictionary(grouping: rows) { $0["domain"] as String }
    return "\n## Codes\n\n"
      + domains.sorted { $0.key < $1.key }.map { domain, rows in
        let names = rows.map { "\($0["value"] as Int) \($0["name"] as String)" }
        return "- `\(domain)`: \(names.joined(separator: ", "))\n"
      }.joined()
  }
}
