@testable import Scoring

/// The cases of `References/survival.py`.
enum SurvivalSample {
  static let days: [Double] = [
    0, 0, 1, 2, 2, 2, 3, 4, 4, 5, 5.5, 6, 7, 7, 8, 9, 9, 10, 12, 12, 13, 15, 20, 21,
  ]
  static let outcomes: [UInt8] = [
    1, 1, 2, 1, 1, 0, 3, 1, 0, 1, 2, 1, 0, 1, 3, 1, 1, 2, 0, 1, 0, 1, 0, 0,
  ]
  static let clusters: [UInt32] = [
    0, 0, 1, 2, 2, 3, 3, 0, 4, 4, 5, 5, 6, 6, 6, 7, 7, 1, 2, 7, 8, 8, 9, 9,
  ]
  /// Which of two groups each is in.
  static let group: [Int] = [
    0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1,
  ]

  /// With meetings and breaking off as ends of observation.
  static let alerts = SurvivalTimes(
    days: days, outcomes: outcomes.map { $0 == 1 ? 1 : 0 }, clusters: clusters)

  /// With every cause.
  static let causes = SurvivalTimes(days: days, outcomes: outcomes, clusters: clusters)
}

/// Whether two numbers are the same to a billionth.
func isClose(_ a: Double?, _ b: Double?, within tolerance: Double = 1e-9) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return abs(a - b) <= tolerance
}
