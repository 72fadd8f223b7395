import Testing

@testable import Randomness

@Suite("Shuffle")
struct ShuffleTests {
  @Test("keeps the elements", arguments: [0, 1, 2, 100])
  func permutation(count: Int) {
    var stream = statisticalStream()
    var elements = Array(0..<count)
    shuffle(&elements, using: &stream)
    #expect(elements.sorted() == Array(0..<count))
  }

  @Test("gives every order equally often", .tags(.statistical))
  func shape() {
    var stream = statisticalStream()
    // An order of 4 elements as a number with four digits to the base of 4.
    let orders = (0..<drawCount).map { _ in
      var elements = [0, 1, 2, 3]
      shuffle(&elements, using: &stream)
      return elements.reduce(0) { $0 * 4 + $1 }
    }
    expectShape(of: orders) { order in
      let digits = Set((0..<4).map { order >> (2 * $0) & 3 })
      return digits.count == 4 ? 1.0 / 24 : 0
    }
  }

  @Test("gives this order", .tags(.golden))
  func golden() {
    var stream = RandomStream(seed: 1, purpose: .test, entity: 2)
    var elements = Array(0..<10)
    shuffle(&elements, using: &stream)
    #expect(elements == [6, 0, 2, 3, 4, 7, 5, 8, 1, 9])
  }
}
