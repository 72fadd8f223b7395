import Graphs

/// Trust that walks over friendships from seeds, and is stopped early, as in SybilRank.
///
/// Cao, Sirivianos, Yang and Pregueiro, NSDI 2012: T_0 is shared by the seeds, T_i(v) is the sum over
/// the friends u of v of T_{i-1}(u) / deg(u), and after ceil(log2 n) steps accounts are ranked by
/// T(v) / deg(v). Ended early, trust has spread through the region of the seeds and not yet leaked
/// evenly into one that hangs on by few friendships.
struct TrustWalk {
  /// T(v) / deg(v), per account; nan for accounts without friends.
  let trustPerFriend: [Double]

  /// Walks.
  ///
  /// - Parameters:
  ///   - friends: the friendships as they are.
  ///   - seeds: the accounts that begin with equal shares of a trust of 1 per account.
  /// - Complexity: friendships times the logarithm of accounts.
  init(over friends: GrowingAdjacency, from seeds: [Int]) {
    let count = friends.vertexCount
    var trust = [Double](repeating: 0, count: count)
    for seed in seeds { trust[seed] = Double(count) / Double(seeds.count) }
    var shares = trust
    for _ in 0..<Self.steps(accounts: count) {
      for vertex in 0..<count {
        let degree = friends.degree(of: vertex)
        shares[vertex] = degree > 0 ? trust[vertex] / Double(degree) : 0
      }
      for vertex in 0..<count {
        var sum = 0.0
        for friend in friends.neighbours(of: vertex) { sum += shares[Int(friend)] }
        trust[vertex] = sum
      }
    }
    trustPerFriend = (0..<count).map { vertex in
      let degree = friends.degree(of: vertex)
      return degree > 0 ? trust[vertex] / Double(degree) : .nan
    }
  }

  /// ceil(log2 n), the number of steps.
  static func steps(accounts: Int) -> Int {
    var steps = 0
    while 1 << steps < accounts { steps += 1 }
    return steps
  }

  /// The share of accounts with friends that are trusted more, per account: 0 for the most trusted,
  /// nearly 1 for the least; nan for accounts without friends.
  ///
  /// - Complexity: n log n in the accounts.
  func shareTrustedMore() -> [Double] {
    let ranked = trustPerFriend.indices.filter { !trustPerFriend[$0].isNaN }
      .sorted { trustPerFriend[$0] > trustPerFriend[$1] }
    var shares = [Double](repeating: .nan, count: trustPerFriend.count)
    var more = 0
    for (place, account) in ranked.enumerated() {
      // Equals share a place.
      if place > 0, trustPerFriend[account] < trustPerFriend[ranked[place - 1]] { more = place }
      shares[account] = Double(more) / Double(ranked.count)
    }
    return shares
  }
}
