/// How often a run saves how far it is: so seldom that it costs next to nothing.
public struct SavePace: Sendable {
  /// The least time from one save to the next.
  private let least: Duration
  /// How many times as long as a save took it waits before the next.
  private let timesCost: Int
  private var last = ContinuousClock.now
  private var cost = Duration.zero

  /// Our choice: no more than one part in fifty of the time, and after a quarter of a second.
  public static var standard: SavePace { SavePace(least: .milliseconds(250), timesCost: 50) }

  /// After each day, for tests.
  static var everyDay: SavePace { SavePace(least: .zero, timesCost: 0) }

  private init(least: Duration, timesCost: Int) {
    self.least = least
    self.timesCost = timesCost
  }

  /// Whether it is time to save.
  var isDue: Bool { ContinuousClock.now - last >= max(least, cost * timesCost) }

  /// Takes note of a save.
  mutating func saved(since began: ContinuousClock.Instant) {
    last = .now
    cost = last - began
  }
}
