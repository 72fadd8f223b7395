public import Settings

/// How friendships come about before the run starts.
public struct FriendshipSettings: SettingsSection {
  /// What the published mean degree for the world's size is multiplied by.
  public var degreeScale = 1.0
  /// Correlation of how sociable two members of one focus are.
  public var focusCorrelation = 0.6
  /// Share of friendships made by closing a triangle rather than by a focus or distance.
  public var closureShare = 0.05
  /// Share of closing steps that stay within one kind of tie.
  public var sameKindClosureShare = 0.9
  /// Share of the members of a circle whom a member befriends, over all its circles.
  public var circleDensity = 0.6
  /// Share of online ties to anybody of about the same age, rather than to those of like interests.
  public var strangerShare = 0.6
  /// Share of a member's ties of a kind that are within its own circle.
  public var ownCircleShare = 0.4
  /// Share of school ties beyond the own class that are within the same year.
  public var sameYearShare = 0.7
  /// What makes children's ties.
  public var childTies = ChildTieShares()
  /// What makes adults' ties.
  public var adultTies = AdultTieShares()

  /// Makes the default friendships.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "degree-scale", \.degreeScale, unit: "factor", in: 0.05...5,
      source: .published(
        "LDBC SNB Datagen: mean degree N^(0.512 - 0.028 log10 N) at N accounts; 1 leaves it",
        .found),
      about: "What the published mean number of friends is multiplied by."),
    .number(
      "focus-correlation", \.focusCorrelation, unit: "correlation", in: 0...0.9,
      source: .sweep("set so that degrees are assortative as published", over: 0...0.6),
      about: "How alike in sociability members of one school year or workplace are."),
    .number(
      "closure-share", \.closureShare, unit: "share", in: 0...0.9,
      source: .sweep("set so that clustering is near the published 0.14", over: 0...0.6),
      about: "Friendships made by befriending a friend's friend."),
    .number(
      "same-kind-closure-share", \.sameKindClosureShare, unit: "share", in: 0...1,
      source: .sweep("set so that clustering is near the published 0.14", over: 0...1),
      about: "Steps to a friend's friend that stay within school, work and so on."),
    .number(
      "circle-density", \.circleDensity, unit: "share", in: 0.05...1,
      source: .sweep("set so that clustering is near the published 0.14", over: 0.2...0.8),
      about: "How many of a circle (a class, a team, a few neighbours) befriend each other."),
    .number(
      "stranger-share", \.strangerShare, unit: "share", in: 0...1,
      source: .sweep(
        "set so that nearly the published 0.92 of friendships close a triangle", over: 0...1),
      about: "Online ties to anybody of the same age, rather than to those of like interests."),
    .number(
      "own-circle-share", \.ownCircleShare, unit: "share", in: 0...1,
      source: .sweep("set so that clustering is near the published 0.14", over: 0.2...0.8),
      about: "Ties within one's own circle rather than with the circles it turns to."),
    .number(
      "same-year-share", \.sameYearShare, unit: "share", in: 0...1,
      source: .published(
        "Add Health literature, e.g. Currarini, Jackson and Pin 2009: same-grade share "
          + "of 0.75 to 0.85, of nominations", .memoryLow),
      about: "School ties beyond the class that stay in the year; most others are a year apart."),
    .section("child-ties", \.childTies, about: "What makes children's friendships."),
    .section("adult-ties", \.adultTies, about: "What makes adults' friendships."),
  ]
}
