import Graphs
import Vocabulary

/// Accounts to begin with trust at, chosen by nothing but what a platform knows when a run starts.
///
/// The papers that spread trust have people look at accounts and pick those that are surely genuine.
/// There is nobody to do so here, and the truth is out of reach; so: of the accounts with friends,
/// those opened first, and of those the ones with most friends. It takes time to be old.
enum TrustSeeds {
  /// Chooses seeds.
  ///
  /// - Returns: up to so many accounts, ascending.
  /// - Complexity: n log n in the accounts.
  static func chosen(_ count: Int, of view: PlatformView) -> [Int] {
    let opened = view.accounts.opened
    return (0..<view.accounts.count)
      .filter { view.friendships.degree(of: $0) > 0 }
      .sorted { left, right in
        (opened[left], -view.friendships.degree(of: left), left)
          < (opened[right], -view.friendships.degree(of: right), right)
      }
      .prefix(count).sorted()
  }
}
