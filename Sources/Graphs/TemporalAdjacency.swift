/// An undirected graph whose edges begin and end: who neighbours whom as of any time.
///
/// Compressed sparse rows, as `Adjacency`, with the time of each edge on both its sides: 12 bytes a
/// side and 8 a vertex. An edge stands from `since` on and until just before `until`. Two vertices
/// may have several edges, one after the other.
public struct TemporalAdjacency: Sendable, Equatable {
  /// Where each vertex's sides start; one more value than vertices.
  private let offsets: [Int]
  /// The other end of each side, ascending within a vertex, then by time.
  private let others: [UInt32]
  private let since: [Int32]
  private let until: [Int32]

  /// When an edge ends that has not ended.
  public static let open = Int32.max

  /// One side of an edge.
  public struct Side: Sendable, Equatable {
    /// The other end.
    public var neighbour: Int
    /// The first second of the edge.
    public var since: Int32
    /// The first second after the edge; `open` if it has not ended.
    public var until: Int32
  }

  /// How many vertices the graph has.
  public var vertexCount: Int { offsets.count - 1 }

  /// How many edges the graph ever had.
  public var edgeCount: Int { others.count / 2 }

  /// The edges of a vertex that stand at a time, by ascending neighbour.
  ///
  /// - Complexity: linear in the edges that the vertex ever had.
  public func sides(of vertex: Int, at time: Int32) -> [Side] {
    row(of: vertex).filter { stands($0, at: time) }.map {
      Side(neighbour: Int(others[$0]), since: since[$0], until: until[$0])
    }
  }

  /// Visits the neighbours that a vertex has at a time, ascending.
  ///
  /// - Complexity: linear in the edges that the vertex ever had.
  public func forEachNeighbour(of vertex: Int, at time: Int32, _ body: (Int) -> Void) {
    for side in row(of: vertex) where stands(side, at: time) { body(Int(others[side])) }
  }

  /// Whether two vertices are neighbours at a time.
  ///
  /// - Complexity: logarithmic in the edges that the vertex with fewer ever had.
  public func contains(_ a: Int, _ b: Int, at time: Int32) -> Bool {
    let (small, wanted) = row(of: a).count <= row(of: b).count ? (a, UInt32(b)) : (b, UInt32(a))
    let end = offsets[small + 1]
    var side = firstIndex(notBelow: wanted, in: others.span, row(of: small))
    return standsOne(of: wanted, from: &side, to: end, at: time)
  }

  /// How many neighbours two vertices have in common at a time.
  ///
  /// - Complexity: linear in the edges that the two ever had.
  public func mutualCount(_ a: Int, _ b: Int, at time: Int32) -> Int {
    let pool = others.span
    var left = offsets[a]
    var right = offsets[b]
    let (leftEnd, rightEnd) = (offsets[a + 1], offsets[b + 1])
    var mutual = 0
    while left < leftEnd, right < rightEnd {
      let x = pool[left]
      let y = pool[right]
      if x == y {
        let onLeft = standsOne(of: x, from: &left, to: leftEnd, at: time)
        let onRight = standsOne(of: x, from: &right, to: rightEnd, at: time)
        mutual += onLeft && onRight ? 1 : 0
      } else {
        // Without branches on the data: the side that is behind moves on.
        left += x < y ? 1 : 0
        right += y < x ? 1 : 0
      }
    }
    return mutual
  }

  /// Whether one of the edges to a neighbour stands at a time; moves the position past them.
  private func standsOne(
    of neighbour: UInt32, from side: inout Int, to end: Int, at time: Int32
  ) -> Bool {
    var isOne = false
    while side < end, others[side] == neighbour {
      isOne = isOne || stands(side, at: time)
      side += 1
    }
    return isOne
  }

  private func stands(_ side: Int, at time: Int32) -> Bool {
    since[side] <= time && (time < until[side] || until[side] == Self.open)
  }

  /// How many sides of edges a vertex has, whenever they stand.
  func sideCount(of vertex: Int) -> Int { row(of: vertex).count }

  private func row(of vertex: Int) -> Range<Int> { offsets[vertex]..<offsets[vertex + 1] }
}

extension TemporalAdjacency {
  /// Puts a graph together of edges in order, in the memory that the graph takes and 8 bytes a
  /// vertex.
  public struct Builder {
    private let offsets: [Int]
    private var next: [Int]
    private var others: [UInt32]
    private var since: [Int32]
    private var until: [Int32]

    /// Begins a graph.
    ///
    /// - Parameter degrees: how many sides of edges each vertex will have, whenever they stand.
    public init(degrees: [Int]) {
      var offsets = [0]
      offsets.reserveCapacity(degrees.count + 1)
      for degree in degrees { offsets.append(offsets[offsets.count - 1] + degree) }
      let sides = offsets[degrees.count]
      self.offsets = offsets
      next = Array(offsets.dropLast())
      others = Array(repeating: 0, count: sides)
      since = Array(repeating: 0, count: sides)
      until = Array(repeating: 0, count: sides)
    }

    /// Adds the next edge.
    ///
    /// - Precondition: edges come ascending by (lower, higher, since), and `lower` is below
    ///   `higher`; a vertex gets no more sides than was said.
    public mutating func append(lower: Int, higher: Int, since start: Int32, until end: Int32) {
      // A vertex meets its lower neighbours while those are listed, thus in order and before its
      // higher ones.
      add(higher, to: lower, start, end)
      add(lower, to: higher, start, end)
    }

    private mutating func add(_ other: Int, to vertex: Int, _ start: Int32, _ end: Int32) {
      let side = next[vertex]
      precondition(side < offsets[vertex + 1], "vertex \(vertex) has more sides than was said")
      others[side] = UInt32(other)
      since[side] = start
      until[side] = end
      next[vertex] = side + 1
    }

    /// The graph.
    ///
    /// - Precondition: every vertex got the sides that were said.
    public consuming func finished() -> TemporalAdjacency {
      precondition(next.elementsEqual(offsets.dropFirst()), "edges are missing")
      return TemporalAdjacency(offsets: offsets, others: others, since: since, until: until)
    }
  }
}
