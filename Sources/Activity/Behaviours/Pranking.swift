import Randomness
import Vocabulary

/// Pranksters, where a scenario has any: accounts that flood others with requests for fun, nearly
/// all of which are declined, and mean no harm.
struct Pranking: Behaviour {
  let habits: Habits
  let approaching: Approaching
  let purpose = Purpose.pranks

  func act(
    _ account: Int, on day: Day, in platform: Platform, using stream: inout RandomStream,
    into draft: inout DayDraft
  ) {
    guard habits.cast.isPrankster[account] else { return }
    let settings = habits.settings.pranks
    let others = habits.cast.others(around: account)
    for _ in 0..<Poisson(mean: settings.requestsPerDay).sample(using: &stream) {
      let candidates = stream.chance(settings.toChildrenShare) ? others.children : others.accounts
      guard let other = candidates.random(using: &stream) else { continue }
      approaching.approach(
        other, from: account, as: .prankster, on: day, platform, using: &stream, into: &draft)
    }
  }
}
