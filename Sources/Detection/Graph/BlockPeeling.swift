import RealModule

/// Peels a bipartite graph down, vertex by vertex, and remembers the densest block each row was in.
///
/// The greedy algorithm of FRAUDAR (Hooi et al. 2016, doi 10.1145/2939672.2939747): of all vertices
/// that are left, the one goes next that takes the least weight with it. An edge weighs
/// 1 / ln(degree of its column + 5), so that what points to popular columns counts for little. The
/// densest block met on the way is at least half as dense as any there is (their theorem 2).
struct BlockPeeling {
  /// The density, per row, of the densest block met that holds it.
  private(set) var densities: [Double]
  /// How many vertices had gone before that block, per row.
  private(set) var steps: [Int]
  /// How many rows that block has, per row.
  private(set) var rowsInBlock: [Int]
  /// How many vertices went before each: rows, then columns.
  private(set) var gone: [Int]

  /// Peels a graph.
  ///
  /// - Parameters:
  ///   - rows: how many rows there are.
  ///   - columns: how many columns there are.
  ///   - edges: distinct pairs of a row and a column.
  /// - Complexity: edges times the logarithm of vertices.
  init(rows: Int, columns: Int, edges: [(row: Int, column: Int)]) {
    densities = [Double](repeating: 0, count: rows)
    steps = [Int](repeating: 0, count: rows)
    rowsInBlock = [Int](repeating: 0, count: rows)
    gone = [Int](repeating: 0, count: rows + columns)
    let vertices = rows + columns
    let graph = Incidence(vertices: vertices, edges: edges.map { ($0.row, rows + $0.column) })
    let weights = (0..<columns).map { column in
      1 / Double.log(Double(graph.neighbours(of: rows + column).count) + 5)
    }
    var takes = [Double](repeating: 0, count: vertices)
    var weight = 0.0
    for (row, column) in edges {
      takes[row] += weights[column]
      takes[rows + column] += weights[column]
      weight += weights[column]
    }
    var tree = MinimumTree(takes)
    var (rowsLeft, best, bestStep, bestRows) = (rows, -1.0, 0, rows)
    for step in 0..<vertices {
      let density = weight / Double(vertices - step)
      if density > best { (best, bestStep, bestRows) = (density, step, rowsLeft) }
      let vertex = tree.least
      weight -= tree.values[vertex]
      tree.change(vertex, to: .infinity)
      gone[vertex] = step
      for other in graph.neighbours(of: vertex) where tree.values[Int(other)] < .infinity {
        let lost = weights[max(vertex, Int(other)) - rows]
        tree.change(Int(other), to: tree.values[Int(other)] - lost)
      }
      guard vertex < rows else { continue }
      rowsLeft -= 1
      (densities[vertex], steps[vertex], rowsInBlock[vertex]) = (best, bestStep, bestRows)
    }
  }
}
