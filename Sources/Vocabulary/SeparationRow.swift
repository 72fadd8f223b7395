/// How well something seen of accounts tells a profile of groomers from innocent ones: a line of the
/// flat table of hardness that is stored and printed.
///
/// Encoded with every key present: an absent value is `null`, never left out.
public struct SeparationRow: Sendable, Equatable {
  /// The profile of the groomers; `allProfiles` for all of them together.
  public var profile: String
  /// Which feature was looked for, or by what means the two were told apart.
  public var measure: String
  /// The innocent accounts compared with: `adult accounts`, or the name of a role.
  public var against: String
  /// The feature that did it best, the cuts of a tree, or the column; empty if there is none.
  public var feature: String
  /// How many features were tried.
  public var tried: Int
  /// How many groomers' accounts there were.
  public var groomers: Int
  /// How many innocent accounts there were.
  public var innocents: Int
  /// The area under the ROC curve, from 0.5 to 1 but for trees and columns; nil if it is undefined.
  public var auc: Double?
  /// The standard error of the area, for this feature alone; nil if there is none.
  public var standardError: Double?
  /// What the area stays below by chance alone: see the measure; nil if that was not worked out.
  public var chance: Double?

  /// The name under which groomers of all profiles together stand.
  public static let allProfiles = "all"

  /// Makes a row.
  public init(
    profile: String, measure: String, against: String, feature: String, tried: Int, groomers: Int,
    innocents: Int, auc: Double?, standardError: Double? = nil, chance: Double? = nil
  ) {
    self.profile = profile
    self.measure = measure
    self.against = against
    self.feature = feature
    self.tried = tried
    self.groomers = groomers
    self.innocents = innocents
    self.auc = auc
    self.standardError = standardError
    self.chance = chance
  }
}

extension SeparationRow: Codable {
  private enum CodingKeys: String, CodingKey {
    case profile, measure, against, feature, tried, groomers, innocents, auc, standardError, chance
  }

  /// Writes every key, absent values as null.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(profile, forKey: .profile)
    try container.encode(measure, forKey: .measure)
    try container.encode(against, forKey: .against)
    try container.encode(feature, forKey: .feature)
    try container.encode(tried, forKey: .tried)
    try container.encode(groomers, forKey: .groomers)
    try container.encode(innocents, forKey: .innocents)
    try container.encode(auc, forKey: .auc)
    try container.encode(standardError, forKey: .standardError)
    try container.encode(chance, forKey: .chance)
  }
}
