import Randomness
import Vocabulary

/// Picks the people who groom: adults like any other until they act.
struct Groomers {
  let settings: GroomerSettings
  let seed: UInt64

  /// Picks people with the lowest draws until they hold the wanted share of adult accounts.
  ///
  /// Of the wanted accounts the community's share goes to people whose occupation has them meet
  /// children, as far as there are any; the others to anybody.
  ///
  /// - Returns: all their accounts, ascending; at least one if the share is not 0 and there is an
  ///   adult.
  func pick(_ accounts: OpenedAccounts, persons: Persons) -> [AccountID] {
    guard settings.perAdultAccount > 0 else { return [] }
    var draws: [Draw] = []
    for (account, owner) in accounts.owners.enumerated() where persons.ages[Int(owner)] >= 18 {
      var stream = RandomStream(seed: seed, purpose: .groomers, entity: UInt64(owner))
      draws.append(Draw(value: stream.uniform(), person: owner, account: account))
    }
    draws.sort()
    let share = settings.perAdultAccount * Double(draws.count)
    let wanted = max(Int(share.rounded(.toNearestOrEven)), 1)
    let near = Int((settings.communityShare * Double(wanted)).rounded(.toNearestOrEven))
    var picked: ArraySlice<Draw> = []
    if near > 0 {
      let community = draws.filter { persons.roles[Int($0.person)].meetsChildren }
      picked = Self.lowest(near, of: community)
      let chosen = Set(picked.map(\.person))
      draws.removeAll { chosen.contains($0.person) }
    }
    picked += Self.lowest(wanted - picked.count, of: draws)
    return picked.map { AccountID($0.account) }.sorted()
  }

  /// The first of some draws, in order, with all accounts of the last person.
  private static func lowest(_ count: Int, of draws: [Draw]) -> ArraySlice<Draw> {
    // The accounts of one person have one draw and stand together.
    var end = min(max(count, 0), draws.count)
    while end > 0, end < draws.count, draws[end].person == draws[end - 1].person { end += 1 }
    return draws[..<end]
  }

  /// What decides whether the owner of an account grooms.
  private struct Draw: Comparable {
    var value: Double
    var person: UInt32
    var account: Int

    static func < (one: Draw, other: Draw) -> Bool {
      (one.value, one.person, one.account) < (other.value, other.person, other.account)
    }
  }
}

extension Role {
  /// Whether somebody with the role meets children in person by occupation.
  var meetsChildren: Bool {
    switch reach {
    case .school, .club, .around: true
    case .nobody, .kin, .anywhere: false
    }
  }
}
