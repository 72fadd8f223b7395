import RealModule
import Testing
import Vocabulary

@testable import Detection

@Suite("Peeling of bipartite graphs")
struct BlockPeelingTests {
  /// Every tenth pair, and four in five of a planted block.
  private static func graph(seed: Int, size: Int, planted: Int) -> [(row: Int, column: Int)] {
    var draws = SmallRandomGraph(seed: seed)
    var edges: [(row: Int, column: Int)] = []
    for row in 0..<size {
      for column in 0..<size
      where draws.percent() < (row < planted && column < planted ? 80 : 10) {
        edges.append((row, column))
      }
    }
    return edges
  }

  /// The weight within a block over its vertices, worked out anew.
  private static func density(
    _ edges: [(row: Int, column: Int)], rows: Set<Int>, columns: Set<Int>
  ) -> Double {
    var degrees: [Int: Int] = [:]
    for edge in edges { degrees[edge.column, default: 0] += 1 }
    let inside = edges.filter { rows.contains($0.row) && columns.contains($0.column) }
    let weight = inside.map { 1 / Double.log(Double(degrees[$0.column] ?? 0) + 5) }.reduce(0, +)
    return weight / Double(rows.count + columns.count)
  }

  @Test(
    "finds the block that the authors' own program finds",
    arguments: [
      // References/dense_blocks.py
      (1, 20, 0, 0.5999289536560255, [1, 2, 4, 6, 10, 13, 16, 19], [4, 5, 6, 7, 9, 11, 13]),
      (2, 30, 6, 1.0527563616653541, [0, 1, 2, 3, 4, 5, 9], [0, 1, 2, 3, 4, 5, 8, 10]),
      (
        3, 40, 8, 1.1452714525269168, [0, 1, 2, 3, 4, 5, 6, 7, 9, 23, 24, 27],
        [0, 1, 2, 3, 4, 5, 6, 7, 13, 20, 32, 36]
      ),
      (5, 60, 10, 1.4161961542975927, Array(0..<10), Array(0..<10)),
    ])
  func authors(
    seed: Int, size: Int, planted: Int, density: Double, rows: [Int], columns: [Int]
  ) throws {
    let edges = Self.graph(seed: seed, size: size, planted: planted)
    let peeling = BlockPeeling(rows: size, columns: size, edges: edges)
    let best = try #require(peeling.densities.max())
    #expect(abs(best - density) < 1e-12)
    let found = (0..<size).filter { peeling.densities[$0] == best }
    #expect(found == rows)
    let step = peeling.steps[found[0]]
    #expect((0..<size).filter { peeling.gone[size + $0] >= step } == columns)
    #expect(peeling.rowsInBlock[found[0]] == rows.count)
  }

  @Test("finds a block at least half as dense as the densest of all", arguments: 1...8)
  func bruteForce(seed: Int) {
    let edges = Self.graph(seed: seed, size: 6, planted: 3)
    var densest = 0.0
    for subset in 1..<(1 << 12) {
      let rows = Set((0..<6).filter { subset >> $0 & 1 == 1 })
      let columns = Set((0..<6).filter { subset >> ($0 + 6) & 1 == 1 })
      densest = max(densest, Self.density(edges, rows: rows, columns: columns))
    }
    let peeling = BlockPeeling(rows: 6, columns: 6, edges: edges)
    let best = peeling.densities.max() ?? 0
    #expect(best <= densest + 1e-12)
    #expect(best >= densest / 2)
  }

  @Test("says of each row how dense the block is that it names", arguments: [1, 2, 3])
  func blocks(seed: Int) {
    let edges = Self.graph(seed: seed, size: 20, planted: 5)
    let peeling = BlockPeeling(rows: 20, columns: 20, edges: edges)
    for row in 0..<20 {
      let left = { (vertex: Int) in peeling.gone[vertex] >= peeling.steps[row] }
      let rows = Set((0..<20).filter(left))
      let columns = Set((0..<20).filter { left($0 + 20) })
      #expect(rows.contains(row))
      #expect(rows.count == peeling.rowsInBlock[row])
      let density = Self.density(edges, rows: rows, columns: columns)
      #expect(abs(peeling.densities[row] - density) < 1e-12)
    }
  }

  @Test("of nothing finds nothing")
  func empty() {
    #expect(BlockPeeling(rows: 0, columns: 0, edges: []).densities.isEmpty)
  }
}

@Suite("Tree of minima")
struct MinimumTreeTests {
  @Test("knows the first of the least numbers after every change", arguments: [1, 2, 3, 7, 8, 13])
  func changes(count: Int) {
    var draws = SmallRandomGraph(seed: count)
    var values = (0..<count).map { _ in Double(draws.percent()) }
    var tree = MinimumTree(values)
    for _ in 0..<200 {
      #expect(tree.least == values.firstIndex(of: values.min() ?? 0))
      let position = draws.percent() % count
      values[position] = Double(draws.percent() % 10)
      tree.change(position, to: values[position])
    }
    #expect(MinimumTree([]).least == -1)
  }
}

@Suite("Detector of dense blocks of outreach")
struct FraudarTests {
  /// Three adults who ask the same five children, one who asks one of them, and others who ask one
  /// each, on the first day; the next day begins with a post.
  private func stage(_ kind: EventKind = .request) -> Stage {
    var stage = Stage(Fraudar.entry)
    for adult in 0..<3 {
      for child in 10..<15 { stage.on(0.1 + Double(adult) / 100, kind, adult, child) }
    }
    stage.on(0.2, kind, 3, 10)
    for adult in 4..<10 { stage.on(0.3, kind, adult, 20 + adult) }
    stage.on(1.5, .post, 30, 30)
    return stage
  }

  @Test("names those of the block the night after, with the children they asked")
  func block() {
    var settings = DetectionSettings()
    settings.fraudar.minimumDensity = 0.8
    let alerts = stage().alerts(settings: settings)
    #expect(alerts.map(\.suspect) == [0, 1, 2].map { AccountID($0) })
    #expect(alerts.allSatisfy { $0.cause == 22 && $0.time.day == 1 })
    // 15 edges to columns of 3, but one of 4; 8 accounts:
    // python3 -c "from math import log; print((12/log(8) + 3/log(9))/8)"
    #expect(alerts.allSatisfy { abs($0.score - 0.8920173754370138) < 1e-12 })
    #expect(alerts.last?.reasons.first?.events == Array(10..<15))
    #expect(alerts.first?.reasons.map(\.value).prefix(1) == [5])
  }

  @Test("looks at follows as at requests, and at nothing else", arguments: EventKind.allCases)
  func kinds(kind: EventKind) {
    var settings = DetectionSettings()
    settings.fraudar.minimumDensity = 0.8
    let isOutreach = kind == .request || kind == .follow
    #expect(stage(kind).alerts(settings: settings).isEmpty == !isOutreach)
  }

  @Test("forgets what is older than its window, and looks when it is due")
  func window() {
    var settings = DetectionSettings()
    settings.quietDays = 0
    settings.fraudar.minimumDensity = 0.8
    settings.fraudar.windowDays = 5
    settings.fraudar.everyDays = 2
    var stage = stage()
    for day in 2..<9 { stage.on(Double(day) + 0.01, .post, 30, 30) }
    #expect(Set(stage.alerts(settings: settings).map(\.time.day)) == [2, 4])
  }
}
