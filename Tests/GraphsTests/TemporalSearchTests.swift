import Graphs
import Testing

@Suite("Ways through a graph as of a time") struct TemporalSearchTests {
  private static let vertices = 60

  /// A sparse graph with edges that stand at different times, made by a small generator.
  private static let graph: TemporalAdjacency = {
    var state: UInt64 = 7
    func draw(_ below: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % below)
    }
    var edges: [(Int, Int, Int32, Int32)] = []
    for lower in 0..<vertices {
      for higher in lower + 1..<vertices where draw(20) == 0 {
        let since = Int32(draw(10))
        edges.append(
          (lower, higher, since, draw(2) == 0 ? TemporalAdjacency.open : since + Int32(draw(10))))
      }
    }
    var degrees = [Int](repeating: 0, count: vertices)
    for (lower, higher, _, _) in edges {
      degrees[lower] += 1
      degrees[higher] += 1
    }
    var builder = TemporalAdjacency.Builder(degrees: degrees)
    for (lower, higher, since, until) in edges {
      builder.append(lower: lower, higher: higher, since: since, until: until)
    }
    return builder.finished()
  }()

  /// How many edges lead from a vertex to each, by relaxing all of them until nothing changes.
  private func distances(from origin: Int, at time: Int32) -> [Int?] {
    var distances = [Int?](repeating: nil, count: Self.vertices)
    distances[origin] = 0
    for _ in 0..<Self.vertices {
      for a in 0..<Self.vertices {
        for b in 0..<Self.vertices where Self.graph.contains(a, b, at: time) {
          guard let way = distances[a] else { continue }
          distances[b] = min(distances[b] ?? .max, way + 1)
        }
      }
    }
    return distances
  }

  @Test("reach what relaxing every edge reaches, in order", arguments: [Int32(-1), 3, 9, 30])
  func reached(time: Int32) {
    for origin in [0, 17, 59] {
      let distances = distances(from: origin, at: time)
      for limit in [0, 1, 2, 3, 100] {
        let expected = (0..<Self.vertices).filter { (distances[$0] ?? 0) > 0 }
          .filter { (distances[$0] ?? 0) <= limit }
          .sorted { (distances[$0] ?? 0, $0) < (distances[$1] ?? 0, $1) }
        let reached = Self.graph.reached(from: origin, within: limit, at: time)
        #expect(reached.map(\.vertex) == expected)
        #expect(reached.map(\.hops) == expected.map { distances[$0] ?? 0 })
      }
    }
  }

  @Test("are as short as can be, and made of edges", arguments: [Int32(-1), 3, 9, 30])
  func paths(time: Int32) {
    var lengths: Set<Int> = []
    for origin in [0, 17, 59] {
      let distances = distances(from: origin, at: time)
      for end in 0..<Self.vertices {
        let path = Self.graph.shortestPath(from: origin, to: end, at: time)
        #expect(path.map { $0.count - 1 } == distances[end])
        guard let path else { continue }
        lengths.insert(path.count)
        #expect(path.first == origin && path.last == end)
        #expect(zip(path, path.dropFirst()).allSatisfy { Self.graph.contains($0, $1, at: time) })
      }
    }
    if time == 9 { #expect(lengths.count > 4, "ways of several lengths to try") }
  }
}
