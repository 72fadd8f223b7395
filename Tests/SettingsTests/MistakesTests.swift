import Settings
import Testing

@Suite("Mistakes in the rows") struct MistakesTests {
  @Test("the garden's rows hold none")
  func none() {
    #expect(Garden.mistakes() == [])
  }

  @Test("each mistake is found")
  func each() {
    #expect(
      Muddle.mistakes() == [
        "depth: the section has this key twice",
        "width: a check names this key, which does not exist",
        "Height: the name is not in kebab case",
        "depth: about is not a sentence that ends with a full stop",
        "beds: colour must differ between elements, but does not exist",
        "puddles[]: the defaults: depth: found 9, expected a whole number from 0 to 5; "
          + "lower it to 5 at most",
        "the defaults: depth: found -1, expected a whole number from 0; raise it to 0 at least",
      ])
  }
}

/// Rows with a mistake in each.
private struct Muddle: SettingsSection {
  var height = 1
  var depth = -1
  var beds: [Bed] = []
  var puddles: [Puddle] = []

  static let keys: [Key<Self>] = [
    .number("Height", \.height, in: 0..., source: .assumption("our choice"), about: "Height."),
    .number("depth", \.depth, in: 0..., source: .assumption("our choice"), about: "Depth"),
    .number("depth", \.height, in: 0..., source: .assumption("our choice"), about: "Depth."),
    .sections("beds", \.beds, unique: "colour", about: "Beds."),
    .sections("puddles", \.puddles, about: "Puddles."),
  ]

  static let checks: [Check<Self>] = [
    Check("depth", "width", rule: "depth must not exceed width") { _ in true }
  ]
}

private struct Puddle: SettingsSection {
  var depth = 9

  static let keys: [Key<Self>] = [
    .number("depth", \.depth, in: 0...5, source: .assumption("our choice"), about: "Depth.")
  ]
}
