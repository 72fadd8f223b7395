/// Ways through the graph as it is at one time.
extension TemporalAdjacency {
  /// A vertex with how many edges lead to it.
  public struct Reached: Sendable, Equatable {
    /// The vertex.
    public var vertex: Int
    /// How many edges the shortest way to it has.
    public var hops: Int
  }

  /// The vertices that no more than so many edges lead to, nearest first, then ascending.
  ///
  /// - Parameters:
  ///   - origin: where ways begin; it is not among those reached.
  ///   - limit: how many edges a way may have.
  ///   - time: when.
  /// - Returns: each vertex once.
  /// - Complexity: linear in the edges of the vertices reached, and a byte of memory a vertex.
  public func reached(from origin: Int, within limit: Int, at time: Int32) -> [Reached] {
    var isSeen = [Bool](repeating: false, count: vertexCount)
    isSeen[origin] = true
    var reached: [Reached] = []
    var frontier = [origin]
    var hops = 0
    while hops < limit, !frontier.isEmpty {
      hops += 1
      var next: [Int] = []
      for vertex in frontier {
        forEachNeighbour(of: vertex, at: time) { neighbour in
          guard !isSeen[neighbour] else { return }
          isSeen[neighbour] = true
          next.append(neighbour)
        }
      }
      next.sort()
      for vertex in next { reached.append(Reached(vertex: vertex, hops: hops)) }
      frontier = next
    }
    return reached
  }

  /// A shortest way between two vertices, both ends included; nil if there is none.
  ///
  /// Of several, always the same one. A vertex leads to itself.
  ///
  /// - Complexity: searches from both ends, the smaller side first: linear in the edges of the
  ///   vertices met, and 8 bytes of memory a vertex.
  public func shortestPath(from a: Int, to b: Int, at time: Int32) -> [Int]? {
    guard a != b else { return [a] }
    var near = Wave(from: a, vertices: vertexCount)
    var far = Wave(from: b, vertices: vertexCount)
    while !near.frontier.isEmpty, !far.frontier.isEmpty {
      let isNear = near.frontier.count <= far.frontier.count
      let meeting =
        isNear
        ? near.spread(over: self, at: time, towards: far)
        : far.spread(over: self, at: time, towards: near)
      if let meeting { return near.way(to: meeting).reversed() + far.way(to: meeting).dropFirst() }
    }
    return nil
  }

  /// What was reached from one end, an edge further with every step.
  private struct Wave {
    /// From which vertex each was reached; the origin from itself.
    private var parents: [UInt32]
    /// Those that were reached last, ascending.
    private(set) var frontier: [Int]

    private static let unreached = UInt32.max

    init(from origin: Int, vertices: Int) {
      parents = Array(repeating: Self.unreached, count: vertices)
      parents[origin] = UInt32(origin)
      frontier = [origin]
    }

    func reaches(_ vertex: Int) -> Bool { parents[vertex] != Self.unreached }

    /// Goes an edge further.
    ///
    /// Before a step the two waves never meet, so that all ways through a vertex where they do
    /// after it are as short as can be.
    ///
    /// - Returns: the first vertex that the other wave has reached too.
    mutating func spread(
      over graph: borrowing TemporalAdjacency, at time: Int32, towards other: borrowing Wave
    ) -> Int? {
      var next: [Int] = []
      for vertex in frontier {
        graph.forEachNeighbour(of: vertex, at: time) { neighbour in
          guard !reaches(neighbour) else { return }
          parents[neighbour] = UInt32(vertex)
          next.append(neighbour)
        }
      }
      next.sort()
      frontier = next
      return next.first(where: other.reaches)
    }

    /// The way back to the origin, both ends included.
    func way(to vertex: Int) -> [Int] {
      var way = [vertex]
      while let last = way.last, parents[last] != UInt32(last) { way.append(Int(parents[last])) }
      return way
    }
  }
}
