import Parallelism
import Randomness
import RealModule

/// Draws how many friends each member would have.
struct DegreeTargets {
  let settings: PopulationSettings
  let seed: UInt64
  let threads: Int
  let persons: Persons
  let members: Members

  /// Members handled together by one thread.
  private static let blockSize = 16_384

  /// How much further from the median targets lie than the published degrees, as an exponent, and
  /// how much higher they are.
  ///
  /// Our choice: the most sociable find some of the same people twice, and who wants few friends is
  /// found by them more often; the degrees that come of it are the published ones.
  private static let stretch = (exponent: 1.35, factor: 1.53)

  /// Draws a target for each member.
  ///
  /// A normal value shared by a school year or a workplace and one of the member's own add up to
  /// a member's sociability, so friends' degrees are alike. The most sociable gets the highest
  /// degree of the published curve, and so on down: the targets are the curve's but for `stretch`.
  func draw() -> [Float] {
    let count = members.count
    let blocks = (count + Self.blockSize - 1) / Self.blockSize
    let parts = parallelMap(count: blocks, threads: threads) { block in
      (block * Self.blockSize..<min((block + 1) * Self.blockSize, count)).map { member in
        // From well above zero, so that the bits of the value are in its order.
        let value = Float(100 + sociability(of: member))
        return UInt64(value.bitPattern) << 32 | UInt64(member)
      }
    }
    let curve = DegreeCurve(accounts: count, scale: settings.friendships.degreeScale)
    let most = Double(max(count - 1, 0)) / 4
    let median = curve.degree(atQuantile: 0.5)
    var targets = [Float](repeating: 0, count: count)
    var (before, after) = (0.0, 0.0)
    for (rank, key) in parts.joined().sorted().enumerated() {
      let member = Int(truncatingIfNeeded: key & 0xFFFF_FFFF)
      let quantile = (Double(rank) + 0.5) / Double(count)
      let degree = min(curve.degree(atQuantile: quantile), most)
      let isNew = persons.roles[Int(members.persons[member])] == .newcomer
      let stretched = median * Double.pow(degree / median, Self.stretch.exponent)
      let target = isNew ? stretched * settings.roles.newcomerDegreeShare : stretched
      before += degree * Self.stretch.factor
      after += target
      targets[member] = Float(target)
    }
    // What newcomers lack the others have more, and nobody came for no friend at all.
    let factor = Float(after > 0 ? before / after : 1)
    return targets.map { max($0 * factor, min(1, Float(most))) }
  }

  private func sociability(of member: Int) -> Double {
    let person = Int(members.persons[member])
    var own = RandomStream(seed: seed, purpose: .degree, entity: UInt64(person))
    var common = RandomStream(
      seed: seed, purpose: .focusSociability, entity: focusKey(of: person))
    let standard = Normal(mean: 0, standardDeviation: 1)
    let correlation = settings.friendships.focusCorrelation
    return Double.sqrt(correlation) * standard.sample(using: &common)
      + Double.sqrt(1 - correlation) * standard.sample(using: &own)
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
