import Settings
import Testing

@Suite("Written settings") struct RoundTripTests {
  /// The folder of this file.
  private let folder = String(
    #filePath.prefix(upTo: #filePath.lastIndex(of: "/") ?? #filePath.endIndex))

  private func unusual() -> Garden {
    var garden = Garden()
    garden.name = "a \"b\" \\ 'c' # : - *d &e\n\tü 😀 \u{0} \u{85} \u{2028} \u{FEFF} \u{FFFF} end "
    garden.plots = 499
    garden.shade = 0.1 + 0.2
    garden.fenced = false
    garden.opens = CalendarDate(2_024, 2, 29)
    garden.soil = .clay
    garden.rain = [.leastNonzeroMagnitude, .greatestFiniteMagnitude, 1.0 / 3]
    garden.plan = InputFile("RoundTripTests.swift", in: folder)
    garden.pond.shallowest = 1e-5
    garden.pond.deepest = 1e16
    garden.beds = [Bed(name: "0", rows: 30), Bed(name: "null", rows: 1)]
    garden.pests = Table { $0 == .mole ? 1 : 0.1.nextUp }
    return garden
  }

  @Test("the defaults, written and read, are the same")
  func defaults() throws {
    #expect(try garden(Garden().canonicalYAML()) == Garden())
  }

  @Test("unusual values, written and read, are the same to the last bit")
  func unusualValues() throws {
    #expect(try garden(unusual().canonicalYAML(), folder: folder) == unusual())
  }

  @Test(
    "a text, written and read, is the same",
    arguments: [
      "yes", "No", "on", "~", "null", "12", "1e3", ".5", "0x1F", "-", "- a", "a: b", "a #b", "*a",
      "&a", "!a", "%a", "@a", "`a`", "'a'", "\"a\"", " a", "a ", "a\nb", "[a]", "{a}", "a,b", "?",
      "2018-01-29", "=", "<<", "---", "...", "\u{7F}", "\u{F8FF}", "caf\u{E9}", "cafe\u{301}",
    ])
  func text(text: String) throws {
    var expected = Garden()
    expected.name = text
    let decoded = try garden(expected.canonicalYAML())
    #expect(Array(decoded.name.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(
    "a text that YAML 1.1 or 1.2 reads as something else is written in quotes",
    arguments: ["yes", "No", "on", "null", "12", "1e3", "2018-01-29", "0x1F", "a: b", "", "a "])
  func quotes(text: String) {
    var garden = Garden()
    garden.name = text
    #expect(garden.canonicalYAML().hasPrefix("name: \"\(text)\"\n"))
  }

  @Test("an empty list, written and read, is the same")
  func emptyList() throws {
    var expected = Garden()
    expected.beds = []
    #expect(expected.canonicalYAML().contains("\nbeds: []\n"))
    #expect(try garden(expected.canonicalYAML()) == expected)
  }

  @Test("settings are written with every key in the order of the rows")
  func canonical() {
    #expect(
      Garden().canonicalYAML() == """
        name: Kitchen garden
        plots: 12
        shade: 0.25
        fenced: true
        opens: 2018-04-03
        soil: loam
        rain: [1.5, 2, 0.1]
        pond:
          shallowest: 0.2
          deepest: 1.5
          fish: 7
        beds:
          - name: roses
            rows: 3
            soil: sand
          - name: beans
            rows: 5
            soil: sand
        pests:
          slug: 0.3
          green-fly: 0.05
          mole: 0.05

        """)
  }

  /// A section whose only key has no default.
  private struct Shed: SettingsSection, Equatable {
    var plan = Plan()

    static let keys: [Key<Self>] = [.section("plan", \.plan, about: "A plan.")]

    struct Plan: SettingsSection, Equatable {
      var file: InputFile?

      static let keys: [Key<Self>] = [
        .file("file", \.file, source: .assumption("our choice"), about: "A drawing.")
      ]
    }
  }

  @Test("the template comments the name of a section out that has nothing but comments")
  func templateOfNothing() throws {
    let template = Shed.template()
    #expect(template == "# A plan.\n# plan:\n  # A drawing.\n  # file:\n")
    let text = template + "{}\n"
    #expect(try SettingsDocument(text: text, name: "shed").decode(Shed.self) == Shed())
  }

  @Test("the template holds every key with its meaning, and reads as the defaults")
  func template() throws {
    #expect(try garden(Garden.template()) == Garden())
    #expect(Garden.template() == Golden.template)
  }
}
