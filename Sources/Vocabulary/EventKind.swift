/// What an event is.
///
/// The raw value is what files hold, so it is never reused. It is also the priority of the total
/// order: of two events in the same second, the lower raw value comes first, so that a post
/// precedes its view, and a request its answer.
public enum EventKind: UInt8, CaseIterable, Sendable, Codable, BitwiseCopyable {
  /// The actor publishes a post; `detail` is its serial number for that author.
  case post = 1
  /// The actor looks at posts of the target; `detail` is the newest one's serial, `count` how many.
  case view = 2
  /// The actor opens the target's profile; `count` is how often in one sitting.
  case profileView = 3
  /// The actor follows the target.
  case follow = 4
  /// The actor asks the target to be friends.
  case request = 5
  /// The actor accepts the target's request: they are friends from now on.
  case acceptance = 6
  /// The actor declines the target's request.
  case refusal = 7
  /// The target's request to the actor lapses unanswered.
  case expiry = 8
  /// The actor sends the target a run of messages; `count` is how many, `detail` the cue set.
  case message = 9
  /// The actor ends the friendship with the target.
  case unfriend = 10
  /// The actor blocks the target; a friendship between them ends.
  case block = 11
  /// The actor reports the target to the platform's moderators.
  case report = 12

  /// The name of the kind in tables, queries and exports.
  public var name: String {
    switch self {
    case .post: "post"
    case .view: "view"
    case .profileView: "profile-view"
    case .follow: "follow"
    case .request: "request"
    case .acceptance: "acceptance"
    case .refusal: "refusal"
    case .expiry: "expiry"
    case .message: "message"
    case .unfriend: "unfriend"
    case .block: "block"
    case .report: "report"
    }
  }
}
