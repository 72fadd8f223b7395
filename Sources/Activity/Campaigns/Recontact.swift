import Randomness

/// Asking a child again from another account of the same person, after a block.
struct Recontact: Sendable {
  /// The platform of every account.
  let platforms: [UInt8]
  let seed: UInt64

  /// The request that follows a block, if one does.
  ///
  /// - Parameters:
  ///   - asked: which account of the groomer was blocked by whom.
  ///   - groomer: who holds it.
  ///   - conduct: what the scenario says of groomers like this one.
  ///   - day: when the block is noticed.
  ///   - platform: the state of the platform.
  /// - Returns: nothing if there is no such account, or it does not ask.
  func step(
    after asked: Groomer.Asked, of groomer: Groomer, conduct: CampaignSettings, on day: Day,
    in platform: Platform
  ) -> Groomer.Step? {
    let others = groomer.accounts.filter { account in
      account != asked.account && platforms[account] == platforms[asked.account]
        && platform.mayRequest(account, asked.child)
    }
    guard !others.isEmpty else { return nil }
    var stream = RandomStream(
      seed: seed, purpose: .recontacts, entity: Platform.Pair(asked.account, asked.child).entity,
      counter: UInt32(day.number))
    guard stream.chance(conduct.recontactShare) else { return nil }
    let account = others[stream.below(others.count)]
    let wait = Exponential(rate: 1 / conduct.recontactDays).sample(using: &stream)
    return Groomer.Step(
      account: account, target: asked.child, day: day.number + 1 + Int(min(wait, 3_650)),
      isTarget: true)
  }
}
