import Testing

@testable import Designs

@Suite("Designs") struct DesignTests {
  private let keys = [
    VariedKey("a", .choices(["red", "green", "blue"])),
    VariedKey("b.share", .numbers(0.1...0.9, .linear), levels: 3),
  ]

  @Test("a grid has every combination, the last key fastest")
  func grid() throws {
    let points = try Design.grid.points(of: keys, count: nil, seed: 1)
    let overrides = points.map { point in zip(keys, point).map { $0.override(at: $1) } }
    #expect(
      overrides == [
        ["a=red", "b.share=0.1"], ["a=red", "b.share=0.5"], ["a=red", "b.share=0.9"],
        ["a=green", "b.share=0.1"], ["a=green", "b.share=0.5"], ["a=green", "b.share=0.9"],
        ["a=blue", "b.share=0.1"], ["a=blue", "b.share=0.5"], ["a=blue", "b.share=0.9"],
      ])
  }

  @Test("a grid over nothing has one point, which changes nothing")
  func nothing() throws {
    let points = try Design.grid.points(of: [], count: nil, seed: 1)
    #expect(Array(points) == [[]])
  }

  @Test(
    "the others have as many points as asked for, from the seed", arguments: [Design.latin, .sobol])
  func seeded(design: Design) throws {
    let points = try design.points(of: keys, count: 12, seed: 9)
    #expect(points.count == 12)
    #expect(points.allSatisfy { $0.count == 2 && $0.allSatisfy { (0..<1).contains($0) } })
    #expect(try Array(points) == Array(design.points(of: keys, count: 12, seed: 9)))
    #expect(try Array(points) != Array(design.points(of: keys, count: 12, seed: 8)))
    // Of 12 points, each of three choices has four in a Latin hypercube, and about that in the other.
    let reds = points.count { keys[0].value(at: $0[0]) == "red" }
    #expect(design == .latin ? reds == 4 : (3...5).contains(reds))
  }

  @Test("what does not go together is refused")
  func refusals() {
    let range = VariedKey("c", .numbers(0...1, .linear))
    #expect(throws: DesignError.withoutLevels("c")) {
      try Design.grid.points(of: [range], count: nil, seed: 1)
    }
    #expect(throws: DesignError.gridWithCount(5)) {
      try Design.grid.points(of: keys, count: 5, seed: 1)
    }
    #expect(throws: DesignError.withoutCount(.sobol)) {
      try Design.sobol.points(of: keys, count: nil, seed: 1)
    }
    #expect(throws: DesignError.badCount(0)) {
      try Design.latin.points(of: keys, count: 0, seed: 1)
    }
    #expect(throws: DesignError.repeated("c")) {
      try Design.latin.points(of: [range, range], count: 2, seed: 1)
    }
    let many = (0..<129).map { VariedKey("k\($0)", .numbers(0...1, .linear), levels: 1_000) }
    #expect(throws: DesignError.tooManyKeys(129)) {
      try Design.sobol.points(of: many, count: 2, seed: 1)
    }
    #expect(throws: DesignError.tooMany(many.map { _ in 1_000 })) {
      try Design.grid.points(of: many, count: nil, seed: 1)
    }
  }
}
