/// Some accounts, numbered from 0 without gaps, in ascending order.
struct Compaction {
  /// The distinct accounts, ascending.
  let accounts: [UInt32]

  /// - Complexity: n log n in the accounts given.
  init(_ given: [UInt32]) {
    var accounts: [UInt32] = []
    for account in given.sorted() where account != accounts.last { accounts.append(account) }
    self.accounts = accounts
  }

  /// The number of an account; nil if it is not one of them.
  ///
  /// - Complexity: logarithmic in the accounts.
  func position(of account: UInt32) -> Int? {
    var (low, high) = (0, accounts.count)
    while low < high {
      let middle = (low + high) / 2
      if accounts[middle] < account { low = middle + 1 } else { high = middle }
    }
    return low < accounts.count && accounts[low] == account ? low : nil
  }
}
