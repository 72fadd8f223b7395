/// So many per 1,000 accounts a week: what a detector may cost, or how much can be looked at.
public struct WeeklyRate: Sendable, Equatable {
  /// How many per 1,000 accounts a week.
  public let perThousand: Double
  /// The same in names of metrics, such as `0-5` for 0.5.
  public let name: String

  /// Prices at which detectors are compared, in first alerts on innocent accounts: the grid of
  /// `Documentation/Detectors.md`, our choice.
  public static let prices = [
    WeeklyRate(perThousand: 0.02, name: "0-02"), WeeklyRate(perThousand: 0.1, name: "0-1"),
    WeeklyRate(perThousand: 0.5, name: "0-5"),
  ]

  /// Reviews for which there may be time: our choice, from one account in 10,000 a week to one in
  /// 1,000, as no platform has said how many it can look at.
  public static let capacities = [
    WeeklyRate(perThousand: 0.1, name: "0-1"), WeeklyRate(perThousand: 0.5, name: "0-5"),
    WeeklyRate(perThousand: 1, name: "1"),
  ]
}
