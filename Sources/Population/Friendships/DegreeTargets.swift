import Randomness
import RealModule

/// Draws how many friends each account would have.
struct DegreeTargets {
  let settings: PopulationSettings
  let seed: UInt64
  let persons: Persons
  let owners: [UInt32]

  /// Draws a target for each account, ascending id.
  ///
  /// A normal value shared by a school year or a workplace and one of the account's own add up to
  /// a standard normal; its probability is the quantile on the published curve. So degrees follow
  /// the curve, and friends' degrees are alike.
  func draw() -> [Float] {
    let curve = DegreeCurve(
      accounts: owners.count, scale: settings.friendships.degreeScale)
    let shared = Double.sqrt(settings.friendships.focusCorrelation)
    let own = Double.sqrt(1 - settings.friendships.focusCorrelation)
    let most = Double(max(owners.count - 1, 0)) / 4
    return owners.indices.map { account in
      let person = Int(owners[account])
      var stream = RandomStream(seed: seed, purpose: .degree, entity: UInt64(account))
      var common = RandomStream(
        seed: seed, purpose: .focusSociability, entity: focusKey(of: person))
      let standard = Normal(mean: 0, standardDeviation: 1)
      let value =
        shared * standard.sample(using: &common) + own * standard.sample(using: &stream)
      let quantile = 0.5 * Double.erfc(-value / Double.sqrt(2))
      let degree = min(curve.degree(atQuantile: quantile), most)
      let isNew = persons.roles[person] == .newcomer
      return Float(isNew ? degree * settings.roles.newcomerDegreeShare : degree)
    }
  }

  /// What two people of one school year or workplace have in common, and nobody else.
  private func focusKey(of person: Int) -> UInt64 {
    let age = UInt64(persons.ages[person])
    if persons.ages[person] < 20, persons.schools[person] >= 0 {
      return 1 << 60 | UInt64(persons.schools[person]) << 8 | age
    }
    if persons.workplaces[person] >= 0 { return 2 << 60 | UInt64(persons.workplaces[person]) }
    return 3 << 60 | UInt64(persons.households[person])
  }
}
