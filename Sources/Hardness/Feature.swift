/// Something a platform could measure of an account over the run: one number.
///
/// A share or mean of nothing is 0, so that every account has a value.
public struct Feature: Sendable {
  /// The name in tables.
  public let name: String
  /// What the feature is of.
  public let family: Family
  /// What is measured, in one sentence.
  public let about: String
  /// The number.
  let value: @Sendable (Conduct) -> Double

  init(
    _ family: Family, _ name: String, _ about: String,
    _ value: @escaping @Sendable (Conduct) -> Double
  ) {
    self.name = name
    self.family = family
    self.about = about
    self.value = value
  }

  /// What features are of.
  public enum Family: String, CaseIterable, Sendable {
    /// Whom the account asks or follows.
    case requests
    /// Who turns it away.
    case rejections
    /// Whose posts and profiles it looks at.
    case views
    /// Whom it writes to, and which cues the classifier saw.
    case messages
    /// Its friends.
    case graph
    /// When it is active.
    case timing
    /// What it says of itself.
    case attributes
  }
}

/// All features: one line per family, whose file lists its own.
public enum FeatureCatalogue {
  /// Every feature, family by family.
  public static let all: [Feature] =
    Feature.ofRequests + Feature.ofRejections + Feature.ofViews + Feature.ofMessages
    + Feature.ofGraph + Feature.ofTiming + Feature.ofAttributes
}
