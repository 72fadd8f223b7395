import Settings
import Testing

@Suite("Ranges to sweep") struct SweepRangeTests {
  @Test("are in the catalogue for numbers without a good source, and for nothing else")
  func catalogue() {
    let found = Lake.catalogue().map { entry in
      entry.sweep.map { "\(entry.path) \($0.low) \($0.high) \($0.multiplies)" } ?? entry.path
    }
    #expect(
      found == [
        "share 0.1 0.9 false", "days 0.01 14.0 true", "factor 0.33 3.0 true",
        "count 2.0 20.0 true", "published", "chosen", "flag",
        "fish", "fish.carp 0.1 0.9 true", "fish.pike 0.2 1.0 true", "fish.eel",
      ])
  }

  @Test("are of elements where a key lies within a list, as many as the section has")
  func elements() {
    #expect(Fen().elementCounts() == ["lakes": 2])
    #expect(Fen(lakes: []).elementCounts() == ["lakes": 0])
  }

  @Test("are told with the source")
  func words() {
    let sources = Lake.catalogue().map(\.source)
    #expect(sources[0] == "sweep 0.1 to 0.9: none")
    #expect(sources[8] == "sweep default / 3 to default x 3: guessed")
  }

  @Test("that the key would refuse are mistakes in the rows")
  func mistakes() {
    #expect(Lake.mistakes() == [])
    let found = Shallow.mistakes()
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.hasPrefix("depth: the range to sweep is refused: ") })
    #expect(
      found.last?.hasSuffix(
        "found 9, expected a whole number from 1 to 5; "
          + "lower it to 5 at most") == true)
  }
}

private enum Catch: String, CaseIterable { case carp, pike, eel }

private struct Lake: SettingsSection {
  var share = 0.5
  var days = 1.0
  var factor = 1.0
  var count = 5
  var published = 3.0
  var chosen = 4.0
  var flag = true
  var fish = Table<Catch>([.carp: 0.3, .pike: 0.6], others: 0)

  static let keys: [Key<Self>] = [
    .number("share", \.share, in: 0.0...1.0, source: .sweep("none", over: 0.1...0.9), about: "A."),
    .number("days", \.days, in: 0.0...90.0, source: .sweep("none", over: 0.01...14), about: "A."),
    .number("factor", \.factor, in: 0.0...9.0, source: .sweep("none", over: 0.33...3), about: "A."),
    .number("count", \.count, in: 0...90, source: .sweep("none", over: 2...20), about: "A."),
    .number(
      "published", \.published, in: 0.0..., source: .published("X 1999", .found), about: "A."),
    .number("chosen", \.chosen, in: 0.0..., source: .assumption("our choice"), about: "A."),
    .flag("flag", \.flag, source: .sweep("none", over: 0...1), about: "A."),
    .table("fish", \.fish, in: 0.0...1.0, source: .scaling("guessed", by: 3), about: "A."),
  ]
}

private struct Fen: SettingsSection {
  var lakes = [Shallow(), Shallow()]

  static let keys: [Key<Self>] = [.sections("lakes", \.lakes, about: "A.")]
}

private struct Shallow: SettingsSection {
  var depth = 3

  static let keys: [Key<Self>] = [
    .number("depth", \.depth, in: 1...5, source: .sweep("none", over: 0...9), about: "A.")
  ]
}
