import Testing

@testable import Graphs

@Suite("Assortativity")
struct AssortativityTests {
  @Test("by degree is networkx's and igraph's", arguments: ReferenceGraph.all)
  func degree(_ reference: ReferenceGraph) {
    let graph = reference.graph
    #expect(
      isClose(graph.degreeAssortativity(threads: 2), reference.degreeAssortativity.all))
    #expect(
      isClose(
        graph.degreeAssortativity(among: reference.members, threads: 2),
        reference.degreeAssortativity.members))
  }

  @Test("by age is networkx's and igraph's", arguments: ReferenceGraph.all)
  func age(_ reference: ReferenceGraph) {
    let graph = reference.graph
    #expect(
      isClose(
        graph.numericAssortativity(of: reference.ages, threads: 2), reference.ageAssortativity.all))
    #expect(
      isClose(
        graph.numericAssortativity(of: reference.ages, among: reference.members, threads: 2),
        reference.ageAssortativity.members))
  }

  @Test("by category and its matrix are networkx's and igraph's", arguments: ReferenceGraph.all)
  func category(_ reference: ReferenceGraph) {
    let all = MixingMatrix(
      of: reference.graph, categories: reference.categories, categoryCount: 4, threads: 2)
    #expect(all.counts == reference.mixing.flatMap(\.self))
    #expect(all[0, 3] == reference.mixing[0][3])
    #expect(
      isClose(all.share(0, 3), Double(reference.mixing[0][3]) / Double(2 * reference.edges)))
    #expect(isClose(all.assortativity, reference.categoryAssortativity.all))
    let members = MixingMatrix(
      of: reference.graph, categories: reference.categories, categoryCount: 4,
      among: reference.members, threads: 2)
    #expect(isClose(members.assortativity, reference.categoryAssortativity.members))
  }

  @Test("by value is the correlation of the ends", arguments: 1...4 as ClosedRange<UInt64>)
  func slow(seed: UInt64) {
    let graph = SmallGraphs.random(seed: seed)
    // Large values far from zero: sums of floating-point numbers would lose the differences.
    let values = (0..<graph.vertexCount).map { 1_000_000_000 - $0 * $0 * 7 % 101 }
    let members = (0..<graph.vertexCount).map { $0 % 5 != 2 }
    var first: [Double] = []
    var second: [Double] = []
    for a in 0..<graph.vertexCount where members[a] {
      for b in graph.neighbours(of: a).map(Int.init) where members[b] {
        first.append(Double(values[a] - 1_000_000_000))
        second.append(Double(values[b] - 1_000_000_000))
      }
    }
    let mean = first.reduce(0, +) / Double(first.count)
    let covariance = zip(first, second).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
    let variance = first.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let assortativity = graph.numericAssortativity(of: values, among: members, threads: 1)
    #expect(isClose(assortativity, covariance / variance), "seed \(seed)")
  }

  @Test("is −1 of a star, where every edge joins the most and the fewest neighbours")
  func star() {
    #expect(SmallGraphs.star.degreeAssortativity(threads: 2) == -1)
    let roles = MixingMatrix(
      of: SmallGraphs.star, categories: [0, 1, 1, 1, 1], categoryCount: 2, threads: 2)
    #expect(roles.assortativity == -1)
  }

  @Test("is undefined without edges, and where all ends are the same")
  func undefined() {
    #expect(SmallGraphs.empty.degreeAssortativity(threads: 2) == nil)
    #expect(SmallGraphs.loners.degreeAssortativity(threads: 2) == nil)
    #expect(SmallGraphs.circle.degreeAssortativity(threads: 2) == nil)
    let nobody = [false, false, false, false, false]
    #expect(SmallGraphs.star.degreeAssortativity(among: nobody, threads: 2) == nil)
    for graph in [SmallGraphs.empty, SmallGraphs.loners, SmallGraphs.circle] {
      let one = [Int](repeating: 0, count: graph.vertexCount)
      let matrix = MixingMatrix(of: graph, categories: one, categoryCount: 1, threads: 2)
      #expect(matrix.assortativity == nil)
    }
    let none = MixingMatrix(
      of: SmallGraphs.loners, categories: [0, 1, 0], categoryCount: 2, threads: 2)
    #expect(none.share(0, 0) == nil)
  }
}
