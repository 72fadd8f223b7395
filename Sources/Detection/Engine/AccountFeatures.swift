import Vocabulary

/// The features of an adult account's conduct towards under-18s: what trained models are made of.
///
/// Training and detection take them from here, in this order. A change of what one means, of their
/// order or of their number is a new `version`; models of another are refused.
public enum AccountFeatures {
  /// Goes up by one with every change of a feature.
  public static let version = 1

  /// The features, in the order in which rows hold them.
  public static let all: [AccountFeature] = windowed + cues + whole

  /// What is counted over both windows.
  private static let windowed = [
    counted("requests", .requests, "requests and follows to anybody"),
    counted("requests-to-minors", .requestsToMinors, "requests to under-18s"),
    counted("follows-of-minors", .follows, "follows of under-18s"),
    counted(
      "unconnected-minors", .unconnected,
      "requests and follows to under-18s with no friend in common, 15 km off or of no known place"),
    counted("accepted-by-minors", .accepted, "requests that under-18s accepted"),
    counted("refused-by-minors", .refused, "requests that under-18s refused"),
    counted("unanswered-by-minors", .unanswered, "requests that under-18s let lapse"),
    counted("blocks-by-minors", .blocked, "blocks by under-18s"),
    counted("reports-by-minors", .reported, "reports by under-18s"),
    counted("views-of-minors", .views, "looks at posts of under-18s"),
    counted("views-of-strange-minors", .strangerViews, "looks at posts of under-18s, no friends"),
    counted("profile-views-of-minors", .profileViews, "looks at profiles of under-18s"),
    counted("messages-to-minors", .messages, "runs of messages to under-18s"),
    counted(
      "messages-to-strange-minors", .strangerMessages, "runs of messages to under-18s, no friends"),
    counted("messages-from-minors", .replies, "runs of messages from under-18s"),
    counted("messages-with-cues", .cueRuns, "runs of messages to under-18s with any cue"),
    both("minors-contacted", "accounts", "different under-18s asked, followed or written to, about")
    { Float($0.minors.estimate) },
  ].flatMap(\.self)

  /// Each cue, over the longer window.
  private static let cues = Cue.allCases.map { cue in
    AccountFeature(
      name: "\(cue.rawValue)-28d", unit: "runs",
      about: "Runs of messages to under-18s with the cue \(cue.rawValue), in 28 days."
    ) { $0.month[cue] }
  }

  /// What is no count of a window.
  private static let whole = [
    AccountFeature(
      name: "highest-cue-evidence", unit: "nats",
      about: "What speaks for grooming in the conversation with one under-18 that has most."
    ) { Float($0.highestEvidence) },
    AccountFeature(
      name: "summed-cue-evidence", unit: "nats",
      about: "What speaks for grooming in all conversations with under-18s together."
    ) { Float($0.summedEvidence) },
    AccountFeature(
      name: "minor-share", unit: "share",
      about:
        "Under-18s among all asked, followed or written to; older ones count half as much every fortnight."
    ) { $0.minorShare },
    AccountFeature(
      name: "mean-mutual-friends-28d", unit: "accounts",
      about: "Mean number of friends in common with the under-18s asked or followed in 28 days."
    ) { ratio($0.month.mutualFriends, $0.month[.requestsToMinors] + $0.month[.follows]) },
    AccountFeature(
      name: "mean-kilometres-28d", unit: "km",
      about: "Mean distance to the under-18s asked or followed in 28 days whose place is known."
    ) { ratio($0.month.kilometres, $0.month[.located]) },
    AccountFeature(
      name: "refused-share-28d", unit: "share",
      about: "Requests that under-18s refused in 28 days, of those that they answered."
    ) { ratio($0.month[.refused], $0.month[.refused] + $0.month[.accepted]) },
    AccountFeature(
      name: "account-age", unit: "days", about: "Days since the account was opened."
    ) { Float($0.age) },
  ]

  private static func counted(
    _ name: String, _ count: DayCount, _ about: String
  ) -> [AccountFeature] {
    both(name, "events", about) { $0[count] }
  }

  /// One feature over 7 days, and one over 28.
  private static func both(
    _ name: String, _ unit: String, _ about: String,
    _ value: @escaping @Sendable (ConductSums) -> Float
  ) -> [AccountFeature] {
    let about = about.prefix(1).uppercased() + about.dropFirst()
    return [
      AccountFeature(name: "\(name)-7d", unit: unit, about: "\(about), in 7 days.") {
        value($0.week)
      },
      AccountFeature(name: "\(name)-28d", unit: unit, about: "\(about), in 28 days.") {
        value($0.month)
      },
    ]
  }

  /// A share or mean; that of nothing is 0.
  private static func ratio(_ part: Float, _ whole: Float) -> Float {
    whole == 0 ? 0 : part / whole
  }
}

/// One value of an account's conduct, at least 0 and finite.
public struct AccountFeature: Sendable {
  /// The name in models and reasons.
  public let name: String
  /// What it is measured in.
  public let unit: String
  /// What it is, in a sentence.
  public let about: String
  let value: @Sendable (AccountConduct) -> Float
}
