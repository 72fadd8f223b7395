import Parallelism
import Randomness
import Vocabulary

/// Draws the friendships that exist when the run starts.
///
/// Three passes, each parallel over accounts and reading only what the pass before left:
/// 1. *Foci and distance.* Every account looks for a share of its friends in each layer (family,
///    school, club, work, nearby, online) and picks from the layer's pool. Nearby picks step
///    along the pool, in the order of homes, by a log-uniform number of places: probability falls
///    with the inverse of the rank by distance (Liben-Nowell et al. 2005,
///    doi 10.1073/pnas.0503018102).
/// 2. *Hard negatives.* Teachers, coaches and online mentors befriend some of their children.
/// 3. *Closing triangles.* Accounts short of friends befriend friends' friends, twice.
struct FriendshipDraw {
  let settings: PopulationSettings
  let seed: UInt64
  let threads: Int
  let persons: Persons
  let owners: [UInt32]
  /// All persons by the position of their homes along the curve.
  let homeOrder: [UInt32]

  /// Accounts handled together by one thread.
  private static let blockSize = 8_192

  /// Draws all friendships.
  func draw() -> Friendships {
    let wanted = DegreeTargets(
      settings: settings, seed: seed, persons: persons, owners: owners
    ).draw()
    let layers = TieLayers(
      settings: settings, seed: seed, persons: persons, owners: owners, homeOrder: homeOrder,
      wanted: wanted)
    var parts = inBlocks { account, edges in layers.pick(for: account, into: &edges) }
    let roleTies = RoleTies(
      settings: settings.roles, seed: seed, persons: persons, owners: owners)
    parts.append(roleTies.draw())
    var edges = EdgeList.merge(parts, accountCount: owners.count, threads: threads)
    for pass in 0..<2 {
      let closing = ClosingTriangles(
        seed: seed, pass: UInt32(pass), persons: persons, owners: owners, wanted: wanted,
        graph: EdgeList.unpack(edges, accountCount: owners.count).adjacency())
      let closed = inBlocks { account, edges in closing.pick(for: account, into: &edges) }
      edges = EdgeList.merge([edges] + closed, accountCount: owners.count, threads: threads)
    }
    return EdgeList.unpack(edges, accountCount: owners.count)
  }

  /// Collects what each account picks, one list for each block of accounts.
  private func inBlocks(
    _ pick: @Sendable (Int, inout [UInt64]) -> Void
  ) -> [[UInt64]] {
    let blocks = (owners.count + Self.blockSize - 1) / Self.blockSize
    return parallelMap(count: blocks, threads: threads) { block in
      var edges: [UInt64] = []
      for account in block * Self.blockSize..<min((block + 1) * Self.blockSize, owners.count) {
        pick(account, &edges)
      }
      return edges
    }
  }
}
