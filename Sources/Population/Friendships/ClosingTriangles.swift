import Randomness
import RealModule
import Vocabulary

/// Befriends friends' friends, for members short of the friends they want.
struct ClosingTriangles: Sendable {
  let seed: UInt64
  /// Which pass over the members this is; each draws on its own.
  let pass: UInt32
  /// The most a member looks for, as a share of the friends it wants.
  let share: Double
  /// Share of steps that go by one kind of tie: to a colleague's colleague, a classmate's classmate.
  let sameKindShare: Double
  let persons: Persons
  let members: Members
  let wanted: [Float]
  let ties: TieRows
  let room: Room

  /// Share of steps from a child to an adult of 20 or more, or back, that are taken: our choice, so
  /// that closing triangles mixes the generations no more than families do.
  static let crossGenerationShare = 0.02

  /// Friends' friends looked at for each that is to be befriended.
  ///
  /// Our choice. Some are friends already, or have as many as they want.
  private static let tries = 4

  /// Share of steps by way of somebody known online only that are taken: our choice, so that
  /// what closing adds leaves the kinds of ties in proportion.
  private static let onlineShare = 0.4

  /// Picks friends' friends for a member, and appends them packed.
  ///
  /// A member looks for half of what it lacks, as others find it too. Who lacks no more than chance
  /// has it (a standard deviation) does not look: as many have too many by chance.
  func pick(for member: Int, into picked: inout [UInt32]) {
    let degree = ties.degree(of: member)
    let wanted = Double(wanted[member])
    guard wanted - Double(degree) > Double.sqrt(wanted), degree > 0 else { return }
    let lacking = min((wanted - Double(degree)) / 2, wanted * share)
    var stream = RandomStream(
      seed: seed, purpose: .closure, entity: UInt64(members.persons[member]), counter: pass)
    let whole = lacking.rounded(.down)
    let count = Int(whole) + (stream.chance(lacking - whole) ? 1 : 0)
    for _ in 0..<count {
      for attempt in 1...Self.tries {
        let anybody = attempt == Self.tries
        guard let tie = friendOfFriend(of: member, alike: !anybody, using: &stream) else {
          continue
        }
        picked.append(tie)
        break
      }
    }
  }

  /// A tie to a friend's friend who still has room for another friend, and who wants about as many
  /// if so asked.
  private func friendOfFriend(
    of member: Int, alike: Bool, using stream: inout RandomStream
  ) -> UInt32? {
    let steps = stream.next()
    // 16 bits for each of two decisions, and 32 for a second look.
    let choices = stream.next()
    let first = entry(of: member, draw: UInt32(truncatingIfNeeded: steps >> 32))
    if PackedTie.tie(first) == .online, Double(choices >> 48) >= Self.onlineShare * 0x1p16 {
      return nil
    }
    let friend = PackedTie.member(first)
    var second = entry(of: friend, draw: UInt32(truncatingIfNeeded: steps))
    let isSameKind = Double(choices >> 32 & 0xFFFF) < sameKindShare * 0x1p16
    if isSameKind, second & 15 != first & 15 {
      second = entry(of: friend, draw: UInt32(truncatingIfNeeded: choices))
      guard second & 15 == first & 15 else { return nil }
    }
    let other = PackedTie.member(second)
    guard room.is(for: other), !alike || room.areAlike(member, other), other != member,
      !ties.contains(member, other)
    else { return nil }
    if crossesGenerations(member, other), !stream.chance(Self.crossGenerationShare) { return nil }
    let tie = second & 15 == first & 15 ? PackedTie.tie(first) : self.tie(member, other)
    return PackedTie.pack(UInt32(other), tie)
  }

  private func entry(of member: Int, draw: UInt32) -> UInt32 {
    let first = ties.offsets[member]
    let degree = ties.offsets[member + 1] - first
    return ties.entries[first + Int((UInt64(draw) * UInt64(degree)) >> 32)]
  }

  private func crossesGenerations(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (members.ages[a], members.ages[b])
    return min(x, y) < 18 && max(x, y) >= 20
  }

  private func tie(_ a: Int, _ b: Int) -> Friendships.Tie {
    persons.tie(Int(members.persons[a]), Int(members.persons[b]))
  }
}
