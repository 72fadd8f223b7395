import Randomness
import Testing

@testable import Graphs

/// A graph with what networkx and igraph say of it.
///
/// Values are printed by `python3 Tests/GraphsTests/References/graph_statistics.py` with networkx
/// 3.6.1 and igraph 1.0.0. Categories, ages and members are functions of the vertex: v mod 4,
/// 37 v mod 53 + 13, and v mod 3 ≠ 0.
struct ReferenceGraph: Sendable, CustomTestStringConvertible {
  let name: String
  let graph: Adjacency
  let edges: Int
  let meanDegree: Double
  /// At 0, 0.25, 0.5, 0.9 and 1.
  let degreeQuantiles: [Int]
  let triangles: Int
  /// Of the vertices 0, 1, 2 and the last.
  let someTriangles: [Int]
  let averageClustering: Double
  let averageClusteringError: Double
  let transitivity: Double
  let degreeAssortativity: (all: Double, members: Double)
  let ageAssortativity: (all: Double, members: Double)
  let mixing: [[Int]]
  let categoryAssortativity: (all: Double, members: Double)
  let componentSizes: [Int]
  let paradox: (fewer: Int, asked: Int)
  let embeddedEdges: Int
  let distancesFromFive: [Int]

  var testDescription: String { name }
  var categories: [Int] { (0..<graph.vertexCount).map { $0 % 4 } }
  var ages: [Int] { (0..<graph.vertexCount).map { $0 * 37 % 53 + 13 } }
  var members: [Bool] { (0..<graph.vertexCount).map { $0 % 3 != 0 } }

  static let all = [karate, rule]

  static let karate = ReferenceGraph(
    name: "karate club", graph: KarateClub.graph, edges: 78, meanDegree: 4.588235294117647,
    degreeQuantiles: [1, 2, 3, 10, 17], triangles: 45, someTriangles: [18, 12, 11, 15],
    averageClustering: 0.5706384782076823, averageClusteringError: 0.05958086504389193,
    transitivity: 0.2556818181818182,
    degreeAssortativity: (-0.47561309768461413, -0.27254124568359134),
    ageAssortativity: (-0.0944227343906208, 0.20516472832062974),
    mixing: [[10, 12, 14, 12], [12, 12, 12, 12], [14, 12, 0, 3], [12, 12, 3, 4]],
    categoryAssortativity: (-0.1313176391833092, -0.13636363636363633), componentSizes: [34],
    paradox: (26, 34), embeddedEdges: 67, distancesFromFive: [1, 4, 13, 8, 8])

  /// Squares modulo a prime: more edges at low numbers and within a category, five loners.
  static let rule = ReferenceGraph(
    name: "graph by a rule", graph: graphByRule(vertexCount: 300), edges: 1_732,
    meanDegree: 11.546666666666667, degreeQuantiles: [0, 9, 11, 17, 24], triangles: 446,
    someTriangles: [18, 21, 21, 0], averageClustering: 0.061041205943615416,
    averageClusteringError: 0.002569563250456763, transitivity: 0.06388769517261138,
    degreeAssortativity: (0.09125230853026604, 0.08385462998707673),
    ageAssortativity: (-0.015082167364709157, 0.023414394996360437),
    mixing: [
      [298, 202, 199, 177], [202, 320, 162, 179], [199, 162, 300, 201], [177, 179, 201, 306],
    ],
    categoryAssortativity: (0.13778546821999574, 0.1057760119422502),
    componentSizes: [290, 2, 1, 1, 1, 1, 1, 1, 1, 1], paradox: (168, 292), embeddedEdges: 834,
    distancesFromFive: [1, 18, 146, 125])

  private static func graphByRule(vertexCount: Int) -> Adjacency {
    var from: [UInt32] = []
    var to: [UInt32] = []
    for a in 0..<vertexCount - 5 {
      for b in a + 1..<vertexCount - 5 {
        let isNear = a / 10 == b / 10
        let limit = isNear ? 400 : 6 + 1_200 / (a + 20) + (a % 4 == b % 4 ? 25 : 0)
        guard (a * a * 31 + b * b * 17 + a * b * 7) % 1_009 < limit, (b < 290) == (a < 290) else {
          continue
        }
        from.append(UInt32(a))
        to.append(UInt32(b))
      }
    }
    return Adjacency(vertexCount: vertexCount, from: from, to: to)
  }
}

/// Graphs to hold fast statistics against slow ones.
enum SmallGraphs {
  static let empty = Adjacency(vertexCount: 0, from: [], to: [])
  static let loners = Adjacency(vertexCount: 3, from: [], to: [])
  /// A centre, 0, with four neighbours.
  static let star = Adjacency(vertexCount: 5, from: [0, 0, 0, 0], to: [1, 2, 3, 4])
  /// Five vertices in a circle: all degrees are equal.
  static let circle = Adjacency(vertexCount: 5, from: [0, 0, 1, 2, 3], to: [1, 4, 2, 3, 4])

  /// A random graph whose low vertices have many neighbours; in groups of eight most are linked.
  static func random(seed: UInt64, vertexCount: Int = 90, draws: Int = 400) -> Adjacency {
    var stream = RandomStream(seed: seed, purpose: .test, entity: 1)
    var edges = Set<UInt64>()
    for _ in 0..<draws {
      let a = min(stream.below(vertexCount), stream.below(vertexCount), stream.below(vertexCount))
      let b = stream.chance(0.5) ? stream.below(vertexCount) : a / 8 * 8 + stream.below(8)
      guard a != b, b < vertexCount else { continue }
      edges.insert(UInt64(min(a, b)) << 32 | UInt64(max(a, b)))
    }
    let sorted = edges.sorted()
    return Adjacency(
      vertexCount: vertexCount, from: sorted.map { UInt32($0 >> 32) },
      to: sorted.map { UInt32(truncatingIfNeeded: $0) })
  }
}

/// Whether two numbers are equal but for rounding.
func isClose(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-12 } ?? false }
