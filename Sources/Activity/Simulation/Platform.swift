import Graphs
import Vocabulary

/// The state of the platform as a day begins: what has come about so far.
struct Platform: Sendable {
  /// Who is whose friend.
  var friends: GrowingAdjacency
  /// The serial number of each account's newest post.
  var postSerials: [UInt16]
  /// Pairs with an open request, either way, and when it was sent.
  var openRequests: [Pair: SimTime] = [:]
  /// Pairs of whom one has blocked the other.
  var blocked: Set<Pair> = []
  /// Pairs that became friends during the run, and still are.
  var befriended: [Pair: Befriending] = [:]
  /// Groomers with the children they are in contact with, or were until they went elsewhere.
  var inContact: Set<Pair> = []

  /// How a pair became friends.
  struct Befriending: Sendable {
    /// When the request was sent.
    var asked: SimTime
    /// When it was accepted.
    var accepted: SimTime
  }

  /// Two accounts, whichever way round.
  struct Pair: Hashable, Sendable {
    private let packed: UInt64

    init(_ a: Int, _ b: Int) {
      packed = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    }

    init(_ event: Event) {
      self.init(event.actor.index, event.target.index)
    }

    /// A number that names the pair, for random streams.
    var entity: UInt64 { packed }
  }

  /// Whether a new request between two accounts makes sense.
  func mayRequest(_ a: Int, _ b: Int) -> Bool {
    guard a != b, !friends.contains(a, b) else { return false }
    let pair = Pair(a, b)
    return openRequests[pair] == nil && !blocked.contains(pair)
  }
}
