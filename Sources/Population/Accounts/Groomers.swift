import Randomness
import Vocabulary

/// Picks the people who groom: adults like any other until they act.
struct Groomers {
  let settings: GroomerSettings
  let seed: UInt64

  /// Picks people with the lowest draws until they hold the wanted share of adult accounts.
  ///
  /// - Returns: all their accounts, ascending; at least one if the share is not 0 and there is an
  ///   adult.
  func pick(_ accounts: OpenedAccounts, persons: Persons) -> [AccountID] {
    guard settings.perAdultAccount > 0 else { return [] }
    var draws: [(draw: Double, person: UInt32, account: Int)] = []
    for (account, owner) in accounts.owners.enumerated() where persons.ages[Int(owner)] >= 18 {
      var stream = RandomStream(seed: seed, purpose: .groomers, entity: UInt64(owner))
      draws.append((stream.uniform(), owner, account))
    }
    let wanted = Int((settings.perAdultAccount * Double(draws.count)).rounded(.toNearestOrEven))
    draws.sort { $0 < $1 }
    // The accounts of one person have one draw and stand together.
    var end = min(max(wanted, 1), draws.count)
    while end > 0, end < draws.count, draws[end].person == draws[end - 1].person { end += 1 }
    return draws.prefix(end).map { AccountID($0.account) }.sorted()
  }
}
