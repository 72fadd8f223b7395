import Parallelism

/// A tie to somebody, packed: 28 bits of the other member, 4 of what made it.
///
/// Numbers in order are members in order; of two ties to one member the closer kind comes first.
enum PackedTie {
  /// Packs a tie to a member.
  static func pack(_ member: UInt32, _ tie: Friendships.Tie) -> UInt32 {
    member << 4 | UInt32(tie.rawValue)
  }

  /// The member at the other end.
  static func member(_ packed: UInt32) -> Int { Int(packed >> 4) }

  /// What made the tie.
  static func tie(_ packed: UInt32) -> Friendships.Tie {
    Friendships.Tie(rawValue: UInt8(packed & 15)) ?? .online
  }

  /// Sorts ties and keeps one, the closest, to each member.
  static func sortUnique(_ ties: inout [UInt32]) {
    ties.sort()
    var kept = 0
    for index in ties.indices where kept == 0 || ties[kept - 1] >> 4 != ties[index] >> 4 {
      ties[kept] = ties[index]
      kept += 1
    }
    ties.removeLast(ties.count - kept)
  }
}

/// The ties of all members while they are drawn: a row for each, ascending, each tie in both rows.
struct TieRows: Sendable {
  /// Where each member's row starts; one more value than members.
  private(set) var offsets: [Int]
  /// Packed ties, row by row.
  private(set) var entries: [UInt32] = []

  /// Members whose rows one thread makes at a time.
  static let blockSize = 8_192

  /// Makes the rows of members without ties.
  init(members: Int) {
    precondition(members <= Members.limit, "more than \(Members.limit) members")
    offsets = [Int](repeating: 0, count: members + 1)
  }

  /// How many members there are.
  var memberCount: Int { offsets.count - 1 }

  /// How many ties a member has.
  func degree(of member: Int) -> Int { offsets[member + 1] - offsets[member] }

  /// Whether two members have a tie.
  ///
  /// - Complexity: logarithmic in the degree of the first.
  func contains(_ member: Int, _ other: Int) -> Bool {
    var low = offsets[member]
    let end = offsets[member + 1]
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if PackedTie.member(entries[middle]) < other { low = middle + 1 } else { high = middle }
    }
    return low < end && PackedTie.member(entries[low]) == other
  }

  /// Adds the ties that members pick, each to the rows of both.
  ///
  /// Each member picks on its own, so that members can pick side by side. What a block of members
  /// picked is dealt to the blocks of those picked; each block then makes its rows of what it had,
  /// what it picked and who picked it, all three in order.
  ///
  /// - Parameters:
  ///   - threads: how many threads may work.
  ///   - pick: appends the packed ties that a member picks, in any order, twice or not.
  mutating func add(
    threads: Int, _ pick: @Sendable (_ member: Int, _ picked: inout [UInt32]) -> Void
  ) {
    let members = memberCount
    let blocks = (members + Self.blockSize - 1) / Self.blockSize
    @Sendable func range(_ block: Int) -> Range<Int> {
      block * Self.blockSize..<min((block + 1) * Self.blockSize, members)
    }
    let picks = parallelMap(count: blocks, threads: threads) { block in
      Picks(by: range(block), blocks: blocks, pick)
    }
    let before = self
    let rows = parallelMap(count: blocks, threads: threads) { block in
      Rows(of: range(block), block: block, before: before, picks: picks)
    }
    entries = []
    entries.reserveCapacity(rows.reduce(0) { $0 + $1.entries.count })
    var member = 0
    for block in rows {
      for count in block.counts {
        offsets[member + 1] = offsets[member] + Int(count)
        member += 1
      }
      entries += block.entries
    }
  }
}

/// What a block of members picked: by who picked, and dealt to the blocks of those picked.
private struct Picks: Sendable {
  /// How many ties each member of the block picked.
  private(set) var counts: [Int32] = []
  /// Packed ties, by picker, ascending.
  private(set) var entries: [UInt32] = []
  /// The same, by block of the picked: the picked above the packed tie back to the picker.
  private(set) var dealt: [UInt64]
  /// Where the ties to each block start in `dealt`; one more value than blocks.
  private(set) var starts: [Int]

  init(
    by members: Range<Int>, blocks: Int, _ pick: (Int, inout [UInt32]) -> Void
  ) {
    var picked: [UInt32] = []
    counts.reserveCapacity(members.count)
    starts = [Int](repeating: 0, count: blocks + 1)
    for member in members {
      picked.removeAll(keepingCapacity: true)
      pick(member, &picked)
      PackedTie.sortUnique(&picked)
      counts.append(Int32(picked.count))
      entries += picked
      for tie in picked { starts[PackedTie.member(tie) / TieRows.blockSize + 1] += 1 }
    }
    for block in 0..<blocks { starts[block + 1] += starts[block] }
    dealt = [UInt64](repeating: 0, count: entries.count)
    var next = starts
    var index = 0
    for (member, count) in zip(members, counts) {
      for _ in 0..<count {
        let tie = entries[index]
        let block = PackedTie.member(tie) / TieRows.blockSize
        dealt[next[block]] =
          UInt64(PackedTie.member(tie)) << 32 | UInt64(UInt32(member) << 4 | tie & 15)
        next[block] += 1
        index += 1
      }
    }
  }
}

/// The rows of a block of members.
private struct Rows: Sendable {
  private(set) var counts: [Int32] = []
  private(set) var entries: [UInt32] = []

  init(of members: Range<Int>, block: Int, before: TieRows, picks: [Picks]) {
    let (starts, pickers) = Self.pickers(of: members, block: block, picks: picks)
    let own = picks[block]
    let had = before.offsets[members.upperBound] - before.offsets[members.lowerBound]
    entries.reserveCapacity(had + own.entries.count + pickers.count)
    counts.reserveCapacity(members.count)
    var ownStart = 0
    for (row, member) in members.enumerated() {
      let start = entries.count
      let ownEnd = ownStart + Int(own.counts[row])
      merge(
        before.entries, before.offsets[member]..<before.offsets[member + 1],
        own.entries, ownStart..<ownEnd, pickers, starts[row]..<starts[row + 1])
      ownStart = ownEnd
      counts.append(Int32(entries.count - start))
    }
  }

  /// Who picked each member, ascending: as blocks are taken in order, and a block's pickers are.
  private static func pickers(
    of members: Range<Int>, block: Int, picks: [Picks]
  ) -> (starts: [Int], pickers: [UInt32]) {
    var starts = [Int](repeating: 0, count: members.count + 1)
    for part in picks {
      for index in part.starts[block]..<part.starts[block + 1] {
        starts[Int(part.dealt[index] >> 32) - members.lowerBound + 1] += 1
      }
    }
    for row in 0..<members.count { starts[row + 1] += starts[row] }
    var next = starts
    var pickers = [UInt32](repeating: 0, count: starts[members.count])
    for part in picks {
      for index in part.starts[block]..<part.starts[block + 1] {
        let row = Int(part.dealt[index] >> 32) - members.lowerBound
        pickers[next[row]] = UInt32(truncatingIfNeeded: part.dealt[index])
        next[row] += 1
      }
    }
    return (starts, pickers)
  }

  /// Appends three ascending runs as one, each member once.
  private mutating func merge(
    _ a: [UInt32], _ aRange: Range<Int>, _ b: [UInt32], _ bRange: Range<Int>,
    _ c: [UInt32], _ cRange: Range<Int>
  ) {
    var (i, j, k) = (aRange.lowerBound, bRange.lowerBound, cRange.lowerBound)
    var last = UInt32.max
    while true {
      let x = i < aRange.upperBound ? a[i] : .max
      let y = j < bRange.upperBound ? b[j] : .max
      let z = k < cRange.upperBound ? c[k] : .max
      let least = min(x, y, z)
      guard least != .max else { return }
      if x == least { i += 1 } else if y == least { j += 1 } else { k += 1 }
      guard least >> 4 != last >> 4 else { continue }
      entries.append(least)
      last = least
    }
  }
}
