/// An undirected graph that gains and loses edges, one at a time.
///
/// All neighbours live in one array. Each vertex owns a run of it with some room to grow; a run
/// that is full moves to the end with twice the room. Runs are ascending, so that membership is a
/// binary search and mutual neighbours are one merge over contiguous memory.
public struct GrowingAdjacency: Sendable {
  private var pool: [UInt32]
  private var starts: [Int]
  private var counts: [Int32]
  private var rooms: [Int32]

  /// Makes the graph that starts as another.
  ///
  /// - Complexity: linear in vertices and edges.
  public init(_ graph: Adjacency) {
    let vertices = graph.vertexCount
    pool = []
    pool.reserveCapacity(graph.neighbours.count + graph.neighbours.count / 4 + 4 * vertices)
    starts = []
    starts.reserveCapacity(vertices)
    counts = (0..<vertices).map { Int32(graph.degree(of: $0)) }
    rooms = counts.map { $0 + $0 / 4 + 4 }
    for vertex in 0..<vertices {
      starts.append(pool.count)
      let row = graph.neighbours(of: vertex)
      pool.append(contentsOf: row)
      pool.append(contentsOf: repeatElement(0, count: Int(rooms[vertex]) - row.count))
    }
  }

  /// How many vertices the graph has.
  public var vertexCount: Int { starts.count }

  /// How many neighbours a vertex has now.
  public func degree(of vertex: Int) -> Int { Int(counts[vertex]) }

  /// One neighbour of a vertex, by position in ascending order.
  public func neighbour(of vertex: Int, at position: Int) -> Int {
    precondition(position < counts[vertex], "vertex \(vertex) has \(counts[vertex]) neighbours")
    return Int(pool[starts[vertex] + position])
  }

  /// The neighbours of a vertex, ascending.
  public func neighbours(of vertex: Int) -> ArraySlice<UInt32> {
    pool[starts[vertex]..<starts[vertex] + Int(counts[vertex])]
  }

  /// Whether two vertices are neighbours now.
  ///
  /// - Complexity: logarithmic in the smaller degree.
  public func contains(_ a: Int, _ b: Int) -> Bool {
    let (small, large) = counts[a] <= counts[b] ? (a, b) : (b, a)
    let place = position(of: UInt32(large), in: small)
    return place < Int(counts[small]) && pool[starts[small] + place] == UInt32(large)
  }

  /// How many neighbours two vertices have in common now.
  ///
  /// - Complexity: linear in the two degrees, or in the smaller times the logarithm of the larger
  ///   where they differ much.
  public func mutualCount(_ a: Int, _ b: Int) -> Int {
    Graphs.mutualCount(in: pool.span, run(of: a), run(of: b))
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

  private func run(of vertex: Int) -> Range<Int> {
    starts[vertex]..<starts[vertex] + Int(counts[vertex])
  }

  /// The position of the first neighbour of a vertex that is not below a value.
  private func position(of value: UInt32, in vertex: Int) -> Int {
    let start = starts[vertex]
    var low = 0
    var high = Int(counts[vertex])
    while low < high {
      let middle = (low + high) / 2
      if pool[start + middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func insert(_ value: UInt32, into vertex: Int) {
    if counts[vertex] == rooms[vertex] { move(vertex) }
    let place = position(of: value, in: vertex)
    let start = starts[vertex]
    var index = start + Int(counts[vertex])
    while index > start + place {
      pool[index] = pool[index - 1]
      index -= 1
    }
    pool[index] = value
    counts[vertex] += 1
  }

  private mutating func remove(_ value: UInt32, from vertex: Int) {
    let place = position(of: value, in: vertex)
    let start = starts[vertex]
    for index in start + place..<start + Int(counts[vertex]) - 1 {
      pool[index] = pool[index + 1]
    }
    counts[vertex] -= 1
  }

  /// Moves a vertex's run to the end of the pool, with twice the room.
  private mutating func move(_ vertex: Int) {
    let row = Array(neighbours(of: vertex))
    rooms[vertex] = max(rooms[vertex] * 2, 4)
    starts[vertex] = pool.count
    pool.append(contentsOf: row)
    pool.append(contentsOf: repeatElement(0, count: Int(rooms[vertex]) - row.count))
  }
}
