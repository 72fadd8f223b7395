import Graphs
import Randomness

/// Communities of a graph within larger ones, by greedy modularity.
///
/// The Louvain method (Blondel, Guillaume, Lambiotte and Lefebvre 2008,
/// doi 10.1088/1742-5468/2008/10/P10008): vertices move to the neighbouring community with the
/// greatest gain in modularity, communities become vertices, and so on until none moves.
struct Communities {
  /// The graphs, from the one given to the one whose vertices no longer join.
  private(set) var graphs: [WeightedGraph]
  /// For each graph but the last, the vertex of the next that each of its vertices is in.
  private(set) var parents: [[UInt32]] = []

  /// Passes over all vertices of one graph, at most: our choice; most moves are in the first few.
  private static let passes = 10

  /// Finds the communities of a graph.
  ///
  /// - Parameters:
  ///   - graph: the graph.
  ///   - seed: the seed of the order in which vertices move.
  /// - Complexity: linear in vertices and edges for each level, and levels are few.
  init(of graph: Adjacency, seed: UInt64) {
    var current = WeightedGraph(graph)
    graphs = [current]
    while true {
      let level = graphs.count - 1
      var stream = RandomStream(seed: seed, purpose: .communities, entity: UInt64(level))
      let (community, count) = Self.joined(current, using: &stream)
      guard count < current.vertexCount else { return }
      parents.append(community)
      current = WeightedGraph(merging: current, into: community, count: count)
      graphs.append(current)
    }
  }

  /// The community of each vertex once no more than a hundredth of them move.
  private static func joined(
    _ graph: WeightedGraph, using stream: inout RandomStream
  ) -> (community: [UInt32], count: Int) {
    let count = graph.vertexCount
    var community = (0..<count).map { UInt32($0) }
    var totals = graph.strengths
    let whole = graph.strengths.reduce(0, +)
    var links = LinkSums(count: count)
    var order = community
    shuffle(&order, using: &stream)
    for _ in 0..<passes {
      var moves = 0
      for vertex in order {
        let strength = graph.strengths[Int(vertex)]
        let own = community[Int(vertex)]
        for edge in graph.edges(of: Int(vertex)) {
          links.add(graph.weights[edge], to: community[Int(graph.neighbours[edge])])
        }
        totals[Int(own)] -= strength
        func gain(_ other: UInt32) -> Int {
          links.sum(of: other) * whole - totals[Int(other)] * strength
        }
        var best = own
        var most = gain(own)
        for other in links.touched where gain(other) > most {
          best = other
          most = gain(other)
        }
        totals[Int(best)] += strength
        links.clear()
        guard best != own else { continue }
        community[Int(vertex)] = best
        moves += 1
      }
      if moves * 100 <= count { break }
    }
    return numbered(community)
  }

  /// Communities numbered from 0, in the order in which they appear.
  private static func numbered(_ community: [UInt32]) -> (community: [UInt32], count: Int) {
    var numbers = [UInt32](repeating: UInt32.max, count: community.count)
    var count: UInt32 = 0
    let result = community.map { own in
      if numbers[Int(own)] == UInt32.max {
        numbers[Int(own)] = count
        count += 1
      }
      return numbers[Int(own)]
    }
    return (result, Int(count))
  }
}
