public import Vocabulary

/// How easily groomers are told from innocent adults by means that no detector should need.
///
/// Every figure is a row of the flat table that files hold; this is how to find one.
public struct HardnessResult: Sendable, Equatable {
  /// All rows: profile by profile, then the columns.
  public var rows: [SeparationRow]

  /// Fewer groomers of a profile allow no verdict: our choice.
  public static let fewestGroomers = 10

  /// A role of fewer accounts is nobody's twin: our choice, as chance would pick it.
  public static let fewestTwins = 20

  /// How many standard errors the area of a column may be from a half.
  ///
  /// Our choice: with two columns, chance alone fails one run in 8,000.
  public static let mostStandardErrors = 4.0

  /// By what means two groups are told apart, besides the families of features.
  public enum Means: String, Sendable {
    /// The best single feature of all families.
    case best
    /// A tree of two questions over all features.
    case tree
    /// The best single feature against the role that it does worst against: the innocent twin.
    case twin
    /// A column that is not behaviour, and must tell nothing.
    case column
  }

  /// The innocent accounts of rows that compare with all adults.
  public static let allAdults = "all-adults"

  /// Makes a result of its rows, such as a file holds them.
  public init(rows: [SeparationRow]) {
    self.rows = rows
  }

  /// The names of the profiles, in the order of the rows.
  public var profiles: [String] {
    rows.filter { $0.measure == Means.best.rawValue }.map(\.profile)
  }

  /// What one means makes of a profile.
  public func row(_ profile: String, _ means: Means) -> SeparationRow? {
    row(profile, measure: means.rawValue)
  }

  /// What the best feature of a family makes of a profile.
  public func row(_ profile: String, _ family: Feature.Family) -> SeparationRow? {
    row(profile, measure: family.rawValue)
  }

  /// What the columns tell that must tell nothing.
  public var columns: [SeparationRow] { rows.filter { $0.measure == Means.column.rawValue } }

  /// The columns that tell groomers from innocent adults, though they must not.
  public var separatingColumns: [SeparationRow] { columns.filter(\.exceedsChance) }

  private func row(_ profile: String, measure: String) -> SeparationRow? {
    rows.first { $0.profile == profile && $0.measure == measure }
  }
}

extension SeparationRow {
  /// Whether the area, or that of the opposite, is beyond what chance allows.
  public var exceedsChance: Bool {
    guard let auc, let chance else { return false }
    return max(auc, 1 - auc) > chance
  }
}
