/// A moment of the simulation: whole seconds since midnight of its first day, in local time.
///
/// Negative values lie before the run: a friendship that existed from the start began at
/// `SimTime.before`. A 32-bit count reaches 68 years and keeps an event at 16 bytes. There is no
/// daylight saving: every simulated day has 86,400 seconds.
public struct SimTime: RawRepresentable, Hashable, Comparable, Sendable, Codable, BitwiseCopyable {
  /// Seconds since midnight of the first simulated day.
  public let rawValue: Int32

  /// Before the first simulated moment: when what the world starts with is said to have begun.
  public static let before = SimTime(rawValue: -1)

  /// The number of seconds in a simulated day.
  public static let secondsPerDay: Int32 = 86_400

  /// The most days that a run can have: so many that the end of the last is still a moment.
  public static let mostDays = Int(Int32.max / secondsPerDay)

  /// Makes the moment that many seconds after the start.
  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// Makes a moment of a day: day 0 is the first, and `second` counts from its midnight.
  ///
  /// - Precondition: there is such a moment; `mostDays` is the last day that is one as a whole.
  public init(day: Int, second: Int32 = 0) {
    rawValue = Int32(day) * Self.secondsPerDay + second
  }

  /// The simulated day, from 0; negative before the start.
  public var day: Int {
    Int(rawValue >= 0 ? rawValue / Self.secondsPerDay : (rawValue + 1) / Self.secondsPerDay - 1)
  }

  /// Seconds since midnight of its day.
  public var secondOfDay: Int32 { rawValue - Int32(day) * Self.secondsPerDay }

  /// Days, as a fraction, from another moment to this one.
  public func days(since other: SimTime) -> Double {
    (Double(rawValue) - Double(other.rawValue)) / Double(Self.secondsPerDay)
  }

  /// The moment a number of seconds later, held to the latest representable one.
  public func advanced(bySeconds seconds: Double) -> SimTime {
    let sum = Double(rawValue) + seconds
    return SimTime(rawValue: Int32(min(max(sum, Double(Int32.min)), Double(Int32.max))))
  }

  /// The moment a number of days later, held to the latest representable one.
  public func advanced(byDays days: Double) -> SimTime {
    advanced(bySeconds: days * Double(Self.secondsPerDay))
  }

  /// Orders moments by time.
  public static func < (left: SimTime, right: SimTime) -> Bool {
    left.rawValue < right.rawValue
  }
}
