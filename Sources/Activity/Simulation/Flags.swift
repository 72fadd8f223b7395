/// A yes or no for each account, a bit each, so that those of a million fit into fast memory.
struct Flags: Sendable {
  private let words: [UInt64]
  /// How many accounts there are.
  let count: Int

  init(_ values: [Bool]) {
    count = values.count
    var words = [UInt64](repeating: 0, count: (values.count + 63) / 64)
    for (account, value) in values.enumerated() where value {
      words[account >> 6] |= 1 << UInt64(account & 63)
    }
    self.words = words
  }

  /// All accounts, ascending.
  var indices: Range<Int> { 0..<count }

  subscript(account: Int) -> Bool {
    words[account >> 6] >> UInt64(account & 63) & 1 != 0
  }
}
