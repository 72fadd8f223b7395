import Graphs
import State
import Vocabulary

/// The state of the platform as a day begins: what has come about so far.
struct Platform: Sendable {
  /// Who is whose friend.
  var friends: GrowingAdjacency
  /// The serial number of each account's newest post.
  var postSerials: [UInt16]
  /// Pairs with an open request, either way, and when it was sent.
  var openRequests = PairMap<SimTime>(filler: .before)
  /// Pairs of whom one has blocked the other.
  private var blocked = PairSet()
  private var blockedHints: PairHints
  /// Pairs that became friends during the run, and still are.
  private var befriended = PairMap<Befriending>(
    filler: Befriending(asked: .before, accepted: .before))
  private var befriendedHints: PairHints
  /// Groomers with the children they are in contact with, or were until they went elsewhere; and
  /// children with those they came to know online alone.
  var inContact = PairSet()

  /// Makes the state before the first day.
  init(friends: GrowingAdjacency, postSerials: [UInt16]) {
    self.friends = friends
    self.postSerials = postSerials
    blockedHints = PairHints(accounts: postSerials.count)
    befriendedHints = blockedHints
  }

  /// How a pair became friends.
  struct Befriending: Sendable, BitwiseCopyable {
    /// When the request was sent.
    var asked: SimTime
    /// When it was accepted.
    var accepted: SimTime
  }

  /// Two accounts, whichever way round.
  struct Pair: Equatable, Sendable {
    private let packed: UInt64

    init(_ a: Int, _ b: Int) {
      packed = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    }

    init(_ event: Event) {
      self.init(event.actor.index, event.target.index)
    }

    /// The pair that a number names.
    init(entity: UInt64) { packed = entity }

    /// The two accounts.
    var accounts: (lower: Int, higher: Int) { (Int(packed >> 32), Int(packed & 0xFFFF_FFFF)) }

    /// A number that names the pair, for random streams.
    var entity: UInt64 { packed }
  }

  /// How two accounts became friends during the run, if they did and still are.
  func befriending(of account: Int, with other: Int) -> Befriending? {
    guard befriendedHints.mayPair(account, with: other) else { return nil }
    return befriended[Pair(account, other)]
  }

  /// Makes two accounts friends.
  mutating func befriend(_ a: Int, _ b: Int, _ befriending: Befriending) {
    friends.insert(a, b)
    befriended[Pair(a, b)] = befriending
    befriendedHints.note(a, b)
  }

  /// Whether one of two accounts has blocked the other.
  func isBlocked(_ account: Int, _ other: Int) -> Bool {
    blockedHints.mayPair(account, with: other) && blocked.contains(Pair(account, other))
  }

  /// Takes note that one of two accounts has blocked the other.
  ///
  /// - Returns: whether neither had before.
  mutating func block(_ a: Int, _ b: Int) -> Bool {
    blockedHints.note(a, b)
    return blocked.insert(Pair(a, b))
  }

  /// Ends a friendship.
  ///
  /// - Returns: whether there was one.
  mutating func part(_ a: Int, _ b: Int) -> Bool {
    befriended.removeValue(forKey: Pair(a, b))
    return friends.remove(a, b)
  }

  /// Takes note of a post; beyond the last number that posts can have, they share it.
  mutating func published(by author: Int) {
    if postSerials[author] < .max { postSerials[author] += 1 }
  }

  /// Whether a new request between two accounts makes sense.
  func mayRequest(_ a: Int, _ b: Int) -> Bool {
    guard a != b, !friends.contains(a, b) else { return false }
    return !openRequests.contains(Pair(a, b)) && !isBlocked(a, b)
  }
}

extension Platform {
  /// Writes the state down.
  func save(to state: inout StateWriter) {
    friends.save(to: &state)
    state.write(postSerials)
    openRequests.save(to: &state)
    blocked.save(to: &state)
    befriended.save(to: &state)
    inContact.save(to: &state)
  }

  /// Goes on from a state that was written down.
  mutating func restore(from state: inout StateReader) throws(StateMismatch) {
    let accounts = postSerials.count
    friends = try GrowingAdjacency(from: &state)
    postSerials = try state.readAll()
    guard friends.vertexCount == accounts, postSerials.count == accounts else {
      throw StateMismatch()
    }
    try openRequests.restore(from: &state)
    try blocked.restore(from: &state)
    try befriended.restore(from: &state)
    try inContact.restore(from: &state)
    // Hints of pairs that are no more only cost a look.
    for pair in blocked.pairs { blockedHints.note(pair.accounts.lower, pair.accounts.higher) }
    for (pair, _) in befriended.entries {
      befriendedHints.note(pair.accounts.lower, pair.accounts.higher)
    }
  }
}
