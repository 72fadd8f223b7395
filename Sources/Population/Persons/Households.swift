import Parallelism
import Randomness

/// Draws households and the people in them.
///
/// Family sizes, household size and ages follow published tables; a couple's ages are close, and
/// parents' follow from their eldest child's. Adults without children are drawn from what is left
/// of the age table once parents are taken out, so that the whole keeps the table's mix.
struct Households {
  let settings: HouseholdSettings
  let seed: UInt64
  let threads: Int

  /// The composition of one household before ages are drawn.
  private struct Composition {
    var adults: Int
    var childAges: [UInt8]
  }

  /// Distributions that every household is drawn from.
  private struct Tables: Sendable {
    var homes: HomeSampler
    var familyShare: Double
    var children: Categorical
    var childAges: Categorical
    var adultsAlone: Categorical
    /// Ages, from 18, of adults who live without children.
    var adultsAloneAges: CategoricalQuantile
  }

  /// Households drawn together by one thread.
  private static let blockSize = 4_096

  /// Draws households until their members number about a target.
  ///
  /// - Parameters:
  ///   - personTarget: how many people are wanted; the result is within a few standard errors.
  ///   - places: where they may live, with probability in proportion to population.
  /// - Returns: the people, household by household; places, homes, ages, sexes and households are
  ///   filled in, and the rest is empty.
  func draw(personTarget: Int, places: [Place]) -> Persons {
    let count = max(1, Int((Double(personTarget) / settings.meanSize).rounded(.toNearestOrEven)))
    let tables = Tables(
      homes: HomeSampler(places: places),
      familyShare: settings.familyShare,
      children: Categorical(weights: settings.familySizeShares),
      childAges: Categorical(weights: Array(AgeTable.shares[..<18])),
      adultsAlone: Categorical(weights: settings.adultOnlySizeShares),
      adultsAloneAges: CategoricalQuantile(weights: adultsAloneAgeShares()))
    let blocks = (count + Self.blockSize - 1) / Self.blockSize
    let parts = parallelMap(count: blocks, threads: threads) { block in
      var persons = Persons()
      let households = block * Self.blockSize..<min((block + 1) * Self.blockSize, count)
      for household in households {
        drawHousehold(household, from: tables, into: &persons)
      }
      return persons
    }
    var all = Persons()
    for part in parts { all.append(homesAndAges: part) }
    return all
  }

  private func drawHousehold(_ household: Int, from tables: Tables, into persons: inout Persons) {
    var stream = RandomStream(seed: seed, purpose: .household, entity: UInt64(household))
    let home = tables.homes.sample(using: &stream)
    let composition = compose(from: tables, using: &stream)
    let first = ageOfFirstAdult(composition, from: tables, using: &stream)
    persons.append(age: first.age, sex: first.sex, home: home, household: household)
    for adult in 1..<max(composition.adults, 1) {
      let age = ageOfFurtherAdult(first, composition, from: tables, using: &stream)
      let opposite: Sex = first.sex == .female ? .male : .female
      let sex = adult == 1 ? opposite : .random(&stream)
      persons.append(age: age, sex: sex, home: home, household: household)
    }
    for age in composition.childAges {
      persons.append(age: age, sex: .random(&stream), home: home, household: household)
    }
  }

  private func compose(from tables: Tables, using stream: inout RandomStream) -> Composition {
    guard stream.chance(tables.familyShare) else {
      return Composition(adults: 1 + tables.adultsAlone.sample(using: &stream), childAges: [])
    }
    let children = 1 + tables.children.sample(using: &stream)
    return Composition(
      adults: stream.chance(settings.loneParentShare) ? 1 : 2,
      childAges: (0..<children).map { _ in UInt8(tables.childAges.sample(using: &stream)) }
    )
  }

  /// The first adult of a household, from whom the second's age follows.
  private struct FirstAdult {
    var age: UInt8
    var quantile: Double
    var sex: Sex
  }

  private func ageOfFirstAdult(
    _ composition: Composition, from tables: Tables, using stream: inout RandomStream
  ) -> FirstAdult {
    let sex: Sex = .random(&stream)
    let quantile = stream.uniform()
    let age =
      if let eldest = composition.childAges.max() {
        parentAge(eldest: eldest, using: &stream)
      } else {
        UInt8(18 + tables.adultsAloneAges.index(at: quantile))
      }
    return FirstAdult(age: age, quantile: quantile, sex: sex)
  }

  private func ageOfFurtherAdult(
    _ first: FirstAdult, _ composition: Composition, from tables: Tables,
    using stream: inout RandomStream
  ) -> UInt8 {
    if let eldest = composition.childAges.max() {
      let gap = Normal(mean: 0, standardDeviation: 3).sample(using: &stream)
      let age = (Double(first.age) + gap).rounded(.toNearestOrEven)
      return UInt8(min(max(age, Double(max(18, Int(eldest) + 16))), 89))
    }
    // The same quantile, a little off and folded back at the ends, keeps the ages' distribution
    // and brings the two together.
    let spread = Normal(mean: 0, standardDeviation: 0.05).sample(using: &stream)
    var quantile = first.quantile + spread
    if quantile < 0 { quantile = -quantile }
    if quantile >= 1 { quantile = 2 - quantile }
    return UInt8(18 + tables.adultsAloneAges.index(at: min(max(quantile, 0), 1)))
  }

  /// A parent's age given the eldest child's: age at birth is near 30, and never below 16.
  private func parentAge(eldest: UInt8, using stream: inout RandomStream) -> UInt8 {
    let birth = Normal(
      mean: settings.parentAgeAtBirthYears, standardDeviation: settings.parentAgeSpreadYears
    ).sample(using: &stream)
    let age = Double(eldest) + max(birth, 16)
    return UInt8(min(max(age.rounded(.toNearestOrEven), 18), 89))
  }

  /// What is left of the adult age table when the expected parents are taken out.
  ///
  /// - Returns: one weight per age from 18 to 89, none negative.
  private func adultsAloneAgeShares() -> [Double] {
    // The parents' ages by the same draws as the households' own, on a sample of fixed size.
    let sample = 20_000
    var parents = [Double](repeating: 0, count: 90)
    let childAges = Categorical(weights: Array(AgeTable.shares[..<18]))
    let sizes = Categorical(weights: settings.familySizeShares)
    for index in 0..<sample {
      var stream = RandomStream(seed: 0, purpose: .parentAges, entity: UInt64(index))
      let children = 1 + sizes.sample(using: &stream)
      let eldest = (0..<children).map { _ in UInt8(childAges.sample(using: &stream)) }.max() ?? 0
      parents[Int(parentAge(eldest: eldest, using: &stream))] += 1
    }
    let parentsPerPerson =
      settings.familyShare * (2 - settings.loneParentShare) / settings.meanSize / Double(sample)
    return (18..<90).map { max(AgeTable.shares[$0] - parents[$0] * parentsPerPerson, 0) }
  }
}

extension Sex {
  /// Either sex with equal probability.
  static func random(_ stream: inout RandomStream) -> Sex {
    stream.chance(0.5) ? .female : .male
  }
}
