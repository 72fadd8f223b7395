import Randomness
import Vocabulary

/// The hours of a day at which people are online.
///
/// A school day of somebody up to 14: shares of time in five bands of hours, from passive metering of
/// 8 to 14s (Ofcom, Online Nation 2025: 15 to 24 % in 21 to 05, 4 to 10 % in 23 to 05; FOUND2) and
/// notifications in school hours (Common Sense 2023: about a quarter; FOUND2). Everything else, and
/// evenness within a band, is our choice: teenagers stay up longer, and so do some adults.
struct Rhythm: Sendable {
  /// A stretch of hours with a share of the day's activity.
  private struct Band {
    var from: Int32
    var to: Int32
    var share: Double
  }

  /// Whose day it is.
  enum Kind: UInt8, CaseIterable, Sendable {
    /// Up to 14.
    case child = 0
    /// From 15 to 17.
    case teenager = 1
    /// From 18.
    case adult = 2
    /// From 18, and up late.
    case lateAdult = 3
  }

  /// A school day, or a working day, of each kind.
  private let schoolDays: [Profile]
  /// Any other day of each kind.
  private let freeDays: [Profile]

  init() {
    schoolDays = Kind.allCases.map { kind in
      switch kind {
      case .child: Self.pupil([0.06, 0.25, 0.49, 0.13, 0.07])
      case .teenager: Self.pupil([0.05, 0.23, 0.45, 0.17, 0.10])
      case .adult: Self.adult([0.12, 0.38, 0.28, 0.15, 0.07])
      case .lateAdult: Self.adult([0.04, 0.26, 0.26, 0.20, 0.24])
      }
    }
    freeDays = Kind.allCases.map { kind in
      switch kind {
      case .child: Self.adult([0.05, 0.37, 0.36, 0.15, 0.07])
      case .teenager: Self.adult([0.03, 0.33, 0.34, 0.18, 0.12])
      case .adult: Self.adult([0.08, 0.42, 0.27, 0.15, 0.08])
      case .lateAdult: Self.adult([0.03, 0.28, 0.25, 0.19, 0.25])
      }
    }
  }

  /// A day with school from 08:30 to 15:30.
  private static func pupil(_ shares: [Double]) -> Profile {
    Profile(hours: [300, 510, 930, 1_260, 1_380, 1_740], shares)
  }

  /// A day with work, or leisure, from 09 to 17.
  private static func adult(_ shares: [Double]) -> Profile {
    Profile(hours: [300, 540, 1_020, 1_260, 1_380, 1_740], shares)
  }

  /// Draws a second of the day; holidays are school holidays, which change nothing for adults.
  func second(_ kind: Kind, on day: DayKind, using stream: inout RandomStream) -> Int32 {
    let isFree =
      switch day {
      case .schoolDay: false
      case .weekend: true
      case .holiday: kind == .child || kind == .teenager
      }
    return (isFree ? freeDays : schoolDays)[Int(kind.rawValue)].second(using: &stream)
  }

  /// Bands of a day, drawn from in proportion to their shares: one draw finds the band and the
  /// place within it.
  private struct Profile: Sendable {
    /// Where each band begins, in seconds; where its shares end; seconds for each unit of share.
    private let bands: [(from: Double, end: Double, length: Double, start: Double)]

    /// Makes a profile of the minutes at which bands begin, and the last one ends, and their shares.
    init(hours: [Int32], _ shares: [Double]) {
      let bands = shares.indices.map {
        Band(from: hours[$0], to: hours[$0 + 1], share: shares[$0])
      }
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
