import Testing

@testable import Designs

@Suite("Elementary effects") struct ElementaryEffectsTests {
  /// Six ways that SALib drew, in thirds, and what it found; from References/sensitivity.py.
  static let thirds = [
    [3, 1, 2], [3, 1, 0], [1, 1, 0], [1, 3, 0], [2, 2, 0], [2, 0, 0], [2, 0, 2], [0, 0, 2],
    [3, 1, 2], [3, 1, 0], [3, 3, 0], [1, 3, 0], [3, 1, 3], [3, 3, 3], [3, 3, 1], [1, 3, 1],
    [1, 3, 0], [1, 1, 0], [3, 1, 0], [3, 1, 2], [1, 2, 2], [3, 2, 2], [3, 0, 2], [3, 0, 0],
  ]

  @Test("are SALib's for Ishigami's function")
  func matchesSALib() throws {
    let points = Self.thirds.map { $0.map { Double($0) / 3 } }
    let found = ElementaryEffects.all(
      points: points, outcomes: points.map(TestFunctions.ishigami), dimensions: 3, seed: 1)
    let effects = try found.map { try #require($0) }
    for (key, effect) in effects.enumerated() {
      #expect(abs(effect.mean - [7.704054111593103, -2.625, -2.082932034444373][key]) < 1e-9)
      #expect(abs(effect.size - [7.704054111593103, 7.875, 2.082932034444373][key]) < 1e-9)
      let deviation = [6.845213166091862, 8.133265027035572, 5.102120653285987][key]
      #expect(abs(try #require(effect.deviation) - deviation) < 1e-9)
      #expect(effect.count == 6)
      #expect(effect.sizeInterval.contains(effect.size))
    }
    // All sizes of the second key's effects are the same, so that every bootstrap is.
    #expect(effects[1].sizeInterval.upperBound - effects[1].sizeInterval.lowerBound < 1e-9)
    // Of six effects 0 or 12.5, five of them 0: a bootstrap of none has (5/6)^6 = 33 % of draws.
    #expect(abs(effects[2].sizeInterval.lowerBound) < 1e-9)
  }

  @Test("of a sum are its coefficients, without deviation")
  func linear() throws {
    let design = MorrisDesign(dimensions: 4, trajectories: 10, seed: 2)
    let points = (0..<design.count).map { design.point(at: $0) }
    let outcomes = points.map { 3 * $0[0] - 2 * $0[1] + 0.5 * $0[2] + 7 }
    let found = ElementaryEffects.all(points: points, outcomes: outcomes, dimensions: 4, seed: 1)
    for (effect, coefficient) in zip(found, [3, -2, 0.5, 0]) {
      let effect = try #require(effect)
      #expect(abs(effect.mean - coefficient) < 1e-12)
      #expect(abs(effect.size - abs(coefficient)) < 1e-12)
      #expect(try #require(effect.deviation) < 1e-12)
    }
  }

  @Test("leave out steps to or from an outcome that is missing")
  func missing() throws {
    let points = [[0, 0], [1, 0], [1, 1], [1, 0], [1, 1], [0, 1]].map { $0.map(Double.init) }
    let outcomes: [Double?] = [1, nil, 5, 2, 4, 1]
    let found = ElementaryEffects.all(points: points, outcomes: outcomes, dimensions: 2, seed: 1)
    #expect(found.map { $0?.count } == [1, 1])
    #expect(found.map { $0?.mean } == [3, 2])
    #expect(found.map { $0?.deviation } == [nil, nil])
    let none = ElementaryEffects.all(
      points: points, outcomes: points.map { _ in nil }, dimensions: 2, seed: 1)
    #expect(none == [nil, nil])
  }

  @Test("every way changes every key once, by two thirds", arguments: [1, 2, 7, 60])
  func ways(dimensions: Int) {
    let design = MorrisDesign(dimensions: dimensions, trajectories: 20, seed: 8)
    let points = (0..<design.count).map { design.point(at: $0) }
    #expect(points.joined().allSatisfy { [0, 1.0 / 3, 2.0 / 3, 1].contains($0) })
    for way in 0..<20 {
      let first = way * (dimensions + 1)
      let changed = (0..<dimensions).map { step -> [Int] in
        let (from, to) = (points[first + step], points[first + step + 1])
        return from.indices.filter { abs(abs(from[$0] - to[$0]) - 2.0 / 3) < 1e-12 }
      }
      #expect(changed.allSatisfy { $0.count == 1 })
      #expect(changed.joined().sorted() == Array(0..<dimensions))
    }
  }

  @Test("ways start at every level equally often, in any direction")
  func starts() {
    let design = MorrisDesign(dimensions: 50, trajectories: 200, seed: 4)
    let starts = (0..<200).flatMap { design.point(at: $0 * 51) }
    for level in 0..<4 {
      // 10,000 draws of a quarter have a standard deviation of 43.
      let count = starts.count { Int(($0 * 3).rounded()) == level }
      #expect(abs(count - 2_500) < 4 * 43, "level \(level): \(count)")
    }
  }
}
