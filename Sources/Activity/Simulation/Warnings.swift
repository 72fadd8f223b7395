import Graphs
import Population
import Randomness
import Vocabulary

/// What children do who have been warned of strangers.
struct Warnings: Sendable {
  private let cast: Cast
  private let seed: UInt64
  /// Warnings that have not taken effect, by time and then child.
  private var coming: [Warning] = []
  /// Warnings that have, the last of each child.
  private var given: [AccountID: Warning] = [:]

  /// Mean time in which a friendship that is not kept is ended: our choice.
  private static let meanHours = 2.0

  private struct Warning: Sendable {
    var child: AccountID
    var keepingShare: Double
    var from: SimTime
  }

  init(cast: Cast, seed: UInt64) {
    self.cast = cast
    self.seed = seed
  }

  /// Takes note of a warning that has not taken effect.
  mutating func add(_ child: AccountID, keepingShare: Double, from: SimTime) {
    coming.append(Warning(child: child, keepingShare: keepingShare, from: from))
    coming.sort { ($0.from, $0.child, $0.keepingShare) < ($1.from, $1.child, $1.keepingShare) }
  }

  /// Lets the warnings up to a moment take effect.
  ///
  /// - Returns: the friendships with strangers that the children will end.
  mutating func takeEffect(until time: SimTime, in platform: Platform) -> [Event] {
    var endings: [Event] = []
    while let warning = coming.first, warning.from <= time {
      coming.removeFirst()
      given[warning.child] = warning
      let child = warning.child.index
      for friend in platform.friends.neighbours(of: child).map(Int.init)
      where platform.befriending(of: child, with: friend) != nil && isStranger(friend, to: child) {
        var stream = RandomStream(
          seed: seed, purpose: .warnedContacts, entity: Platform.Pair(child, friend).entity,
          counter: UInt32(warning.from.day))
        guard !stream.chance(warning.keepingShare) else { continue }
        let delay = Exponential(rate: 1 / Self.meanHours).sample(using: &stream) * 3_600
        endings.append(
          Event(
            time: warning.from.advanced(bySeconds: 1 + delay), kind: .unfriend,
            actor: warning.child, target: AccountID(friend)))
      }
    }
    return endings
  }

  /// What comes of a change once the child has been warned: it declines some strangers whom it would
  /// have accepted.
  func heed(_ event: Event, in platform: Platform) -> Event {
    guard !given.isEmpty, event.kind == .acceptance, let warning = given[event.actor],
      let asked = platform.openRequests[Platform.Pair(event)], asked != .before,
      isStranger(event.target.index, to: event.actor.index)
    else { return event }
    var stream = RandomStream(
      seed: seed, purpose: .warnedAnswers, entity: Platform.Pair(event).entity,
      counter: UInt32(asked.day))
    guard !stream.chance(warning.keepingShare) else { return event }
    var refusal = event
    refusal.kind = .refusal
    return refusal
  }

  private func isStranger(_ other: Int, to child: Int) -> Bool {
    !cast.facts[child].meets(cast.facts[other])
  }
}
