import Settings
import Testing

@Suite("Keys") struct KeyRefusalTests {
  @Test(
    "an unknown key is refused with the nearest one",
    arguments: [
      ("plot: 1", "1:1: plot: unknown key; did you mean plots?"),
      ("Plots: 1", "1:1: Plots: unknown key; did you mean plots?"),
      ("pond: {fihs: 1}", "1:8: pond.fihs: unknown key; did you mean pond.fish?"),
      ("pests: {greenFly: 1}", "1:9: pests.greenFly: unknown key; did you mean pests.green-fly?"),
      ("pests: {green_fly: 1}", "1:9: pests.green_fly: unknown key; did you mean pests.green-fly?"),
      (
        "beds: [{name: a, row: 1}]",
        "1:18: beds[0].row: unknown key; did you mean beds[0].rows?"
      ),
    ])
  func nearest(text: String, problem: String) {
    #expect(problems(text) == ["garden.yaml:" + problem])
  }

  @Test("an unknown key like no other is refused with all the keys of its section")
  func unlike() {
    #expect(
      problems("pond: {temperature: 1}\nweather: 1\n") == [
        "garden.yaml:1:8: pond.temperature: unknown key; pond has the keys shallowest, deepest, "
          + "fish",
        "garden.yaml:2:1: weather: unknown key; the top level has the keys name, plots, shade, "
          + "fenced, opens, soil, rain, plan, pond, beds, pests",
      ])
  }

  @Test("a required key is missed where its section begins")
  func required() {
    #expect(
      problems("beds:\n  - rows: 2\n  - name: a\n") == [
        "garden.yaml:2:5: beds[0].name: this key is missing, expected a text of lower-case "
          + "letters, digits and single hyphens; add it"
      ])
  }

  @Test("names that must differ are refused at the second, with the path of the first")
  func unique() {
    #expect(
      problems("beds:\n  - name: a\n  - name: b\n  - name: a\n") == [
        "garden.yaml:4:11: beds[2].name: found \"a\" again, expected a value that differs from "
          + "beds[0].name; change one of the two"
      ])
  }

  @Test("a list that is too long is refused")
  func count() {
    #expect(
      problems("beds: [{name: a}, {name: b}, {name: c}, {name: d}, {name: e}]") == [
        "garden.yaml:1:7: beds: found a list of 5, expected a list of 0 to 4 sections; "
          + "add or remove elements"
      ])
  }

  @Test("keys that contradict each other are refused at the one that is given")
  func contradiction() {
    #expect(
      problems("pond:\n  fish: 1\n  deepest: 0.1\n") == [
        "garden.yaml:3:3: pond.deepest: found shallowest: 0.2 (the default) and deepest: 0.1, "
          + "but shallowest must not exceed deepest; change one of them"
      ])
  }

  @Test("a key that stands further out than it belongs is told where it belongs")
  func lostIndent() {
    #expect(
      problems("plots: 5\nfish: 1\n") == [
        "garden.yaml:2:1: fish: unknown key; did you mean pond.fish?"
      ])
    #expect(
      problems("pond.fish: 1\n") == [
        "garden.yaml:1:1: pond.fish: unknown key; in a file, keys stand below each other, each "
          + "further in: write pond: and below it fish:"
      ])
  }

  @Test("a contradiction is not reported when one of its keys has a problem of its own")
  func contradictionAfterProblem() {
    #expect(
      problems("pond: {shallowest: 9, deepest: x}") == [
        "garden.yaml:1:32: pond.deepest: found \"x\", expected a number above 0 (m); "
          + "write such a value"
      ])
  }

  @Test("all problems are told at once, in the order of the file and then of the options")
  func listing() throws {
    let text = """
      # A garden with several faults.
      shade: 1.5
      pond:
          shalowest: 3
          deepest: 1_0
      plots: 5
      beds: [{name: a}, {rows: 99, name: b}]
      """
    let error = #expect(throws: InvalidSettings.self) {
      try garden(text, "plots=5000", "bed[0].rows=2")
    }
    #expect(
      error?.description == """
        garden.yaml:2:8: shade: found 1.5, expected a number from 0 to below 1; lower it below 1
          shade: 1.5
                 ^
        garden.yaml:4:5: pond.shalowest: unknown key; did you mean pond.shallowest?
              shalowest: 3
              ^
        garden.yaml:5:14: pond.deepest: found "1_0", expected a number above 0 (m); write 10, with digits alone
              deepest: 1_0
                       ^
        garden.yaml:7:26: beds[1].rows: found 99, expected a whole number from 1 to 30 (rows); lower it to 30 at most
          beds: [{name: a}, {rows: 99, name: b}]
                                   ^
        --set plots=5000: found 5000, expected a whole number from 1 to 500 (plots); lower it to 500 at most
        --set bed[0].rows=2: bed: unknown key; did you mean beds?
        6 problems in garden.yaml
        """)
  }

  @Test("of a long line the part around the column is shown")
  func longLine() {
    let error = #expect(throws: InvalidSettings.self) {
      try garden(
        "name: \"\(String(repeating: "x", count: 200))\"\nplots: 2 # \(String(repeating: "y", count: 90))\npond: {\(String(repeating: " ", count: 150))fihs: 2}"
      )
    }
    #expect(
      error?.description == """
        garden.yaml:3:158: pond.fihs: unknown key; did you mean pond.fish?
          ...\(String(repeating: " ", count: 45))fihs: 2}
             \(String(repeating: " ", count: 45))^
        1 problem in garden.yaml
        """)
  }
}
