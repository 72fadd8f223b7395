import Randomness
import Vocabulary

/// Publishing posts, of which a few go viral: accounts anywhere look at them within days.
struct Posting: Behaviour {
  let habits: Habits
  let purpose = Purpose.posts
  private let audience: LogNormal
  private let delay: Exponential

  init(habits: Habits) {
    self.habits = habits
    let viral = habits.settings.viral
    audience = LogNormal(median: viral.audienceMedian, sigma: viral.audienceSigma)
    delay = Exponential(rate: 1 / (viral.meanHours * 3_600))
  }

  func act(
    _ account: Int, on day: Day, in platform: Platform, using stream: inout RandomStream,
    into draft: inout DayDraft
  ) {
    let settings = habits.settings.posts
    let posts = habits.count(
      account, on: day, childRate: settings.childPerDay, adultRate: settings.adultPerDay,
      using: &stream)
    guard posts > 0 else { return }
    let times = (0..<posts).map { _ in habits.time(account, on: day, using: &stream) }.sorted()
    let viral = habits.settings.viral
    let viralShare = habits.cast.isChild[account] ? viral.childShare : viral.adultShare
    for (index, time) in times.enumerated() {
      let serial = UInt16(clamping: Int(platform.postSerials[account]) + index + 1)
      draft.add(Event(time: time, kind: .post, actor: AccountID(account), detail: serial))
      if stream.chance(viralShare) {
        spread(serial, of: account, from: time, in: platform, using: &stream, into: &draft)
      }
    }
  }

  /// Has accounts anywhere on the platform look at a post.
  private func spread(
    _ serial: UInt16, of author: Int, from time: SimTime, in platform: Platform,
    using stream: inout RandomStream, into draft: inout DayDraft
  ) {
    let accounts = habits.cast.others(around: author).accounts
    let reached = min(audience.sample(using: &stream), Double(accounts.count))
    for _ in 0..<Int(reached) {
      let later = time.advanced(bySeconds: 1 + delay.sample(using: &stream))
      guard let viewer = accounts.random(using: &stream), viewer != author,
        !platform.isBlocked(author, viewer)
      else { continue }
      draft.add(
        Event(
          time: later, kind: .view, actor: AccountID(viewer), target: AccountID(author),
          detail: serial))
    }
  }
}
