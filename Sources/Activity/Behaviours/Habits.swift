import Randomness
import Vocabulary

/// What behaviours have in common: who is who, how active each account is, and at what hours.
struct Habits: Sendable {
  let settings: ActivitySettings
  let cast: Cast
  let rhythm = Rhythm()

  /// How active a day is compared with a school day.
  func dayFactor(_ day: Day, isChild: Bool) -> Double {
    guard isChild else { return 1 }
    return day.kind == .schoolDay ? 1 : settings.freeDayFactor
  }

  /// How many times an account does something on a day.
  ///
  /// - Parameters:
  ///   - account: who does it.
  ///   - day: when.
  ///   - childRate: times a day for a child of ordinary activity.
  ///   - adultRate: times a day for an adult of ordinary activity.
  ///   - stream: where the draw comes from.
  /// - Returns: a Poisson number.
  func count(
    _ account: Int, on day: Day, childRate: Double, adultRate: Double,
    using stream: inout RandomStream
  ) -> Int {
    let isChild = cast.isChild[account]
    let rate =
      (isChild ? childRate : adultRate) * Double(cast.activity[account])
      * dayFactor(day, isChild: isChild)
    return Poisson(mean: rate).sample(using: &stream)
  }

  /// Whether friends of a while are new to each other.
  func isNew(friendsSince accepted: SimTime, on day: Day) -> Bool {
    day.time(0).days(since: accepted) < settings.messages.newFriendDays
  }

  /// A moment of the day at which an account is online.
  func time(_ account: Int, on day: Day, using stream: inout RandomStream) -> SimTime {
    day.time(rhythm.second(cast.rhythms[account], on: day.kind, using: &stream))
  }
}
