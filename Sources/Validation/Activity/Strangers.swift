import Graphs
import Population

/// Who is unknown to whom.
///
/// Two accounts are unknown to each other if their owners share no household, school, club or
/// workplace, and if they had no friend in common when one asked the other to be friends, or when
/// they first wrote where nobody asked. Friends from before the run are known: how they met is no
/// part of it. Of extended families the world records such friendships alone.
struct Strangers: Sendable {
  private let foci: [Foci]
  private var friends: GrowingAdjacency
  /// Whether a pair without a common focus is unknown to each other.
  private var verdicts: [UInt64: Bool] = [:]

  private struct Foci {
    var household: Int32
    var school: Int32
    var club: Int32
    var workplace: Int32
  }

  /// Begins with the friendships of a world.
  init(in world: World) {
    let persons = world.persons
    foci = world.owners.map { owner in
      let person = Int(owner)
      return Foci(
        household: persons.households[person], school: persons.schools[person],
        club: persons.clubs[person], workplace: persons.workplaces[person])
    }
    friends = GrowingAdjacency(world.friendships.adjacency())
  }

  /// Whether the owners live together, or go to the same school, club or workplace.
  func shareFocus(_ one: Int, _ other: Int) -> Bool {
    func isShared(_ focus: KeyPath<Foci, Int32>) -> Bool {
      foci[one][keyPath: focus] >= 0 && foci[one][keyPath: focus] == foci[other][keyPath: focus]
    }
    return isShared(\.household) || isShared(\.school) || isShared(\.club) || isShared(\.workplace)
  }

  /// Takes note that one asks the other to be friends.
  ///
  /// - Returns: whether they are unknown to each other.
  mutating func meet(_ one: Int, _ other: Int) -> Bool {
    guard !shareFocus(one, other) else { return false }
    let areUnknown = friends.mutualCount(one, other) == 0
    verdicts[Self.key(one, other)] = areUnknown
    return areUnknown
  }

  /// Takes note that one writes to the other.
  ///
  /// - Returns: whether they are unknown to each other.
  mutating func talk(_ one: Int, _ other: Int) -> Bool {
    guard !shareFocus(one, other) else { return false }
    let key = Self.key(one, other)
    if let verdict = verdicts[key] { return verdict }
    let areUnknown = !friends.contains(one, other) && friends.mutualCount(one, other) == 0
    verdicts[key] = areUnknown
    return areUnknown
  }

  /// Takes note of a friendship.
  mutating func befriend(_ one: Int, _ other: Int) { friends.insert(one, other) }

  /// Takes note of the end of a friendship, if there was one.
  mutating func part(_ one: Int, _ other: Int) { friends.remove(one, other) }

  private static func key(_ one: Int, _ other: Int) -> UInt64 {
    UInt64(min(one, other)) << 32 | UInt64(max(one, other))
  }
}
