/// Cuts groups out of a graph of friendships and rejections, whose requests others turn down most.
///
/// In the manner of Rejecto (Cao, Sirivianos, Yang, Munagala, ICDCS 2015).
/// A group U is sought for which |F| / |R| is least: F are the friendships between U and the rest, R
/// the rejections of members of U by the rest. That is the least acceptance rate |F| / (|F| + |R|).
/// Finding it is hard, so |F| - k |R| is made small by an extended Kernighan-Lin heuristic (single
/// moves, as Fiduccia and Mattheyses 1982), for k ascending by a factor: the first k that has a group
/// below 0 has one whose |F| / |R| is below k. It is taken out with its links, and so on.
struct RejectionCut {
  /// Accounts that are looked at; all others are held to be genuine and stay outside.
  struct Graph {
    /// Friendships with accounts that are not looked at, per account that is.
    var outsideFriends: [Int]
    /// Rejections by accounts that are not looked at, per account that is.
    var outsideRejections: [Int]
    /// Friendships among those looked at.
    var friendships: [(Int, Int)]
    /// Rejections among those looked at: who rejected whom.
    var rejections: [(by: Int, of: Int)]
  }

  /// A group that was cut out.
  struct Group: Equatable {
    /// Its members, ascending.
    var members: [Int]
    /// Friendships between its members and all that were left.
    var friendships: Int
    /// Rejections of its members by all that were left.
    var rejections: Int

    /// Rejections as a share of friendships and rejections: 1 less the acceptance rate.
    var rejectionRate: Double { Double(rejections) / Double(friendships + rejections) }
  }

  /// The weights of a rejection that are tried: from one with one friendship for 16 rejections, by
  /// a quarter, to 64 friendships for one.
  static let weights = (0...31).map { step in (0..<step).reduce(0.0625) { k, _ in k * 1.25 } }

  private let friends: Incidence
  private let rejecters: Incidence
  private let graph: Graph
  /// Who has been cut out.
  private var isGone: [Bool]
  /// Who is on the side of the group.
  private var isInside: [Bool]
  /// For each account, what friendships across it would add if it went inside; taken away if it left.
  private var friendsAcross: [Int]
  /// The same for rejections.
  private var rejectionsAcross: [Int]

  /// Starts with nobody inside.
  init(_ graph: Graph) {
    self.graph = graph
    let count = graph.outsideFriends.count
    friends = Incidence(vertices: count, edges: graph.friendships)
    rejecters = Incidence(vertices: count, edges: graph.rejections.map { ($0.by, $0.of) })
    isGone = [Bool](repeating: false, count: count)
    isInside = isGone
    friendsAcross = graph.outsideFriends
    for (a, b) in graph.friendships {
      friendsAcross[a] += 1
      friendsAcross[b] += 1
    }
    rejectionsAcross = graph.outsideRejections
    for rejection in graph.rejections { rejectionsAcross[rejection.of] += 1 }
  }

  /// Every group that can be cut out, those with the highest rejection rates first.
  ///
  /// - Complexity: per group and per weight tried, a few passes, each linear in the links and n log n
  ///   in the accounts.
  mutating func groups() -> [Group] {
    var groups: [Group] = []
    for weight in Self.weights {
      while let group = group(weight: weight) {
        groups.append(group)
        takeOut(group)
      }
    }
    return groups
  }

  /// The group for which |F| - k |R| is least as far as the heuristic finds; nil if none is below 0.
  mutating func group(weight: Double) -> Group? {
    clear()
    while improve(weight: weight) {}
    let members = isInside.indices.filter { isInside[$0] }
    guard !members.isEmpty else { return nil }
    let (friendships, rejections) = cut()
    return Group(members: members, friendships: friendships, rejections: rejections)
  }

  /// Moves every account once, the one first that makes |F| - k |R| least, and keeps the moves up to
  /// where it was least.
  ///
  /// - Returns: whether it is less than before.
  private mutating func improve(weight: Double) -> Bool {
    var tree = MinimumTree(
      isGone.indices.map { isGone[$0] ? .infinity : change($0, weight: weight) })
    var moved: [Int] = []
    var (sum, least, kept) = (0.0, -1e-9, 0)
    while tree.least >= 0, tree.values[tree.least] < .infinity {
      let account = tree.least
      sum += tree.values[account]
      tree.change(account, to: .infinity)
      move(account)
      moved.append(account)
      for others in [friends.neighbours(of: account), rejecters.neighbours(of: account)] {
        for other in others where tree.values[Int(other)] < .infinity {
          tree.change(Int(other), to: change(Int(other), weight: weight))
        }
      }
      if sum < least { (least, kept) = (sum, moved.count) }
    }
    for account in moved[kept...] { move(account) }
    return kept > 0
  }

  /// What a move to the other side adds to |F| - k |R|.
  private func change(_ account: Int, weight: Double) -> Double {
    let entering = Double(friendsAcross[account]) - weight * Double(rejectionsAcross[account])
    return isInside[account] ? -entering : entering
  }

  /// Moves an account to the other side.
  private mutating func move(_ account: Int) {
    let step = isInside[account] ? 1 : -1
    isInside[account].toggle()
    for friend in friends.neighbours(of: account) { friendsAcross[Int(friend)] += 2 * step }
    // Whichever of the two rejected: if it was the other, entering takes a rejection back from it that
    // was across; if it was this one, its rejection of the other is across no more once this is inside.
    for other in rejecters.neighbours(of: account) { rejectionsAcross[Int(other)] += step }
  }

  private mutating func clear() {
    for account in isInside.indices where isInside[account] { move(account) }
  }

  /// Friendships and rejections across.
  private func cut() -> (friendships: Int, rejections: Int) {
    var (friendships, rejections) = (0, 0)
    for account in isInside.indices where isInside[account] {
      friendships += graph.outsideFriends[account]
      rejections += graph.outsideRejections[account]
      for friend in friends.neighbours(of: account) {
        friendships += isInside[Int(friend)] || isGone[Int(friend)] ? 0 : 1
      }
    }
    for (by, of) in graph.rejections where isInside[of] && !isInside[by] && !isGone[by] {
      rejections += 1
    }
    return (friendships, rejections)
  }

  /// Takes a group out of the graph, with its links.
  private mutating func takeOut(_ group: Group) {
    clear()
    for member in group.members { isGone[member] = true }
    for member in group.members {
      for friend in friends.neighbours(of: member) { friendsAcross[Int(friend)] -= 1 }
    }
    let members = Set(group.members)
    for (by, of) in graph.rejections where members.contains(by) { rejectionsAcross[of] -= 1 }
  }
}
