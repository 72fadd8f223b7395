import RealModule
import Vocabulary

/// Columns that are not behaviour: they must not tell groomers from innocent adults of the same
/// platform.
struct ColumnCheck {
  let survey: ConductSurvey
  let cohorts: Cohorts

  /// The columns, and their value for the account at a position of the survey.
  private var columns: [(name: String, value: (Int) -> UInt32)] {
    [
      // An account's number is its row in the file, so this is the order of rows as well.
      ("account-id", { survey.accounts[$0] }),
      ("opened", { UInt32(bitPattern: survey.opened[$0] ^ Int32.min) }),
    ]
  }

  /// One row a column: of all groomers together; without an area where there are too few.
  var rows: [SeparationRow] {
    let groomers = cohorts.profiles[0].accounts
    return columns.map { name, value in
      let isTold = groomers.count >= HardnessResult.fewestGroomers
      let area = isTold ? stratified(value) : nil
      return SeparationRow(
        profile: SeparationRow.allProfiles, measure: HardnessResult.Means.column.rawValue,
        against: HardnessResult.allAdults, feature: name, tried: 1, groomers: groomers.count,
        innocents: cohorts.innocents.count, auc: area?.area, standardError: area?.error,
        chance: area.map { 0.5 + HardnessResult.mostStandardErrors * $0.error })
    }
  }

  /// The share of pairs of a groomer and an innocent adult of one platform in which the groomer has
  /// the higher value, and its standard error if the column tells nothing; nil without a pair.
  private func stratified(_ value: @escaping (Int) -> UInt32) -> (area: Double, error: Double)? {
    var (wins, variance, pairs) = (0.0, 0.0, 0.0)
    for platform in Set(survey.platforms).sorted() {
      let ofPlatform = { (accounts: [Int]) in
        accounts.filter { survey.platforms[$0] == platform }.map(value)
      }
      let groomers = ofPlatform(cohorts.profiles[0].accounts)
      let innocents = ofPlatform(cohorts.innocents)
      guard !groomers.isEmpty, !innocents.isEmpty else { continue }
      let ranked = Self.ranks(groomers, innocents)
      let area = RankAUC(ranked.0, against: ranked.1)
      let weight = Double(groomers.count) * Double(innocents.count)
      wins += weight * area.area
      variance += weight * weight * area.nullStandardError * area.nullStandardError
      pairs += weight
    }
    return pairs == 0 ? nil : (wins / pairs, Double.sqrt(variance) / pairs)
  }

  /// The values' places among all different ones, ascending: exact where a float is not.
  private static func ranks(_ one: [UInt32], _ other: [UInt32]) -> ([Float], [Float]) {
    var place: [UInt32: Float] = [:]
    for (position, value) in Set(one + other).sorted().enumerated() {
      place[value] = Float(position)
    }
    let placed = { (values: [UInt32]) in values.compactMap { place[$0] }.sorted() }
    return (placed(one), placed(other))
  }
}
