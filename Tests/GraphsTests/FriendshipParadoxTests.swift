import Testing

@testable import Graphs

@Suite("Friendship paradox")
struct FriendshipParadoxTests {
  @Test("holds for as many as medians by Python say", arguments: ReferenceGraph.all)
  func reference(_ reference: ReferenceGraph) {
    let (fewer, asked) = reference.paradox
    #expect(
      reference.graph.friendshipParadox(threads: 2) == SampleMean(successes: fewer, of: asked))
  }

  @Test("agrees with sorted degrees, vertex by vertex", arguments: 1...8 as ClosedRange<UInt64>)
  func slow(seed: UInt64) {
    let graph = SmallGraphs.random(seed: seed)
    for vertex in 0..<graph.vertexCount where graph.degree(of: vertex) > 0 {
      let degrees = graph.neighbours(of: vertex).map { graph.degree(of: Int($0)) }.sorted()
      let twiceMedian = degrees[(degrees.count - 1) / 2] + degrees[degrees.count / 2]
      let expected = 2 * degrees.count < twiceMedian ? 1.0 : 0
      #expect(
        graph.friendshipParadox(of: [vertex], threads: 1)?.mean == expected,
        "vertex \(vertex), seed \(seed)")
    }
  }

  @Test("asks for strictly fewer, and leaves out vertices without neighbours")
  func edges() {
    #expect(SmallGraphs.circle.friendshipParadox(threads: 2)?.mean == 0)
    #expect(SmallGraphs.star.friendshipParadox(threads: 2) == SampleMean(successes: 4, of: 5))
    #expect(SmallGraphs.star.friendshipParadox(of: [0, 1], threads: 2)?.mean == 0.5)
    #expect(SmallGraphs.loners.friendshipParadox(threads: 2) == nil)
    #expect(SmallGraphs.empty.friendshipParadox(threads: 2) == nil)
  }
}
