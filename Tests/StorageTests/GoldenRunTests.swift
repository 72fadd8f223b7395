import GRDB
import Testing

@testable import Storage

@Suite("The file of a small run") struct GoldenRunTests {
  @Test("is, table by table, what it was when the format was published", .tags(.golden))
  func content() throws {
    let folder = try TemporaryFolder()
    try SmallRun.write(to: folder.run, rowsPerChunk: 8)
    let dump = Dump()
    try DatabaseQueue(path: folder.run).read { try $0.dumpContent(format: .quote(), to: dump) }
    let lines = dump.text.split(separator: "\n", omittingEmptySubsequences: false)
    let golden = goldenRun.split(separator: "\n", omittingEmptySubsequences: false)
    let changes = lines.difference(from: golden).map { change in
      switch change {
      case .remove(let offset, let line, _): "- \(offset + 1): \(line)"
      case .insert(let offset, let line, _): "+ \(offset + 1): \(line)"
      }
    }
    #expect(changes.isEmpty, "\(changes.joined(separator: "\n"))")
  }

  private final class Dump: TextOutputStream {
    var text = ""

    func write(_ string: String) { text += string }
  }
}
