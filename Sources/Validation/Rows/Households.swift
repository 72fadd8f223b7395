import Graphs
import Population
import Settings

extension ValidationRow {
  /// V21: how large households are, and how many children families have.
  ///
  /// People per household; and of the households with a child (under 18, which stands for
  /// dependent children), the shares with one, two, and three or more. Standard errors: households
  /// taken as independent.
  public static let households = ValidationRow(
    id: "V21", title: "Households and families",
    source: .published(
      "ONS Census 2021: 24,783,199 households for 59,597,542 people in England and Wales (2.36 "
        + "without communal establishments, from memory); ONS 2024, in a report of it: families "
        + "with one, two, three or more dependent children .446, .410, .145", .foundSecondary),
    citation: "ONS 2021/24"
  ) { sample in
    let sizes = sample.householdCounts { _ in true }
    let ages = sample.world.persons.ages
    let families = sample.householdCounts { ages[$0] < 18 }
    return [
      Figure(
        "people in a household",
        definition: "People per household. Standard error: that of a mean of independent "
          + "households.",
        target: .between(2.36, 2.40), accepted: .between(2.31, 2.45), decimals: 3,
        finding: .measured(
          Estimate(SampleMean(of: sizes.map { Double($0) })),
          orNotShown: "nobody lives in a household")),
      family("one child", families, published: 0.45, accepted: .between(0.42, 0.48)) { $0 == 1 },
      family("two children", families, published: 0.41, accepted: .between(0.38, 0.44)) { $0 == 2 },
      family("three or more", families, published: 0.145, accepted: .between(0.115, 0.175)) {
        $0 >= 3
      },
    ]
  }

  private static func family(
    _ words: String, _ families: [Int], published: Double, accepted: Band,
    where holds: (Int) -> Bool
  ) -> Figure {
    Figure(
      "families with \(words)",
      definition: "Households with \(words) under 18, of all households with a child under 18. "
        + "Standard error: that of a share of independent households.",
      target: .value(published), accepted: accepted, decimals: 3,
      finding: .measured(
        Estimate(SampleMean(successes: families.count(where: holds), of: families.count)),
        orNotShown: "no household has a child"))
  }
}
