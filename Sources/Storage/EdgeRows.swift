import Vocabulary

/// The edges that a stream of events leaves behind, in key order of their tables.
struct EdgeRows: Equatable {
  /// When each of the start's friendships ended; `stillFriends` if it did not.
  var startUntil: [Int32] = []
  var friendships: [Friendship] = []
  var requests: [Request] = []
  var follows: [Mark] = []
  var blocks: [Mark] = []
  var reports: [Mark] = []
  var conversations: [Conversation] = []

  /// Stands for the end of a friendship that has not ended.
  static let stillFriends = Int32.max

  /// When a friendship that the world starts with began.
  static let beforeTheRun = SimTime.before.rawValue

  /// A friendship made during the run.
  struct Friendship: Equatable {
    var lower: UInt32
    var higher: UInt32
    var since: Int32
    var until = EdgeRows.stillFriends
  }

  /// A friend request and what became of it.
  struct Request: Equatable {
    var sender: UInt32
    var receiver: UInt32
    var sent: Int32
    var answered: Int32 = 0
    var outcome = RequestOutcome.open
    var event: Int
  }

  /// Something one account did once to another.
  struct Mark: Equatable {
    var actor: UInt32
    var target: UInt32
    var time: Int32
  }

  /// The messages between two accounts.
  struct Conversation: Equatable {
    var lower: UInt32
    var higher: UInt32
    var first: Int32
    var last: Int32
    var fromLower: UInt32 = 0
    var fromHigher: UInt32 = 0
  }

  /// Puts rows in the order of their keys.
  mutating func sort() {
    friendships.sort { ($0.lower, $0.higher, $0.since) < ($1.lower, $1.higher, $1.since) }
    requests.sort { ($0.sender, $0.receiver, $0.sent) < ($1.sender, $1.receiver, $1.sent) }
    let byKey = { (left: Mark, right: Mark) in
      (left.actor, left.target, left.time) < (right.actor, right.target, right.time)
    }
    follows.sort(by: byKey)
    blocks.sort(by: byKey)
    reports.sort(by: byKey)
    conversations = Self.inOrder(conversations)
  }

  /// Conversations in the order of their keys: there are more than of all else, and the lower account
  /// says where those of it belong.
  private static func inOrder(_ conversations: [Conversation]) -> [Conversation] {
    guard let some = conversations.first else { return [] }
    let last = Int(conversations.reduce(0) { max($0, $1.lower) })
    var next = Array(repeating: 0, count: last + 2)
    for conversation in conversations { next[Int(conversation.lower) + 1] += 1 }
    for lower in 0..<last { next[lower + 1] += next[lower] }
    var ordered = Array(repeating: some, count: conversations.count)
    for conversation in conversations {
      ordered[next[Int(conversation.lower)]] = conversation
      next[Int(conversation.lower)] += 1
    }
    var first = 0
    for end in next[...last] {
      ordered[first..<end].sort { $0.higher < $1.higher }
      first = end
    }
    return ordered
  }
}

/// What became of a friend request.
///
/// Raw values are what files hold.
public enum RequestOutcome: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Not answered by the end of the run.
  case open = 0
  /// The two are friends from then on.
  case accepted = 1
  /// The receiver declined it.
  case declined = 2
  /// It lapsed unanswered.
  case expired = 3
  /// One of the two blocked the other before it was answered.
  case blocked = 4

  /// The outcome as tables and exports write it.
  public var name: String {
    switch self {
    case .open: "open"
    case .accepted: "accepted"
    case .declined: "declined"
    case .expired: "expired"
    case .blocked: "blocked"
    }
  }
}
