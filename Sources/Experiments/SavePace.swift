import Synchronization

/// How often a run saves how far it is: so seldom that it costs next to nothing.
public final class SavePace: Sendable {
  /// The least time from one save to the next.
  private let least: Duration
  /// How many times as long as a save took it waits before the next.
  private let timesCost: Int
  private let state = Mutex(State())

  private struct State {
    var last = ContinuousClock.now
    var cost = Duration.zero
    var isUnderWay = false
  }

  /// Our choice: no more than one part in fifty of the time, and after a quarter of a second.
  public static var standard: SavePace { SavePace(least: .milliseconds(250), timesCost: 50) }

  /// After each day, for tests.
  static var everyDay: SavePace { SavePace(least: .zero, timesCost: 0) }

  private init(least: Duration, timesCost: Int) {
    self.least = least
    self.timesCost = timesCost
  }

  /// What a save takes of each account: our choice, about what it was measured to be.
  private static let costOfAccount = Duration.microseconds(4)

  /// Has the first save wait as if one had been made of a world of so many accounts.
  func expect(accounts: Int) { state.withLock { $0.cost = Self.costOfAccount * accounts } }

  /// Whether it is time to save, and no save is under way.
  var isDue: Bool {
    state.withLock { state in
      !state.isUnderWay
        && ContinuousClock.now - state.last >= max(least, state.cost * timesCost)
    }
  }

  /// Takes note that a save begins.
  func begin() { state.withLock { $0.isUnderWay = true } }

  /// Takes note that a save is done.
  ///
  /// - Parameter cost: how long threads worked on it.
  func end(cost: Duration) {
    state.withLock { $0 = State(cost: cost) }
  }
}
