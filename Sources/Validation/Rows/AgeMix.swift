import Population
import Settings

extension ValidationRow {
  /// V13: how old people are, with and without accounts.
  ///
  /// For each band of `AgeTable` (under 18 as one), its share of the people of 0 to 89 against the
  /// published share of the same ages: the largest difference in percentage points. And the share
  /// of under-18s among all people. Standard errors: people of one household taken together
  /// (`ClusteredRatio`); of the difference, that of its band.
  public static let ageMix = ValidationRow(
    id: "V13", title: "Ages of the population",
    source: .published(
      "Office for National Statistics, mid-2020 population estimates for England by single year "
        + "of age, summed into bands", .derived),
    citation: "ONS 2020"
  ) { sample in
    let nobody = "nobody lives in this world"
    return [
      Figure(
        "largest age-band gap, points",
        definition: "Over the bands 0-17, 18-24, 25-34, 35-44, 45-54, 55-64, 65-74 and 75-89: the "
          + "largest difference between the world's and the published share of the people of 0 to "
          + "89, in percentage points. Standard error: that of the band's share, people of one "
          + "household taken together.",
        target: .value(0), accepted: .between(0, 0.5), decimals: 2,
        finding: .measured(sample.largestAgeGap, orNotShown: nobody)),
      Figure(
        "people under 18",
        definition: "People under 18, of all people. Standard error: people of one household "
          + "taken together.",
        target: .value(0.214), accepted: .between(0.209, 0.219), decimals: 3,
        finding: .measured(sample.shareUnderEighteen, orNotShown: nobody)),
    ]
  }
}

extension ValidationSample {
  /// The difference of the band that is furthest off, in percentage points.
  fileprivate var largestAgeGap: Estimate? {
    let children = (ages: 0...17, percent: AgeTable.childPercent.reduce(0, +))
    let bands = [children] + AgeTable.adultPercent
    let total = bands.reduce(0) { $0 + $1.percent }
    let gaps = bands.compactMap { band in
      share(ofAges: band.ages, among: 0...89).map { share in
        Estimate(
          abs(share.value * 100 - band.percent / total * 100),
          standardError: share.standardError.map { $0 * 100 })
      }
    }
    return gaps.max { $0.value < $1.value }
  }

  /// The share of people under 18 among all, whatever their age.
  fileprivate var shareUnderEighteen: Estimate? { share(ofAges: 0...17, among: 0...255) }
}
