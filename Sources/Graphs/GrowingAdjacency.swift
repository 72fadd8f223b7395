public import State

/// An undirected graph that gains and loses edges, one at a time.
///
/// All neighbours live in one array. Each vertex owns a run of it with some room to grow; a run
/// that is full moves to the end with twice the room. Runs are ascending, so that membership is a
/// binary search and mutual neighbours are one merge over contiguous memory.
public struct GrowingAdjacency: Sendable {
  // Visible to other modules' compilers, so that what is read for nearly every event costs no call.
  @usableFromInline var pool: [UInt32]
  @usableFromInline var rows: [Row]

  /// Where a vertex's neighbours are, read at once: a vertex met at random misses the cache once.
  @usableFromInline struct Row: Sendable {
    @usableFromInline var start: Int
    /// How many neighbours there are.
    @usableFromInline var count: Int32
    /// How many fit.
    var room: Int32

    @usableFromInline var range: Range<Int> { start..<start + Int(count) }
  }

  /// Makes the graph that starts as another.
  ///
  /// - Complexity: linear in vertices and edges.
  public init(_ graph: Adjacency) {
    let vertices = graph.vertexCount
    // A quarter for the runs to grow in place, another for those that move; what is not used costs
    // nothing.
    pool = []
    pool.reserveCapacity(graph.neighbours.count + graph.neighbours.count / 2 + 8 * vertices)
    rows = []
    rows.reserveCapacity(vertices)
    for vertex in 0..<vertices {
      let neighbours = graph.neighbours(of: vertex)
      let count = Int32(neighbours.count)
      rows.append(Row(start: pool.count, count: count, room: count + count / 4 + 4))
      pool.append(contentsOf: neighbours)
      pool.append(contentsOf: repeatElement(0, count: Int(rows[vertex].room - count)))
    }
  }

  /// How many vertices the graph has.
  public var vertexCount: Int { rows.count }

  /// How many neighbours a vertex has now.
  @inlinable public func degree(of vertex: Int) -> Int { Int(rows[vertex].count) }

  /// One neighbour of a vertex, by position in ascending order.
  @inlinable public func neighbour(of vertex: Int, at position: Int) -> Int {
    let row = rows[vertex]
    precondition(position < row.count, "vertex \(vertex) has \(row.count) neighbours")
    return Int(pool[row.start + position])
  }

  /// The neighbours of a vertex, ascending.
  @inlinable public func neighbours(of vertex: Int) -> ArraySlice<UInt32> {
    pool[rows[vertex].range]
  }

  /// Reads through the neighbours of some vertices, so that they are in fast memory when they are
  /// asked for at random: in a row that costs a tenth.
  ///
  /// - Returns: a number that means nothing; a caller that keeps it keeps the reading.
  public func readAhead(_ vertices: Range<Int>) -> UInt32 {
    var sum: UInt32 = 0
    for vertex in vertices {
      // A cache line holds 16 neighbours.
      for place in stride(from: rows[vertex].start, to: rows[vertex].range.upperBound, by: 16) {
        sum &+= pool[place]
      }
    }
    return sum
  }

  /// Whether two vertices are neighbours now.
  ///
  /// - Complexity: logarithmic in the smaller degree.
  public func contains(_ a: Int, _ b: Int) -> Bool {
    let (small, large) = rows[a].count <= rows[b].count ? (a, b) : (b, a)
    let place = position(of: UInt32(large), in: small)
    return place < rows[small].range.upperBound && pool[place] == UInt32(large)
  }

  /// How many neighbours two vertices have in common now.
  ///
  /// - Complexity: linear in the two degrees, or in the smaller times the logarithm of the larger
  ///   where they differ much.
  public func mutualCount(_ a: Int, _ b: Int) -> Int {
    Graphs.mutualCount(in: pool.span, rows[a].range, rows[b].range)
  }

  /// Makes two vertices neighbours.
  ///
  /// - Returns: whether they were not neighbours before.
  /// - Precondition: the vertices differ.
  @discardableResult
  public mutating func insert(_ a: Int, _ b: Int) -> Bool {
    precondition(a != b, "vertex \(a) cannot neighbour itself")
    guard !contains(a, b) else { return false }
    insert(UInt32(b), into: a)
    insert(UInt32(a), into: b)
    return true
  }

  /// Makes two vertices no longer neighbours.
  ///
  /// - Returns: whether they were neighbours before.
  @discardableResult
  public mutating func remove(_ a: Int, _ b: Int) -> Bool {
    guard contains(a, b) else { return false }
    remove(UInt32(b), from: a)
    remove(UInt32(a), from: b)
    return true
  }

  /// The graph as it is now, in a form that does not change.
  ///
  /// - Complexity: linear in vertices and edges.
  public func frozen() -> Adjacency {
    let (starts, higher) = edgesByLowerVertex()
    return Adjacency(starts: starts, higher: higher)
  }

  /// The edges as `Adjacency.init(starts:higher:)` takes them.
  private func edgesByLowerVertex() -> (starts: [Int], higher: [UInt32]) {
    var starts = [0]
    starts.reserveCapacity(vertexCount + 1)
    var higher: [UInt32] = []
    higher.reserveCapacity(pool.count / 2)
    for vertex in 0..<vertexCount {
      let first = firstIndex(notBelow: UInt32(vertex), in: pool.span, rows[vertex].range)
      higher.append(contentsOf: pool[first..<rows[vertex].range.upperBound])
      starts.append(higher.count)
    }
    return (starts, higher)
  }

  /// The place in the pool of the first neighbour of a vertex that is not below a value.
  private func position(of value: UInt32, in vertex: Int) -> Int {
    firstIndex(notBelow: value, in: pool.span, rows[vertex].range)
  }

  private mutating func insert(_ value: UInt32, into vertex: Int) {
    if rows[vertex].count == rows[vertex].room { move(vertex) }
    let place = position(of: value, in: vertex)
    var index = rows[vertex].range.upperBound
    while index > place {
      pool[index] = pool[index - 1]
      index -= 1
    }
    pool[index] = value
    rows[vertex].count += 1
  }

  private mutating func remove(_ value: UInt32, from vertex: Int) {
    for index in position(of: value, in: vertex)..<rows[vertex].range.upperBound - 1 {
      pool[index] = pool[index + 1]
    }
    rows[vertex].count -= 1
  }

  /// Moves a vertex's run to the end of the pool, with twice the room.
  private mutating func move(_ vertex: Int) {
    let row = Array(neighbours(of: vertex))
    rows[vertex].room = max(rows[vertex].room * 2, 4)
    rows[vertex].start = pool.count
    pool.append(contentsOf: row)
    pool.append(contentsOf: repeatElement(0, count: Int(rows[vertex].room) - row.count))
  }
}

extension GrowingAdjacency {
  /// Writes the graph down as it is now.
  ///
  /// - Complexity: linear in vertices and edges.
  public func save(to state: inout StateWriter) {
    let (starts, higher) = edgesByLowerVertex()
    state.write(starts)
    state.write(higher)
  }

  /// The graph that was written down; how its neighbours lie in memory may differ.
  ///
  /// - Throws: `StateMismatch` if the state is another build's or damaged.
  /// - Complexity: linear in vertices and edges.
  public init(from state: inout StateReader) throws(StateMismatch) {
    self.init(Adjacency(starts: try state.readAll(), higher: try state.readAll()))
  }
}
