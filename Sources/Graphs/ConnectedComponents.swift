/// The parts of a graph that no path leads between.
public struct ConnectedComponents: Sendable, Equatable {
  /// The component of each vertex, one per vertex; components are numbered in order of their lowest
  /// vertex.
  public let labels: [UInt32]
  /// How many vertices each component has, by its number.
  public let sizes: [Int]

  /// Finds the components of a graph, by a search from each vertex that was not reached before.
  ///
  /// - Complexity: linear in vertices and edges.
  public init(of graph: Adjacency) {
    let unreached = UInt32.max
    var labels = [UInt32](repeating: unreached, count: graph.vertexCount)
    var sizes: [Int] = []
    var queue: [UInt32] = []
    let starts = graph.offsets.span
    let neighbours = graph.neighbours.span
    for root in 0..<graph.vertexCount where labels[root] == unreached {
      let label = UInt32(sizes.count)
      labels[root] = label
      queue.removeAll(keepingCapacity: true)
      queue.append(UInt32(root))
      var next = 0
      while next < queue.count {
        let vertex = Int(queue[next])
        next += 1
        for index in starts[vertex]..<starts[vertex + 1] {
          let other = neighbours[index]
          guard labels[Int(other)] == unreached else { continue }
          labels[Int(other)] = label
          queue.append(other)
        }
      }
      sizes.append(queue.count)
    }
    self.labels = labels
    self.sizes = sizes
  }

  /// How many vertices the largest component has; 0 of no vertices.
  public var largest: Int { sizes.max() ?? 0 }

  /// The share of vertices that are in the largest component; nil of no vertices.
  public var largestShare: Double? {
    labels.isEmpty ? nil : Double(largest) / Double(labels.count)
  }

  /// The share of vertices with neighbours that are in the largest component; nil if none has any.
  public var largestShareOfNeighboured: Double? {
    let neighboured = sizes.reduce(0) { $0 + ($1 > 1 ? $1 : 0) }
    return neighboured == 0 ? nil : Double(largest) / Double(neighboured)
  }
}
