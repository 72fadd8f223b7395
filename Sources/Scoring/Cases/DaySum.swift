public import Vocabulary

/// Looks or messages of one day between two accounts.
public struct DaySum: Sendable, Equatable {
  /// What is summed up.
  public let topic: Topic
  /// The time of the last of them.
  public private(set) var last: SimTime
  /// What the groomer did.
  public private(set) var groomer = Share()
  /// What the child did.
  public private(set) var child = Share()

  /// What one of the two did that day.
  public struct Share: Sendable, Equatable {
    /// Runs of messages, or sittings.
    public var events = 0
    /// Messages, posts seen, or looks at the profile.
    public var count = 0
    /// How many runs of messages bore each cue, by the cue's bit, as the classifier reported them.
    public var cues = [Int](repeating: 0, count: Cue.allCases.count)
  }

  /// What is summed up by day: what there is too much of to tell one by one.
  public enum Topic: String, Sendable, Codable {
    /// Views of posts.
    case views
    /// Looks at the profile.
    case profileViews = "profile-views"
    /// Messages.
    case messages

    init?(of kind: EventKind) {
      switch kind {
      case .view: self = .views
      case .profileView: self = .profileViews
      case .message: self = .messages
      case .post, .follow, .request, .acceptance, .refusal, .expiry, .unfriend, .block, .report:
        return nil
      }
    }
  }

  struct Key: Hashable {
    let day: Int
    let topic: Topic
  }

  init(topic: Topic, last: SimTime) {
    self.topic = topic
    self.last = last
  }

  /// What one of the two did.
  public func share(of party: CaseTimeline.Party) -> Share { party == .groomer ? groomer : child }

  mutating func add(_ event: Event, by party: CaseTimeline.Party) {
    last = event.time
    switch party {
    case .groomer: groomer.add(event)
    case .child: child.add(event)
    }
  }
}

extension DaySum.Share {
  fileprivate mutating func add(_ event: Event) {
    events += 1
    count += Int(event.count)
    guard event.kind == .message else { return }
    for cue in event.cues.cues { cues[cue.bit] += 1 }
  }
}
