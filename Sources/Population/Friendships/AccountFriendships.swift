import Parallelism
import Randomness

/// Turns the ties of people into the friendships of their accounts, platform by platform.
struct AccountFriendships {
  let settings: PopulationSettings
  let seed: UInt64
  let threads: Int
  let members: Members
  let accounts: OpenedAccounts
  let ties: TieRows

  /// Stands for nobody's account.
  private static let nobody = UInt32.max

  /// Draws which ties are friendships on which platform.
  ///
  /// Two people on one platform are friends there with the platform's `tie-share`, which is drawn
  /// for the pair; with a share of 1 every tie is a friendship. A further account of one of the two
  /// has a share of them, which is drawn for the two accounts.
  func draw() -> Friendships {
    let count = accounts.owners.count
    let memberOf = memberOfAccounts()
    let accountOf = firstAccounts(of: memberOf)
    let further = furtherAccounts(of: memberOf)
    let blocks = (count + TieRows.blockSize - 1) / TieRows.blockSize
    let parts = parallelMap(count: blocks, threads: threads) { block in
      let ids = block * TieRows.blockSize..<min((block + 1) * TieRows.blockSize, count)
      return rows(of: ids, memberOf: memberOf, accountOf: accountOf, further: further)
    }
    var friendships = Friendships(
      reservingAccounts: count, friendships: parts.reduce(0) { $0 + $1.higher.count })
    for part in parts {
      friendships.append(counts: part.counts, higher: part.higher, ties: part.ties)
    }
    return friendships
  }

  private struct Part: Sendable {
    var counts: [Int32] = []
    var higher: [UInt32] = []
    var ties: [Friendships.Tie] = []
  }

  private func rows(
    of ids: Range<Int>, memberOf: [UInt32], accountOf: [[UInt32]],
    further: [[UInt32: [UInt32]]]
  ) -> Part {
    var part = Part()
    part.counts.reserveCapacity(ids.count)
    var row: [UInt64] = []
    for account in ids {
      row.removeAll(keepingCapacity: true)
      let platform = Int(accounts.platforms[account])
      let share = settings.platforms[platform].tieShare
      let member = Int(memberOf[account])
      for index in ties.offsets[member]..<ties.offsets[member + 1] {
        let entry = ties.entries[index]
        let friend = PackedTie.member(entry)
        let other = accountOf[platform][friend]
        guard other != Self.nobody else { continue }
        let others = further[platform].isEmpty ? nil : further[platform][UInt32(friend)]
        guard other > account || others != nil else { continue }
        if share < 1, !isSeen(member, friend, on: platform, share) { continue }
        for one in [other] + (others ?? []) where one > account && isShared(account, Int(one)) {
          row.append(UInt64(one) << 4 | UInt64(entry & 15))
        }
      }
      row.sort()
      for packed in row {
        part.higher.append(UInt32(truncatingIfNeeded: packed >> 4))
        part.ties.append(Friendships.Tie(rawValue: UInt8(packed & 15)) ?? .online)
      }
      part.counts.append(Int32(row.count))
    }
    return part
  }

  /// Whether a platform sees a tie.
  private func isSeen(_ a: Int, _ b: Int, on platform: Int, _ share: Double) -> Bool {
    var stream = RandomStream(
      seed: seed, purpose: .platformTies,
      entity: UInt64(members.persons[min(a, b)]) << 32 | UInt64(members.persons[max(a, b)]),
      counter: UInt32(platform))
    return stream.chance(share)
  }

  /// Whether a friendship of two people is one of two of their accounts.
  private func isShared(_ lower: Int, _ higher: Int) -> Bool {
    let isFurther = [lower, higher].count { accounts.ordinals[$0] > 0 }
    guard isFurther > 0 else { return true }
    var stream = RandomStream(
      seed: seed, purpose: .furtherAccountTies, entity: UInt64(lower) << 32 | UInt64(higher))
    let share = settings.furtherAccountTieShare
    return stream.chance(isFurther == 2 ? share * share : share)
  }

  private func memberOfAccounts() -> [UInt32] {
    var memberOfPerson = [UInt32](repeating: 0, count: Int(members.persons.last ?? 0) + 1)
    for (member, person) in members.persons.enumerated() {
      memberOfPerson[Int(person)] = UInt32(member)
    }
    return accounts.owners.map { memberOfPerson[Int($0)] }
  }

  /// The first account of each member on each platform.
  private func firstAccounts(of memberOf: [UInt32]) -> [[UInt32]] {
    var accountOf = settings.platforms.map { _ in
      [UInt32](repeating: Self.nobody, count: members.count)
    }
    for (account, member) in memberOf.enumerated() where accounts.ordinals[account] == 0 {
      accountOf[Int(accounts.platforms[account])][Int(member)] = UInt32(account)
    }
    return accountOf
  }

  /// The further accounts on each platform of those members who have any.
  private func furtherAccounts(of memberOf: [UInt32]) -> [[UInt32: [UInt32]]] {
    var further = settings.platforms.map { _ in [UInt32: [UInt32]]() }
    for (account, member) in memberOf.enumerated() where accounts.ordinals[account] > 0 {
      further[Int(accounts.platforms[account])][member, default: []].append(UInt32(account))
    }
    return further
  }
}
