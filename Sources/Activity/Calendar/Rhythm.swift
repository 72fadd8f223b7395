import Randomness
import Vocabulary

/// The hours of a day at which people are online.
///
/// A child's school day: shares of time in five bands of hours, from passive metering of 8 to 14s
/// (Ofcom, Online Nation 2025: 15 to 24 % in 21 to 05, 4 to 10 % in 23 to 05; FOUND2) and
/// notifications in school hours (Common Sense 2023: about a quarter; FOUND2). Other days, adults,
/// and evenness within a band are our choice.
struct Rhythm: Sendable {
  /// A stretch of hours with a share of the day's activity.
  private struct Band {
    var from: Int32
    var to: Int32
    var share: Double
  }

  private let childSchoolDay: Profile
  private let childFreeDay: Profile
  private let adult: Profile

  init() {
    childSchoolDay = Profile([
      Band(from: 300, to: 510, share: 0.06), Band(from: 510, to: 930, share: 0.25),
      Band(from: 930, to: 1_260, share: 0.49), Band(from: 1_260, to: 1_380, share: 0.13),
      Band(from: 1_380, to: 1_740, share: 0.07),
    ])
    childFreeDay = Profile([
      Band(from: 300, to: 540, share: 0.05), Band(from: 540, to: 930, share: 0.33),
      Band(from: 930, to: 1_260, share: 0.40), Band(from: 1_260, to: 1_380, share: 0.15),
      Band(from: 1_380, to: 1_740, share: 0.07),
    ])
    adult = Profile([
      Band(from: 300, to: 540, share: 0.12), Band(from: 540, to: 1_020, share: 0.38),
      Band(from: 1_020, to: 1_260, share: 0.28), Band(from: 1_260, to: 1_380, share: 0.15),
      Band(from: 1_380, to: 1_740, share: 0.07),
    ])
  }

  /// Draws a second of the day.
  func second(isChild: Bool, on day: DayKind, using stream: inout RandomStream) -> Int32 {
    guard isChild else { return adult.second(using: &stream) }
    return (day == .schoolDay ? childSchoolDay : childFreeDay).second(using: &stream)
  }

  /// Bands of a day, drawn from in proportion to their shares.
  private struct Profile: Sendable {
    private let bands: [(from: Int32, length: Int32)]
    private let choice: Categorical

    init(_ bands: [Band]) {
      self.bands = bands.map { ($0.from * 60, ($0.to - $0.from) * 60) }
      choice = Categorical(weights: bands.map(\.share))
    }

    func second(using stream: inout RandomStream) -> Int32 {
      let band = bands[choice.sample(using: &stream)]
      // The last band runs past midnight and comes round to the small hours of the same day.
      return (band.from + Int32(stream.below(UInt32(band.length)))) % SimTime.secondsPerDay
    }
  }
}
