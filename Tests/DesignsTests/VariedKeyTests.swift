import Testing

@testable import Designs

@Suite("Varied keys") struct VariedKeyTests {
  private func key(_ option: String) throws(DesignError) -> VariedKey {
    try VariedKey(option) { $0 == "n" }
  }

  @Test("options are read as they are meant")
  func options() throws {
    #expect(try key("a=x,y") == VariedKey("a", .choices(["x", "y"])))
    #expect(try key("a=[1,2],[3,4]") == VariedKey("a", .choices(["[1,2]", "[3,4]"])))
    #expect(try key("a=2017-04-01") == VariedKey("a", .choices(["2017-04-01"])))
    #expect(
      try key("p=../a.csv,../b.csv") == VariedKey("p", .choices(["../a.csv", "../b.csv"])))
    #expect(try key("s=0.1..0.9") == VariedKey("s", .numbers(0.1...0.9, .linear)))
    #expect(try key("s=-1..1:5") == VariedKey("s", .numbers(-1...1, .linear), levels: 5))
    #expect(
      try key("s=1..100:3:log") == VariedKey("s", .numbers(1...100, .logarithmic), levels: 3))
    #expect(
      try key("n=1..9:log:2") == VariedKey("n", .wholeNumbers(1...9, .logarithmic), levels: 2))
  }

  @Test(
    "what is no option is refused by name",
    arguments: [
      ("a", DesignError.malformed(option: "a")), ("=3", .malformed(option: "=3")),
      ("a=", .malformed(option: "a=")), ("a=x,,y", .malformed(option: "a=x,,y")),
      ("a=x,x", .repeatedValue(key: "a", value: "x")),
      ("s=0..x", .notNumbers(key: "s", found: "0..x")),
      ("s=0..inf", .notNumbers(key: "s", found: "0..inf")),
      ("s=..", .notNumbers(key: "s", found: "..")),
      ("s=1..1", .emptyRange(key: "s", found: "1..1")),
      ("s=2..1:3", .emptyRange(key: "s", found: "2..1")),
      ("s=0..1:3:log", .notPositive(key: "s", found: "0..1")),
      ("s=0..1:1", .badSuffix(key: "s", found: "1")),
      ("s=0..1:three", .badSuffix(key: "s", found: "three")),
      ("s=0..1:3:4", .badSuffix(key: "s", found: "4")),
      ("n=1..2.5", .notWhole(key: "n", found: "1..2.5")),
    ])
  func refusals(option: String, error: DesignError) {
    #expect(throws: error) { try key(option) }
  }

  @Test(
    "equal steps of a coordinate are equal steps of the spacing",
    arguments: [
      ("s=0.1..0.9:5", ["0.1", "0.3", "0.5", "0.7", "0.9"]),
      ("s=0..1:4", ["0", "0.333333", "0.666667", "1"]),
      ("s=0.001..1000:3:log", ["0.001", "1", "1000"]),
      ("s=1000000..3000000:3", ["1000000", "2000000", "3000000"]),
      ("n=1..9:5", ["1", "3", "5", "7", "9"]), ("n=1..3:10", ["1", "2", "3"]),
      ("n=0..10:11", (0...10).map(String.init)),
      ("n=1..1000:4:log", ["1", "10", "100", "1000"]),
      ("a=x,y,z", ["x", "y", "z"]),
    ])
  func steps(option: String, values: [String]) throws {
    let key = try key(option)
    #expect(try #require(key.gridCoordinates).map { key.value(at: $0) } == values)
  }

  @Test("whole numbers and choices have equal shares of the coordinates")
  func shares() throws {
    for option in ["n=3..6", "n=0..3", "a=p,q,r,s"] {
      let key = try key(option)
      let values = (0..<400).map { key.value(at: (Double($0) + 0.5) / 400) }
      for value in Set(values) { #expect(values.count { $0 == value } == 100) }
    }
  }

  @Test("no value leaves its range, where rounding would")
  func bounds() {
    let low = 0.123456789
    let key = VariedKey("s", .numbers(low...0.987654321, .linear))
    #expect(key.value(at: 0) == "0.123457")
    #expect(key.value(at: 1) == "0.987654")
    let narrow = VariedKey("s", .numbers(0.1234567...0.1234568, .linear))
    #expect(narrow.value(at: 0.5) == "0.1234568")
    let whole = VariedKey("n", .wholeNumbers(0...Int.max, .linear))
    #expect(whole.value(at: 1) == String(Int.max))
  }
}
