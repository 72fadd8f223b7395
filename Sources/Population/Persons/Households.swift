import Parallelism
import Randomness

/// Draws households, where they live, and the people in them.
///
/// Family sizes, household size and ages follow published tables; a couple's ages are close, and
/// parents' follow from their eldest child's. Adults without children are drawn from what is left
/// of the age table once parents are taken out, so that the whole keeps the table's mix. What makes
/// up a household comes from evenly spread sequences, so that small worlds keep the tables too.
struct Households {
  let settings: HouseholdSettings
  let seed: UInt64
  let threads: Int

  /// Households drawn together by one thread.
  private static let blockSize = 4_096

  /// Draws households until their members number about a target.
  ///
  /// - Parameters:
  ///   - personTarget: how many people are wanted; the result is within a few of it.
  ///   - places: where they may live, with probability in proportion to population.
  /// - Returns: the people, household by household, households in the order of their homes
  ///   (`HomeSampler.draw`); places, homes, ages, sexes and households are filled in, and the rest is
  ///   empty.
  func draw(personTarget: Int, places: [Place]) -> Persons {
    let count = max(1, Int((Double(personTarget) / settings.meanSize).rounded(.toNearestOrEven)))
    let homes = HomeSampler(places: places).draw(count, seed: seed, threads: threads)
    let draw = HouseholdDraw(settings: settings, seed: seed)
    let ranks = draw.ranks(count)
    let blocks = (count + Self.blockSize - 1) / Self.blockSize
    let parts = parallelMap(count: blocks, threads: threads) { block in
      var persons = Persons()
      let households = block * Self.blockSize..<min((block + 1) * Self.blockSize, count)
      for household in households {
        draw.append(household, rank: ranks[household], at: homes[household], to: &persons)
      }
      return persons
    }
    var all = Persons()
    for part in parts { all.append(homesAndAges: part) }
    return all
  }
}

/// Draws one household at a time.
private struct HouseholdDraw: Sendable {
  private let settings: HouseholdSettings
  private let seed: UInt64
  private let familyShare: Double
  private let children: CategoricalQuantile
  private let childAges: CategoricalQuantile
  private let adultsAlone: CategoricalQuantile
  /// Ages, from 18, of adults who live without children.
  private let adultsAloneAges: CategoricalQuantile
  private let parents: ParentAges
  private let even: [KroneckerSequence]

  /// What is spread evenly over households; raw values are dimensions.
  private enum Dimension: Int {
    case kind, children, loneParent, adultsAlone, firstAge, besideAge
    /// The eldest-drawn child's age; those of up to three more follow.
    case childAge
  }

  init(settings: HouseholdSettings, seed: UInt64) {
    self.settings = settings
    self.seed = seed
    familyShare = settings.familyShare
    children = CategoricalQuantile(weights: settings.familySizeShares)
    childAges = CategoricalQuantile(weights: Array(AgeTable.shares[..<18]))
    adultsAlone = CategoricalQuantile(weights: settings.adultOnlySizeShares)
    parents = ParentAges(settings: settings)
    adultsAloneAges = CategoricalQuantile(weights: parents.adultsAloneAgeShares())
    even = (0..<KroneckerSequence.dimensionCount).map {
      KroneckerSequence(seed: seed, purpose: .composition, dimension: $0)
    }
  }

  /// How many households of its kind, families or not, come before each household.
  ///
  /// What is spread evenly is so over households of a kind.
  func ranks(_ count: Int) -> [Int] {
    var families = 0
    return (0..<count).map { household in
      if isFamily(household) {
        families += 1
        return families - 1
      }
      return household - families
    }
  }

  private func isFamily(_ household: Int) -> Bool {
    quantile(.kind, household) < familyShare
  }

  func append(_ household: Int, rank: Int, at home: Home, to persons: inout Persons) {
    var stream = RandomStream(seed: seed, purpose: .household, entity: UInt64(household))
    func add(_ age: UInt8, _ sex: Sex) {
      persons.append(age: age, sex: sex, home: home, household: household)
    }
    let firstSex: Sex = .random(&stream)
    let secondSex: Sex = firstSex == .female ? .male : .female
    guard isFamily(household) else {
      let adults = 1 + adultsAlone.index(at: quantile(.adultsAlone, rank))
      let level = quantile(.firstAge, rank)
      for adult in 0..<adults {
        let age =
          adult == 0 ? ageAlone(at: level) : ageBeside(level, of: rank, adult, using: &stream)
        add(age, adult == 0 ? firstSex : adult == 1 ? secondSex : .random(&stream))
      }
      return
    }
    let ages = childAges(of: rank)
    let eldest = ages.max() ?? 0
    let first = parents.age(eldest: eldest, quantile: quantile(.firstAge, rank))
    add(first, firstSex)
    if quantile(.loneParent, rank) >= settings.loneParentShare {
      add(
        parents.ageOfSecond(beside: first, eldest: eldest, quantile: quantile(.besideAge, rank)),
        secondSex)
    }
    for age in ages { add(age, .random(&stream)) }
  }

  private func quantile(_ dimension: Dimension, _ index: Int) -> Double {
    even[dimension.rawValue].value(at: index)
  }

  private func childAges(of rank: Int) -> [UInt8] {
    let count = 1 + children.index(at: quantile(.children, rank))
    return (0..<count).map { child in
      let dimension = min(Dimension.childAge.rawValue + child, even.count - 1)
      return UInt8(childAges.index(at: even[dimension].value(at: rank)))
    }
  }

  private func ageAlone(at quantile: Double) -> UInt8 {
    UInt8(18 + adultsAloneAges.index(at: min(max(quantile, 0), 1)))
  }

  /// The same quantile, a little off and folded back at the ends, keeps the distribution of ages
  /// and brings those who live together near each other.
  private func ageBeside(
    _ level: Double, of rank: Int, _ adult: Int, using stream: inout RandomStream
  ) -> UInt8 {
    // The second adult's is spread evenly too; few households have a third.
    let share = adult == 1 ? quantile(.besideAge, rank) : stream.uniform()
    var quantile = level + Normal(mean: 0, standardDeviation: 0.05).quantile(at: share)
    if quantile < 0 { quantile = -quantile }
    if quantile >= 1 { quantile = 2 - quantile }
    return ageAlone(at: quantile)
  }
}

/// Ages of parents, given their eldest child's.
private struct ParentAges: Sendable {
  let settings: HouseholdSettings

  /// The first parent's age: age at birth is near 30, and never below 16.
  func age(eldest: UInt8, quantile: Double) -> UInt8 {
    let birth = Normal(
      mean: settings.parentAgeAtBirthYears, standardDeviation: settings.parentAgeSpreadYears
    ).quantile(at: quantile)
    let age = Double(eldest) + max(birth, 16)
    return UInt8(min(max(age.rounded(.toNearestOrEven), 18), 89))
  }

  /// The second parent's age: within a few years of the first's.
  func ageOfSecond(beside first: UInt8, eldest: UInt8, quantile: Double) -> UInt8 {
    let gap = Normal(mean: 0, standardDeviation: 3).quantile(at: quantile)
    let age = (Double(first) + gap).rounded(.toNearestOrEven)
    return UInt8(min(max(age, Double(max(18, Int(eldest) + 16))), 89))
  }

  /// What is left of the adult age table when the expected parents are taken out.
  ///
  /// - Returns: one weight per age from 18 to 89, none negative.
  func adultsAloneAgeShares() -> [Double] {
    // Parents by the same rules, on an even sample of fixed size.
    let sample = 20_000
    let even = (0..<8).map { KroneckerSequence(seed: 0, purpose: .parentAges, dimension: $0) }
    let childAges = CategoricalQuantile(weights: Array(AgeTable.shares[..<18]))
    let sizes = CategoricalQuantile(weights: settings.familySizeShares)
    var parents = [Double](repeating: 0, count: 90)
    for index in 0..<sample {
      let children = 1 + sizes.index(at: even[0].value(at: index))
      let eldest = UInt8(
        (0..<children).map { childAges.index(at: even[min(3 + $0, 7)].value(at: index)) }.max() ?? 0
      )
      let first = age(eldest: eldest, quantile: even[1].value(at: index))
      let second = ageOfSecond(
        beside: first, eldest: eldest, quantile: even[2].value(at: index))
      parents[Int(first)] += 1
      parents[Int(second)] += 1 - settings.loneParentShare
    }
    let scale = settings.familyShare / settings.meanSize / Double(sample)
    return (18..<90).map { max(AgeTable.shares[$0] - parents[$0] * scale, 0) }
  }
}

extension Sex {
  /// Either sex with equal probability.
  static func random(_ stream: inout RandomStream) -> Sex {
    stream.chance(0.5) ? .female : .male
  }
}
