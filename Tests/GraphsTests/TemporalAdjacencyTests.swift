import Graphs
import Testing

@Suite("A graph whose edges begin and end") struct TemporalAdjacencyTests {
  private typealias Edge = (lower: Int, higher: Int, since: Int32, until: Int32)

  private static let edges: [Edge] = [
    (0, 1, -1, 10), (0, 1, 12, 20), (0, 2, 5, TemporalAdjacency.open), (1, 2, 0, 8), (1, 3, 4, 4),
    (1, 3, 6, TemporalAdjacency.open), (2, 3, 7, 9),
  ]

  private static let graph: TemporalAdjacency = {
    var degrees = [0, 0, 0, 0, 0]
    for edge in edges {
      degrees[edge.lower] += 1
      degrees[edge.higher] += 1
    }
    var builder = TemporalAdjacency.Builder(degrees: degrees)
    for edge in edges {
      builder.append(
        lower: edge.lower, higher: edge.higher, since: edge.since, until: edge.until)
    }
    return builder.finished()
  }()

  /// Who neighbours a vertex at a time, from the list of edges.
  private static func neighbours(of vertex: Int, at time: Int32) -> Set<Int> {
    Set(
      edges.filter {
        $0.since <= time && (time < $0.until || $0.until == TemporalAdjacency.open)
          && [$0.lower, $0.higher].contains(vertex)
      }.map { $0.lower + $0.higher - vertex })
  }

  @Test(
    "says at every time what the list of edges says",
    arguments: [Int32.min, -2, -1, 0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 19, 20, 99, Int32.max])
  func list(time: Int32) {
    for a in 0..<5 {
      let ofA = Self.neighbours(of: a, at: time)
      #expect(Self.graph.sides(of: a, at: time).map(\.neighbour) == ofA.sorted())
      for b in 0..<5 {
        let ofB = Self.neighbours(of: b, at: time)
        #expect(Self.graph.contains(a, b, at: time) == ofA.contains(b), "\(a) \(b)")
        #expect(Self.graph.mutualCount(a, b, at: time) == ofA.intersection(ofB).count, "\(a) \(b)")
      }
    }
  }

  @Test("tells since when and until when an edge stands")
  func sides() {
    let sides = Self.graph.sides(of: 1, at: 15)
    #expect(sides.map(\.neighbour) == [0, 3])
    #expect(sides.map(\.since) == [12, 6])
    #expect(sides.map(\.until) == [20, TemporalAdjacency.open])
    #expect(Self.graph.edgeCount == 7)
    #expect(Self.graph.vertexCount == 5)
  }
}
