import Graphs
import Randomness
import Vocabulary

/// Befriends friends' friends, for accounts short of the friends they want.
struct ClosingTriangles: Sendable {
  let seed: UInt64
  /// Which pass over the accounts this is; each draws on its own.
  let pass: UInt32
  let persons: Persons
  let owners: [UInt32]
  let wanted: [Float]
  let graph: Adjacency

  /// Share of steps from a child to an adult of 20 or more, or back, that are taken: our choice, so
  /// that closing triangles mixes the generations no more than families do.
  static let crossGenerationShare = 0.02

  /// Picks friends' friends for an account, and appends them packed.
  ///
  /// An account looks for half of what it lacks, as others find it too.
  func pick(for account: Int, into picked: inout [UInt64]) {
    let lacking = (Double(wanted[account]) - Double(graph.degree(of: account))) / 2
    guard lacking > 0, graph.degree(of: account) > 0 else { return }
    var stream = RandomStream(
      seed: seed, purpose: .closure, entity: UInt64(account), counter: pass)
    let whole = lacking.rounded(.down)
    let count = Int(whole) + (stream.chance(lacking - whole) ? 1 : 0)
    for _ in 0..<count {
      var best: Int?
      for _ in 0..<Self.tries {
        guard let found = friendOfFriend(of: account, using: &stream) else { continue }
        if best.map({ isMoreAlike(account, found, than: $0) }) ?? true { best = found }
      }
      guard let best else { continue }
      picked.append(EdgeList.pack(UInt32(account), UInt32(best), tie(account, best)))
    }
  }

  /// Friends' friends looked at for each that is befriended: our choice; the one who wants about as
  /// many friends is taken, as in `TieLayers`.
  private static let tries = 6

  /// A friend's friend who still has room for another friend.
  private func friendOfFriend(of account: Int, using stream: inout RandomStream) -> Int? {
    let friend = Int(randomNeighbour(of: account, using: &stream))
    let other = Int(randomNeighbour(of: friend, using: &stream))
    guard other != account, Double(graph.degree(of: other)) < Double(wanted[other]),
      !graph.contains(account, other)
    else { return nil }
    if crossesGenerations(account, other), !stream.chance(Self.crossGenerationShare) {
      return nil
    }
    return other
  }

  private func isMoreAlike(_ account: Int, _ one: Int, than other: Int) -> Bool {
    func ratio(_ friend: Int) -> Float {
      let (a, b) = (max(wanted[account], 1), max(wanted[friend], 1))
      return max(a / b, b / a)
    }
    return ratio(one) < ratio(other)
  }

  private func randomNeighbour(of account: Int, using stream: inout RandomStream) -> UInt32 {
    let first = graph.offsets[account]
    return graph.neighbours[first + stream.below(graph.degree(of: account))]
  }

  private func crossesGenerations(_ a: Int, _ b: Int) -> Bool {
    let ages = (persons.ages[Int(owners[a])], persons.ages[Int(owners[b])])
    return min(ages.0, ages.1) < 18 && max(ages.0, ages.1) >= 20
  }

  /// What two friends of a friend have in common: the focus they share, or living near.
  private func tie(_ a: Int, _ b: Int) -> Friendships.Tie {
    let (p, q) = (Int(owners[a]), Int(owners[b]))
    if persons.households[p] == persons.households[q] { return .family }
    if persons.schools[p] >= 0, persons.schools[p] == persons.schools[q] { return .school }
    if persons.clubs[p] >= 0, persons.clubs[p] == persons.clubs[q] { return .club }
    if persons.workplaces[p] >= 0, persons.workplaces[p] == persons.workplaces[q] { return .work }
    return persons.places[p] == persons.places[q] ? .nearby : .online
  }
}
