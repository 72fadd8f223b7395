import Graphs
import Randomness

/// Lays people on the vertices of a graph so that friends are alike.
///
/// 1. Vertices stand in a row in which neighbours are near (`VertexOrder`), people in one in which
///    those alike are near (`PersonRow`); the two rows are matched by position.
/// 2. Two people change places if their friendships then join people more alike (`Likeness`). Each
///    sweep tries this twice for every vertex: with somebody who stands near a friend in the row of
///    people, and with anybody.
///
/// What a file gives stays at its vertex: people change places within the groups of `PersonPick`.
struct Laying {
  private let graph: Adjacency
  private let seed: UInt64
  private let groups: [UInt32]
  private let given: [ImportedPerson]
  private let foci: ImportedFoci
  /// Whether a file gives more of anybody than age and place.
  private let hasGiven: Bool
  /// The people in the order of their row, and what is known of them.
  private let people: [UInt32]
  private let profiles: [Likeness.Profile]
  /// Where in the row the person of each vertex stands, and the other way round.
  private var rowOfVertex: [UInt32]
  private var vertexOfRow: [UInt32]
  /// The vertices of each group.
  private let members: GroupMembers

  /// How often each vertex is tried: our choice; `LayingTests` shows what it brings.
  static let sweeps = 12

  /// How far from a friend's place in the row of people another is looked for: our choice, about a
  /// class or a small workplace.
  private static let reach = 24

  /// Matches the rows.
  ///
  /// - Parameters:
  ///   - pick: the people, one for each vertex.
  ///   - graph: the friendships of vertices.
  ///   - given: what a file says of each vertex.
  ///   - foci: the foci that the file names.
  ///   - persons: everybody, with the schools, clubs and workplaces of the model.
  ///   - places: where they live.
  ///   - seed: the seed of the run.
  init(
    _ pick: PersonPick, on graph: Adjacency, given: [ImportedPerson], foci: ImportedFoci,
    persons: Persons, places: [Place], seed: UInt64
  ) {
    self.graph = graph
    self.seed = seed
    self.given = given
    self.foci = foci
    groups = pick.groups
    hasGiven = given.contains {
      ($0.household ?? $0.school ?? $0.club ?? $0.workplace) != nil || $0.latitude != nil
    }
    people = PersonRow.order(pick.persons, of: persons, places: places)
    profiles = people.map { Likeness.Profile(of: Int($0), in: persons) }
    let groupCount = Int((groups.max() ?? 0) + 1)
    members = GroupMembers(of: groups, count: groupCount)
    // Within each group the next vertex of one row gets the next person of the other.
    var groupOfPerson = [UInt32](repeating: 0, count: persons.count)
    for (person, group) in zip(pick.persons, groups) { groupOfPerson[Int(person)] = group }
    let rowsOfGroup = GroupMembers(of: people.map { groupOfPerson[Int($0)] }, count: groupCount)
    var next = [Int](repeating: 0, count: groupCount)
    rowOfVertex = [UInt32](repeating: 0, count: groups.count)
    vertexOfRow = rowOfVertex
    for vertex in VertexOrder.order(of: graph, seed: seed) {
      let group = Int(groups[Int(vertex)])
      let rows = rowsOfGroup[group]
      let row = rows[rows.startIndex + next[group]]
      next[group] += 1
      rowOfVertex[Int(vertex)] = row
      vertexOfRow[Int(row)] = vertex
    }
  }

  /// The person at each vertex.
  var persons: [UInt32] { rowOfVertex.map { people[Int($0)] } }

  /// Lets people change places, for a number of sweeps over all vertices.
  ///
  /// - Complexity: linear in friendships for each sweep.
  mutating func improve(sweeps: Int) {
    for sweep in 0..<sweeps {
      for vertex in groups.indices {
        var stream = RandomStream(
          seed: seed, purpose: .layingSwaps, entity: UInt64(vertex), counter: UInt32(sweep))
        if let other = nearFriend(of: vertex, using: &stream) { swapIfBetter(vertex, other) }
        let group = members[Int(groups[vertex])]
        swapIfBetter(vertex, Int(group[group.startIndex + stream.below(group.count)]))
      }
    }
  }

  /// The vertex of somebody who stands near a friend in the row of people.
  private func nearFriend(of vertex: Int, using stream: inout RandomStream) -> Int? {
    let degree = graph.degree(of: vertex)
    guard degree > 0 else { return nil }
    let friend = graph.neighbours[graph.offsets[vertex] + stream.below(degree)]
    let row =
      Int(rowOfVertex[Int(friend)]) + stream.below(2 * Self.reach + 1) - Self.reach
    guard vertexOfRow.indices.contains(row) else { return nil }
    let other = Int(vertexOfRow[row])
    return groups[other] == groups[vertex] ? other : nil
  }

  private mutating func swapIfBetter(_ one: Int, _ other: Int) {
    guard one != other else { return }
    let (row, otherRow) = (rowOfVertex[one], rowOfVertex[other])
    guard
      gain(of: one, from: row, to: otherRow, without: other)
        + gain(of: other, from: otherRow, to: row, without: one) > 0
    else { return }
    rowOfVertex[one] = otherRow
    rowOfVertex[other] = row
    vertexOfRow[Int(row)] = UInt32(other)
    vertexOfRow[Int(otherRow)] = UInt32(one)
  }

  /// What a vertex's friendships gain from another person at it; that with `partner` stays as alike
  /// as it is.
  private func gain(of vertex: Int, from old: UInt32, to new: UInt32, without partner: Int) -> Int {
    let before = profile(at: vertex, row: old)
    let after = profile(at: vertex, row: new)
    var gain = 0
    for edge in graph.offsets[vertex]..<graph.offsets[vertex + 1] {
      let friend = Int(graph.neighbours[edge])
      guard friend != partner else { continue }
      let profile = profile(at: friend, row: rowOfVertex[friend])
      gain += Likeness.worth(after, profile) - Likeness.worth(before, profile)
    }
    return gain
  }

  /// What is known of a vertex with a person at it: what the file gives, and else the person's.
  private func profile(at vertex: Int, row: UInt32) -> Likeness.Profile {
    var profile = profiles[Int(row)]
    guard hasGiven else { return profile }
    let known = given[vertex]
    // Below -1, so that no household of the model's is meant.
    if let household = known.household { profile.household = -2 - household }
    if let school = foci.school(of: known) { profile.school = school }
    if let club = foci.club(of: known) { profile.club = club }
    if let workplace = foci.workplace(of: known) { profile.workplace = workplace }
    if let latitude = known.latitude, let longitude = known.longitude {
      profile.move(latitude: latitude, longitude: longitude)
    }
    return profile
  }
}
