import Testing

@testable import Graphs

@Suite("Degree distribution")
struct DegreeDistributionTests {
  @Test("has the mean and the quantiles that numpy finds", arguments: ReferenceGraph.all)
  func reference(_ reference: ReferenceGraph) {
    let distribution = DegreeDistribution(of: reference.graph.degrees)
    #expect(isClose(distribution.mean, reference.meanDegree))
    #expect(
      [0, 0.25, 0.5, 0.9, 1].map(distribution.quantile) == reference.degreeQuantiles.map(Int?.init))
    #expect(distribution.median == reference.degreeQuantiles[2])
    #expect(distribution.vertexCount == reference.graph.vertexCount)
  }

  @Test("counts vertices by degree, and those of at least each degree")
  func star() {
    let distribution = DegreeDistribution(of: SmallGraphs.star.degrees)
    #expect(distribution.counts == [0, 4, 0, 0, 1])
    #expect(distribution.complementaryCumulativeShares == [1, 1, 0.2, 0.2, 0.2])
  }

  @Test("has no mean and no median of no vertices")
  func empty() {
    let distribution = DegreeDistribution(of: SmallGraphs.empty.degrees)
    #expect(distribution.mean == nil)
    #expect(distribution.median == nil)
    #expect(distribution.counts.isEmpty)
    #expect(distribution.complementaryCumulativeShares.isEmpty)
  }

  @Test("is all zeros of vertices without neighbours")
  func loners() {
    let distribution = DegreeDistribution(of: SmallGraphs.loners.degrees)
    #expect(distribution.counts == [3])
    #expect(distribution.median == 0)
    #expect(distribution.mean == 0)
  }
}
