import Randomness
import Vocabulary

/// What people do about a request: accept, decline or leave it; and perhaps block or report.
struct Answering: Sendable {
  let settings: AnswerSettings
  let cast: Cast
  let seed: UInt64
  private let delay: LogNormal

  init(settings: AnswerSettings, cast: Cast, seed: UInt64) {
    self.settings = settings
    self.cast = cast
    self.seed = seed
    delay = LogNormal(median: settings.delayMedianHours * 3_600, sigma: settings.delaySigma)
  }

  /// Draws the answer to a request.
  ///
  /// - Parameters:
  ///   - request: the request.
  ///   - mutual: how many friends the two have in common as the day begins.
  /// - Returns: the request with its answer and what follows it.
  func answer(to request: Event, mutual: Int) -> DayDraft.Approach {
    let (from, to) = (request.actor.index, request.target.index)
    var stream = RandomStream(
      seed: seed, purpose: .answers, entity: Platform.Pair(from, to).entity,
      counter: UInt32(request.time.day))
    let accepts = stream.chance(acceptance(from: from, to: to, mutual: mutual))
    let seconds = 1 + min(delay.sample(using: &stream), settings.expiryDays * 86_400 - 2)
    let soon = request.time.advanced(bySeconds: seconds)
    func answer(_ kind: EventKind, at time: SimTime) -> Event {
      Event(time: time, kind: kind, actor: request.target, target: request.actor)
    }
    if accepts {
      return DayDraft.Approach(request: request, answer: answer(.acceptance, at: soon))
    }
    guard stream.chance(settings.declineShare) else {
      let end = request.time.advanced(byDays: settings.expiryDays)
      return DayDraft.Approach(request: request, answer: answer(.expiry, at: end))
    }
    var approach = DayDraft.Approach(request: request, answer: answer(.refusal, at: soon))
    if !cast.foci[from].meets(cast.foci[to]) {
      let later = soon.advanced(bySeconds: 20)
      if stream.chance(settings.blockAfterDecline) {
        approach.aftermath.append(answer(.block, at: later))
      }
      if stream.chance(settings.reportAfterDecline) {
        approach.aftermath.append(answer(.report, at: later))
      }
    }
    return approach
  }

  /// The probability that a request is accepted.
  ///
  /// People who meet in person nearly always accept. For strangers it rises with the friends in
  /// common, and for a child with the child's own openness.
  private func acceptance(from: Int, to: Int, mutual: Int) -> Double {
    if cast.foci[from].meets(cast.foci[to]) { return settings.acquaintances }
    let level =
      switch mutual {
      case 0: 0
      case 1...2: 1
      case 3...10: 2
      default: 3
      }
    guard cast.isChild[to] else { return settings.adultsByMutual[level] }
    return min(settings.childrenByMutual[level] * Double(cast.openness[to]), 0.97)
  }
}
