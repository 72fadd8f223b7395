import Parallelism
import RealModule

/// Who has room for another friend, and how many friends members want in all: one byte a member, so
/// that a look at somebody seldom waits for memory.
struct Room: Sendable {
  /// How many friends each member wants, in steps of an eighth of a factor e, doubled; one more for
  /// those who have room.
  private let levels: [UInt8]

  /// Steps apart within which two want about as many: one at most 1.5 times what the other wants.
  private static let alike = 3

  /// Looks who has room.
  ///
  /// - Parameters:
  ///   - wanted: how many friends each member wants.
  ///   - ties: those it has.
  ///   - threads: how many threads may work.
  init(wanted: [Float], ties: TieRows, threads: Int) {
    let blocks = (wanted.count + TieRows.blockSize - 1) / TieRows.blockSize
    let parts = parallelMap(count: blocks, threads: threads) { block in
      (block * TieRows.blockSize..<min((block + 1) * TieRows.blockSize, wanted.count)).map {
        let level = UInt8(min(Float.log(max(wanted[$0], 1)) * 8, 127))
        return level * 2 + (Float(ties.degree(of: $0)) < wanted[$0] ? 1 : 0)
      }
    }
    levels = Array(parts.joined())
  }

  /// Whether a member has room for another friend.
  func `is`(for member: Int) -> Bool { levels[member] & 1 == 1 }

  /// Whether two members want about as many friends.
  ///
  /// Who is not alike looks further; so degrees are assortative (Ugander, Karrer, Backstrom and
  /// Marlow 2011, arXiv 1111.4503).
  func areAlike(_ a: Int, _ b: Int) -> Bool {
    abs(Int(levels[a] >> 1) - Int(levels[b] >> 1)) <= Self.alike
  }
}
