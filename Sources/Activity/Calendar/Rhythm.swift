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

  /// Bands of a day, drawn from in proportion to their shares: one draw finds the band and the
  /// place within it.
  private struct Profile: Sendable {
    /// Where each band begins, in seconds; where its shares end; seconds for each unit of share.
    private let bands: [(from: Double, end: Double, length: Double, start: Double)]

    init(_ bands: [Band]) {
      let whole = bands.reduce(0) { $0 + $1.share }
      var start = 0.0
      self.bands = bands.map { band in
        let share = band.share / whole
        defer { start += share }
        return (
          from: Double(band.from * 60), end: start + share,
          length: Double((band.to - band.from) * 60) / share, start: start
        )
      }
    }

    func second(using stream: inout RandomStream) -> Int32 {
      let draw = stream.uniform()
      var index = 0
      while index < bands.count - 1, draw >= bands[index].end { index += 1 }
      let band = bands[index]
      // The last band runs past midnight and comes round to the small hours of the same day.
      let second = Int32(band.from + (draw - band.start) * band.length)
      return second < SimTime.secondsPerDay ? second : second - SimTime.secondsPerDay
    }
  }
}
