/// Accounts that look for friends in one layer of ties, each listed as often as it looks.
///
/// Listing an account once for each friend it wants makes a uniform pick one in proportion to how
/// many friends the account wants. Entries are sorted by group; within a group they may be sorted
/// by position, so that a step along the pool is a step through the neighbourhood.
struct StubPool: Sendable {
  /// Accounts, group by group.
  private var entries: [UInt32] = []
  /// Where each group starts in `entries`; one more value than groups.
  private var starts: [Int] = [0]

  /// Makes a pool of accounts already in order.
  ///
  /// - Parameters:
  ///   - groupCount: how many groups there are.
  ///   - members: accounts with their group and number of stubs, ascending by group.
  init(groupCount: Int, members: some Sequence<(group: Int, account: UInt32, stubs: Int)>) {
    starts.reserveCapacity(groupCount + 1)
    for member in members {
      while starts.count <= member.group { starts.append(entries.count) }
      for _ in 0..<member.stubs { entries.append(member.account) }
    }
    while starts.count <= groupCount { starts.append(entries.count) }
  }

  /// How many groups there are.
  var groupCount: Int { starts.count - 1 }

  /// The entries of a group.
  func range(of group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }

  /// The account in an entry.
  func account(at entry: Int) -> UInt32 { entries[entry] }
}
