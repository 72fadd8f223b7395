/// How many edges run between vertices of each two categories.
///
/// Newman 2003, Physical Review E 67, 026126, section II.
public struct MixingMatrix: Sendable, Equatable {
  /// How many categories there are.
  public let categoryCount: Int
  /// Ordered pairs of neighbours by the categories of the first and the second, row by row.
  ///
  /// Each edge is there from both ends, so the matrix is symmetric and an edge within a category
  /// counts twice.
  public let counts: [Int]

  /// Counts the edges of a graph.
  ///
  /// - Parameters:
  ///   - graph: the graph.
  ///   - categories: the category of each vertex, one per vertex, below `categoryCount`.
  ///   - categoryCount: how many categories there are.
  ///   - members: whether each vertex is looked at, one per vertex; nil for all. An edge counts if
  ///     both its ends are.
  ///   - threads: how many threads work at most.
  /// - Complexity: linear in vertices and edges; the square of the categories in memory per thread.
  public init(
    of graph: Adjacency, categories: [Int], categoryCount: Int, among members: [Bool]? = nil,
    threads: Int
  ) {
    precondition(categories.count == graph.vertexCount, "one category per vertex is needed")
    precondition(categories.allSatisfy { 0..<categoryCount ~= $0 }, "a category is out of range")
    precondition(members.map(\.count) ?? graph.vertexCount == graph.vertexCount, "one per vertex")
    self.categoryCount = categoryCount
    counts = sumBlocks(
      of: graph.vertexCount, size: 4_096, threads: threads, cells: categoryCount * categoryCount,
      scratch: {},
      { block, cells, _ in
        var cells = cells.mutableSpan
        let categories = categories.span
        let neighbours = graph.neighbours.span
        for vertex in block where members?[vertex] ?? true {
          let row = categories[vertex] * categoryCount
          for index in graph.offsets[vertex]..<graph.offsets[vertex + 1] {
            let other = Int(neighbours[index])
            cells[row + categories[other]] += members?[other] ?? true ? 1 : 0
          }
        }
      })
  }

  /// How many ordered pairs of neighbours are of two categories, in this order.
  public subscript(first: Int, second: Int) -> Int { counts[first * categoryCount + second] }

  /// The share of ordered pairs of neighbours that are of two categories, e_ij; nil without edges.
  public func share(_ first: Int, _ second: Int) -> Double? {
    let total = counts.reduce(0, +)
    return total == 0 ? nil : Double(self[first, second]) / Double(total)
  }

  /// Whether vertices neighbour those of their own category: 1 if all do, 0 if as often as by
  /// chance, negative if less often.
  ///
  /// r = (Σ e_ii − Σ a_i²) / (1 − Σ a_i²) with a_i = Σ_j e_ij; Newman 2003, equation 2. Nil
  /// without edges, and if all their ends are of one category. Worked out of whole numbers, so
  /// exact until the last division.
  public var assortativity: Double? {
    let total = Int128(counts.reduce(0, +))
    var within = Int128(0)
    var chance = Int128(0)
    for category in 0..<categoryCount {
      let row = counts[category * categoryCount..<(category + 1) * categoryCount].reduce(0, +)
      within += Int128(self[category, category])
      chance += Int128(row) * Int128(row)
    }
    let room = total * total - chance
    return room == 0 ? nil : Double(total * within - chance) / Double(room)
  }
}
