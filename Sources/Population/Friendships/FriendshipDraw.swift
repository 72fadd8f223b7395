import Randomness
import Vocabulary

/// Draws the friendships that exist when the run starts.
///
/// People have ties; accounts have friendships. Each pass is parallel over members and reads only
/// what the pass before left:
/// 1. *Foci and distance.* Every member looks for a share of its friends in each layer (family,
///    school, club, work, nearby, online), within its circle and those the circle turns to.
/// 2. *Hard negatives.* Teachers, coaches, tutors and others befriend some of their children.
/// 3. *Closing triangles.* Members short of friends befriend friends' friends.
/// 4. *Platforms.* A tie between two people on one platform is a friendship of their accounts.
struct FriendshipDraw {
  let settings: PopulationSettings
  let seed: UInt64
  let threads: Int
  let persons: Persons
  let foci: [Focus]
  let kin: [Int32]
  let accounts: OpenedAccounts

  /// Passes over members short of friends: our choice, as a pass is dear.
  private static let closingPasses = 1

  /// Draws all friendships.
  func draw() -> Friendships {
    let members = Members(owners: accounts.owners, persons: persons)
    let ties = ties(of: members)
    return AccountFriendships(
      settings: settings, seed: seed, threads: threads, members: members, accounts: accounts,
      ties: ties
    ).draw()
  }

  private func ties(of members: Members) -> TieRows {
    let wanted = DegreeTargets(
      settings: settings, seed: seed, threads: threads, persons: persons, members: members
    ).draw()
    var ties = TieRows(members: members.count)
    addFociTies(to: &ties, members: members, wanted: wanted)
    for pass in 0..<Self.closingPasses {
      let closing = ClosingTriangles(
        seed: seed, pass: UInt32(pass), share: settings.friendships.closureShare,
        sameKindShare: settings.friendships.sameKindClosureShare, persons: persons,
        members: members, wanted: wanted, ties: ties,
        room: Room(wanted: wanted, ties: ties, threads: threads))
      ties.add(threads: threads) { member, picked in closing.pick(for: member, into: &picked) }
    }
    return ties
  }

  private func addFociTies(
    to ties: inout TieRows, members: Members, wanted: [Float]
  ) {
    let layers = TieLayers(
      settings: settings.friendships, seed: seed, threads: threads, persons: persons, kin: kin,
      members: members, wanted: wanted)
    let roles = RoleTies(
      settings: settings.roles, seed: seed, persons: persons, foci: foci, members: members,
      layers: layers)
    ties.add(threads: threads) { member, picked in
      layers.pick(for: member, into: &picked)
      roles.pick(for: member, into: &picked)
    }
  }
}
