import Settings
import Testing

@Suite("Overrides") struct OverrideTests {
  private let text = """
    plots: 3
    pond: {fish: 2, shallowest: 0.3}
    beds:
      - {name: a, rows: 1}
      - {name: b, rows: 2}
    """

  @Test("an override stands in the place of what the file says")
  func replaces() throws {
    let garden = try garden(
      text, "plots=5", "pond.fish=9", "beds[1].rows=7", "pests.mole=0.5", "soil=clay",
      "rain=[1, 2, 3]", "name='a=b'")
    var expected = Garden()
    expected.name = "a=b"
    expected.plots = 5
    expected.pond.fish = 9
    expected.pond.shallowest = 0.3
    expected.beds = [Bed(name: "a", rows: 1), Bed(name: "b", rows: 7)]
    expected.pests[.mole] = 0.5
    expected.soil = .clay
    expected.rain = [1, 2, 3]
    #expect(garden == expected)
  }

  @Test("an override may set an element of a default list")
  func defaultElement() throws {
    let garden = try garden("{}", "beds[1].rows=7", "rain[2]=4e-3", "beds[1].soil=clay")
    var expected = Garden()
    expected.beds[1].rows = 7
    expected.beds[1].soil = .clay
    expected.rain[2] = 0.004
    #expect(garden == expected)
  }

  @Test("of several overrides for one key the last one wins")
  func last() throws {
    #expect(try garden("{}", "plots=5", "plots=6").plots == 6)
  }

  @Test("an override of a whole section leaves its other keys at their defaults")
  func section() throws {
    #expect(try garden(text, "pond={fish: 4}").pond == garden("pond: {fish: 4}").pond)
  }

  @Test("an override may mend what the file says")
  func mends() throws {
    #expect(try garden("plots: many", "plots=4").plots == 4)
  }

  @Test("checks between keys see the overrides, and blame them")
  func checks() throws {
    #expect(
      problems("pond: {deepest: 3}", "pond.shallowest=9") == [
        "--set pond.shallowest=9: found shallowest: 9 and deepest: 3, but shallowest must not "
          + "exceed deepest; change one of them"
      ])
    #expect(try garden("pond: {deepest: 0.1}", "pond.shallowest=0.05").pond.deepest == 0.1)
    #expect(
      problems("{}", "beds[1].name=roses") == [
        "--set beds[1].name=roses: found \"roses\" again, expected a value that differs from "
          + "beds[0].name; change one of the two"
      ])
  }

  @Test(
    "what an override cannot mean is refused",
    arguments: [
      ("plot=5", "plot=5: unknown key; did you mean plots?"),
      ("pond.fihs=5", "pond.fihs=5: unknown key; did you mean pond.fish?"),
      ("pests.mol=1", "pests.mol=1: unknown key; did you mean pests.mole?"),
      (
        "plots=0",
        "plots=0: found 0, expected a whole number from 1 to 500 (plots); raise it to 1 at least"
      ),
      (
        "plots=",
        "plots=: no value, expected a whole number from 1 to 500 (plots); write one or remove the key"
      ),
      ("plots", "plots: found no =, expected path=value; write it as in population.accounts=5000"),
      ("", ": found no =, expected path=value; write it as in population.accounts=5000"),
      (
        "=5",
        "=5: found the path \"\", expected keys joined by dots; write it as in calendar.holidays[0].from=2017-04-10"
      ),
      (
        "pond..fish=5",
        "pond..fish=5: found the path \"pond..fish\", expected keys joined by dots; write it as in calendar.holidays[0].from=2017-04-10"
      ),
      (
        "beds[x].rows=5",
        "beds[x].rows=5: found the path \"beds[x].rows\", expected keys joined by dots; write it as in calendar.holidays[0].from=2017-04-10"
      ),
      (
        "beds[2].rows=5",
        "beds[2].rows=5: beds[2]: there is no such element; the list has 2, numbered from 0 to 1"
      ),
      ("rain[3]=5", "rain[3]=5: there is no such element; the list has 3, numbered from 0 to 2"),
      (
        "plots[0]=5",
        "plots[0]=5: plots: found a list element, expected a whole number from 1 to 500 (plots); write such a value"
      ),
      (
        "plots.a=5",
        "plots.a=5: plots: found a mapping of 1 key, expected a whole number from 1 to 500 (plots); write such a value"
      ),
      (
        "rain=[1, 2",
        "rain=[1, 2: expected a comma or the end of the list, ]; check its brackets and quotes"
      ),
      (
        "plots=*x",
        "plots=*x: found the alias *x, expected a value; write the value out, or put a text that begins with * in quotes"
      ),
      (
        "pond={fish: 2, fihs: 3}",
        "pond={fish: 2, fihs: 3}: pond.fihs: unknown key; did you mean pond.fish?"
      ),
      (
        "beds=[{rows: 3}]",
        "beds=[{rows: 3}]: beds[0].name: this key is missing, expected a text of lower-case letters, digits and single hyphens; add it"
      ),
    ])
  func refused(option: String, problem: String) {
    #expect(problems(text, option) == ["--set " + problem])
  }
}
