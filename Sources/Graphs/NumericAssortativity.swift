extension Adjacency {
  /// Whether vertices neighbour those of a similar degree: the correlation of the degrees at the
  /// two ends of an edge, from −1 to 1.
  ///
  /// Newman 2002, Physical Review Letters 89, 208701, equation 4; there with the remaining degree
  /// k − 1, which gives the same correlation. Degrees are those in the whole graph, also where only
  /// some vertices are looked at.
  ///
  /// - Parameters:
  ///   - members: whether each vertex is looked at, one per vertex; nil for all. An edge counts if
  ///     both its ends are.
  ///   - threads: how many threads work at most.
  /// - Returns: the coefficient; nil without edges, and if all their ends have the same degree.
  /// - Complexity: linear in vertices and edges.
  public func degreeAssortativity(among members: [Bool]? = nil, threads: Int) -> Double? {
    numericAssortativity(of: degrees, among: members, threads: threads)
  }

  /// Whether vertices neighbour those of a similar value, such as an age: the correlation of the
  /// values at the two ends of an edge, from −1 to 1.
  ///
  /// Pearson's r over the 2m ordered pairs of neighbours (x, y), so that each edge counts from both
  /// ends: (N Σxy − (Σx)²) / (N Σx² − (Σx)²) with N = 2m. Newman 2003, Physical Review E 67,
  /// 026126, equation 21. Sums are exact, so the result does not depend on their order.
  ///
  /// - Parameters:
  ///   - values: one per vertex.
  ///   - members: whether each vertex is looked at, one per vertex; nil for all. An edge counts if
  ///     both its ends are.
  ///   - threads: how many threads work at most.
  /// - Returns: the coefficient; nil without edges, and if all their ends have the same value.
  /// - Precondition: values lie within ±2³¹.
  /// - Complexity: linear in vertices and edges.
  public func numericAssortativity(
    of values: [Int], among members: [Bool]? = nil, threads: Int
  ) -> Double? {
    precondition(values.count == vertexCount, "values: \(values.count) of \(vertexCount) vertices")
    if let members {
      precondition(members.count == vertexCount, "members: \(members.count) of \(vertexCount)")
    }
    let moments = mapBlocks(of: vertexCount, size: 4_096, threads: threads) { block in
      EndMoments(of: self, rows: block, values: values, members: members)
    }
    return moments.reduce(EndMoments()) { $0.adding($1) }.correlation
  }
}

/// Sums over the ordered pairs of neighbours (x, y), from which their correlation follows.
private struct EndMoments {
  /// How many pairs there are: each edge from both ends.
  var count = Int128(0)
  /// Σx, which is Σy.
  var sum = Int128(0)
  /// Σx², which is Σy².
  var squares = Int128(0)
  /// Σxy.
  var products = Int128(0)

  init() {}

  init(of graph: Adjacency, rows: Range<Int>, values: [Int], members: [Bool]?) {
    let values = values.span
    for vertex in rows where members?[vertex] ?? true {
      let value = values[vertex]
      precondition(value.magnitude <= 1 << 31, "\(value) is too large a value to correlate")
      let row = graph.offsets[vertex]..<graph.offsets[vertex + 1]
      let (others, total) = Self.total(of: graph.neighbours.span, row, values, members)
      count += Int128(others)
      sum += Int128(others * value)
      squares += Int128(others) * Int128(value * value)
      products += Int128(total) * Int128(value)
    }
  }

  /// How many neighbours in a row are members, and the sum of their values.
  private static func total(
    of neighbours: Span<UInt32>, _ row: Range<Int>, _ values: Span<Int>, _ members: [Bool]?
  ) -> (count: Int, total: Int) {
    var total = 0
    guard let members = members?.span else {
      for index in row { total += values[Int(neighbours[index])] }
      return (row.count, total)
    }
    var count = 0
    for index in row {
      let other = Int(neighbours[index])
      count += members[other] ? 1 : 0
      total += members[other] ? values[other] : 0
    }
    return (count, total)
  }

  func adding(_ other: EndMoments) -> EndMoments {
    var sum = self
    sum.count += other.count
    sum.sum += other.sum
    sum.squares += other.squares
    sum.products += other.products
    return sum
  }

  var correlation: Double? {
    let variance = count * squares - sum * sum
    return variance == 0 ? nil : Double(count * products - sum * sum) / Double(variance)
  }
}
