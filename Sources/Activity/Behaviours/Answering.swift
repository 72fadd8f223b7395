import Randomness
import Vocabulary

/// What people do about a request: accept, decline or leave it; and perhaps block or report.
struct Answering: Sendable {
  let settings: AnswerSettings
  let cast: Cast
  let seed: UInt64
  private let pranksAccepted: Double
  private let delay: LogNormal

  init(settings activity: ActivitySettings, cast: Cast, seed: UInt64) {
    settings = activity.answers
    pranksAccepted = activity.pranks.acceptedShare
    self.cast = cast
    self.seed = seed
    delay = LogNormal(median: settings.delayMedianHours * 3_600, sigma: settings.delaySigma)
  }

  /// Draws the answer to a request.
  ///
  /// - Parameters:
  ///   - request: the request.
  ///   - mutual: how many friends the two have in common as the day begins.
  ///   - standing: how well the one who asks is known.
  /// - Returns: the request with its answer and what follows it.
  func answer(
    to request: Event, mutual: Int, standing: Standing = .asTheWorldHasIt
  ) -> DayDraft.Approach {
    let (from, to) = (request.actor.index, request.target.index)
    let meets = cast.facts[from].meets(cast.facts[to])
    let isUnknown = !meets && mutual == 0
    let knows = meets && standing != .prankster
    var stream = RandomStream(
      seed: seed, purpose: .answers, entity: Platform.Pair(from, to).entity,
      counter: UInt32(request.time.day))
    let accepts = stream.chance(
      acceptance(to: to, mutual: mutual, standing: knows ? .acquainted : standing))
    let seconds = 1 + min(delay.sample(using: &stream), settings.expiryDays * 86_400 - 2)
    let soon = request.time.advanced(bySeconds: seconds)
    func answer(_ kind: EventKind, at time: SimTime) -> Event {
      Event(time: time, kind: kind, actor: request.target, target: request.actor)
    }
    if accepts {
      return DayDraft.Approach(
        request: request, answer: answer(.acceptance, at: soon), isUnknown: isUnknown)
    }
    guard stream.chance(settings.declineShare) else {
      let end = request.time.advanced(byDays: settings.expiryDays)
      return DayDraft.Approach(
        request: request, answer: answer(.expiry, at: end), isUnknown: isUnknown)
    }
    var approach = DayDraft.Approach(
      request: request, answer: answer(.refusal, at: soon), isUnknown: isUnknown)
    if !meets, standing != .acquainted {
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
  /// People who know each other in person nearly always accept. For strangers it rises with the
  /// friends in common, and for a child with the child's own openness.
  private func acceptance(to: Int, mutual: Int, standing: Standing) -> Double {
    switch standing {
    case .acquainted: return settings.acquaintances
    case .prankster: return pranksAccepted
    case .asTheWorldHasIt: break
    }
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
