/// Ways through any graph of which one can ask for the neighbours of a vertex.
///
/// Memory goes with what is met, whatever the size of the graph, unless the marks are dense.
public enum GraphSearch {
  /// A vertex with how many edges lead to it.
  public struct Reached: Sendable, Equatable {
    /// The vertex.
    public var vertex: Int
    /// How many edges the shortest way to it has.
    public var hops: Int
  }

  /// Has a function told each neighbour of a vertex, ascending.
  public typealias Visit<Failure: Error> = (_ vertex: Int, _ tell: (Int) -> Void) throws(Failure) ->
    Void

  /// The vertices that no more than so many edges lead to, nearest first, then ascending.
  ///
  /// - Parameters:
  ///   - origin: where ways begin; it is not among those reached.
  ///   - limit: how many edges a way may have.
  ///   - visit: tells the neighbours of a vertex.
  /// - Returns: each vertex once.
  /// - Throws: what `visit` throws.
  /// - Complexity: linear in the edges of the vertices reached.
  public static func reached<Failure: Error>(
    from origin: Int, within limit: Int, _ visit: Visit<Failure>
  ) throws(Failure) -> [Reached] {
    try reached(from: origin, within: limit, marks: SparseMarks(), visit)
  }

  /// A shortest way between two vertices, both ends included; nil if there is none.
  ///
  /// Of several, always the same one. A vertex leads to itself.
  ///
  /// - Parameters:
  ///   - a: one end.
  ///   - b: the other.
  ///   - visit: tells the neighbours of a vertex.
  /// - Returns: the vertices of the way, from `a` to `b`.
  /// - Throws: what `visit` throws.
  /// - Complexity: searches from both ends, the smaller side first: linear in the edges of the
  ///   vertices met.
  public static func shortestPath<Failure: Error>(
    from a: Int, to b: Int, _ visit: Visit<Failure>
  ) throws(Failure) -> [Int]? {
    try shortestPath(from: a, to: b, marks: SparseMarks(), visit)
  }

  static func reached<Failure: Error>(
    from origin: Int, within limit: Int, marks: some Marks, _ visit: Visit<Failure>
  ) throws(Failure) -> [Reached] {
    var wave = Wave(from: origin, marks)
    var reached: [Reached] = []
    var hops = 0
    while hops < limit, !wave.frontier.isEmpty {
      hops += 1
      try wave.spread(visit)
      for vertex in wave.frontier { reached.append(Reached(vertex: vertex, hops: hops)) }
    }
    return reached
  }

  static func shortestPath<Failure: Error>(
    from a: Int, to b: Int, marks: some Marks, _ visit: Visit<Failure>
  ) throws(Failure) -> [Int]? {
    guard a != b else { return [a] }
    var near = Wave(from: a, marks)
    var far = Wave(from: b, marks)
    while !near.frontier.isEmpty, !far.frontier.isEmpty {
      // Before a step the two waves never meet, so that all ways through a vertex where they do
      // after it are as short as can be.
      let meeting: Int?
      if near.frontier.count <= far.frontier.count {
        try near.spread(visit)
        meeting = near.frontier.first { far.marks[$0] != nil }
      } else {
        try far.spread(visit)
        meeting = far.frontier.first { near.marks[$0] != nil }
      }
      if let meeting { return near.way(to: meeting).reversed() + far.way(to: meeting).dropFirst() }
    }
    return nil
  }

  /// What was reached from one end, an edge further with every step.
  private struct Wave<Kind: Marks> {
    /// From which vertex each was reached; the origin from itself.
    private(set) var marks: Kind
    /// Those that were reached last, ascending.
    private(set) var frontier: [Int]

    init(from origin: Int, _ marks: Kind) {
      self.marks = marks
      self.marks[origin] = origin
      frontier = [origin]
    }

    /// Goes an edge further.
    mutating func spread<Failure: Error>(_ visit: Visit<Failure>) throws(Failure) {
      var next: [Int] = []
      for vertex in frontier {
        try visit(vertex) { neighbour in
          guard marks[neighbour] == nil else { return }
          marks[neighbour] = vertex
          next.append(neighbour)
        }
      }
      next.sort()
      frontier = next
    }

    /// The way back to the origin, both ends included.
    func way(to vertex: Int) -> [Int] {
      var way = [vertex]
      while let last = way.last, let from = marks[last], from != last { way.append(from) }
      return way
    }
  }
}

/// From which vertex each was reached; nil of those that were not.
protocol Marks {
  subscript(vertex: Int) -> Int? { get set }
}

/// Marks in memory that goes with the vertices reached: for a graph that is not in memory.
struct SparseMarks: Marks {
  private var marks: [Int: Int] = [:]

  subscript(vertex: Int) -> Int? {
    get { marks[vertex] }
    set { marks[vertex] = newValue }
  }
}

/// Marks of 4 bytes a vertex: faster, for a graph that is in memory anyway.
struct DenseMarks: Marks {
  private var marks: [UInt32]
  private static let unreached = UInt32.max

  init(vertices: Int) { marks = Array(repeating: Self.unreached, count: vertices) }

  subscript(vertex: Int) -> Int? {
    get { marks[vertex] == Self.unreached ? nil : Int(marks[vertex]) }
    set { marks[vertex] = newValue.map { UInt32($0) } ?? Self.unreached }
  }
}
