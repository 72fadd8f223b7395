import RealModule
public import Settings

/// How people live together.
public struct HouseholdSettings: SettingsSection {
  /// People in a household, on average.
  public var meanSize = 2.38
  /// Shares of families with dependent children that have one, two, three and four children.
  public var familySizeShares = [0.446, 0.410, 0.116, 0.028]
  /// Share of families with dependent children that have one parent at home.
  public var loneParentShare = 0.23
  /// A parent's mean age at the eldest child's birth, in years.
  public var parentAgeAtBirthYears = 29.0
  /// Standard deviation of that age, in years.
  public var parentAgeSpreadYears = 5.5

  /// Makes the default households.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "mean-size", \.meanSize, unit: "persons", in: 2.0...3.0,
      source: .published(
        "ONS Census 2021: 24,783,199 households for 59,597,542 people in England and Wales, 2.36 "
          + "to 2.40 with and without communal establishments", .derived),
      about: "People in a household, on average."),
    .numbers(
      "family-size-shares", \.familySizeShares, count: 4...4, unit: "share", in: 0...1,
      source: .published(
        "ONS 2024: families with one, two, three or more children 0.446, 0.410, 0.145; four of "
          + "the last is our choice", .foundSecondary),
      about: "Families with dependent children that have one, two, three and four of them."),
    .number(
      "lone-parent-share", \.loneParentShare, unit: "share", in: 0...1,
      source: .sweep(
        "our choice, near what the ONS publishes for the UK; the range is half to double",
        over: 0.115...0.46),
      about: "Families with dependent children that have one parent at home."),
    .number(
      "parent-age-at-birth-years", \.parentAgeAtBirthYears, unit: "years", in: 18.0...45.0,
      source: .sweep(
        "our choice, near the mean age at first birth in England and Wales; the range is four years either way",
        over: 25...33),
      about: "A parent's mean age at the eldest child's birth."),
    .number(
      "parent-age-spread-years", \.parentAgeSpreadYears, unit: "years", in: 0.0...10.0,
      source: .sweep(
        "our choice, no source looked for; the range is half to the most that is taken",
        over: 2.75...10), about: "Standard deviation of that age."),
  ]

  /// The shares of family sizes make up the whole.
  public static let checks: [Check<Self>] = [
    Check("family-size-shares", sharesSumToOne: \.familySizeShares),
    Check(
      "mean-size", "family-size-shares", "lone-parent-share",
      rule: "households without children would need 1 to 4 adults on average; change mean-size"
    ) { (1.02...3.9).contains($0.wantedAdultOnlySize) },
  ]

  /// The mean number of dependent children in a family that has any.
  var meanChildrenPerFamily: Double {
    zip(1..., familySizeShares).reduce(0) { $0 + Double($1.0) * $1.1 }
      / familySizeShares.reduce(0, +)
  }

  /// The share of households with children that gives the age table's share of under-18s.
  var familyShare: Double {
    min(AgeTable.underEighteenShare * meanSize / meanChildrenPerFamily, 1)
  }

  /// The mean size that households without children must have for that of all to be the one wanted.
  var wantedAdultOnlySize: Double {
    let familySize = meanChildrenPerFamily + 2 - loneParentShare
    return (meanSize - familyShare * familySize) / max(1 - familyShare, 1e-9)
  }

  /// Shares of households without children that have one, two, three and four adults.
  ///
  /// A fixed shape (our choice), tilted by a factor per adult until the mean size of all
  /// households is the one wanted.
  var adultOnlySizeShares: [Double] {
    let shape = [0.36, 0.42, 0.17, 0.05]
    let wanted = wantedAdultOnlySize
    func mean(tilt: Double) -> (shares: [Double], mean: Double) {
      var factor = 1.0
      let weights = shape.map { share in
        defer { factor *= tilt }
        return share * factor
      }
      let total = weights.reduce(0, +)
      let mean = zip(1..., weights).reduce(0) { $0 + Double($1.0) * $1.1 } / total
      return (weights.map { $0 / total }, mean)
    }
    var low = 1e-6
    var high = 1e6
    for _ in 0..<100 {
      let middle = Double.sqrt(low * high)
      if mean(tilt: middle).mean < wanted { low = middle } else { high = middle }
    }
    return mean(tilt: low).shares
  }
}
