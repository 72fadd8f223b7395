import Settings
import TestSupport
import Testing

@Suite("YAML") struct YAMLRefusalTests {
  @Test(
    "a document without keys is refused", arguments: ["", "\n \n", "# a comment\n", "---\n", "~"])
  func nothing(text: String) {
    #expect(
      problems(text) == [
        "garden.yaml:1:1: there are no keys in it, expected a mapping of keys to values; "
          + "write {} to take every default"
      ])
  }

  @Test("an empty mapping takes every default")
  func defaults() throws {
    #expect(try garden("{}") == Garden())
  }

  @Test(
    "a top level that is not a mapping is refused",
    arguments: [
      ("[1, 2]", "1:1: found a list of 2"), ("# two\n- a\n- b\n", "2:1: found a list of 2"),
      ("hello", "1:1: found \"hello\""), ("12", "1:1: found 12"),
    ])
  func topLevel(text: String, found: String) {
    #expect(
      problems(text) == [
        "garden.yaml:\(found) at the top level, expected a mapping of keys to values; "
          + "write lines such as key: value, with a space after the colon"
      ])
  }

  @Test(
    "what is no YAML is refused in plain words",
    arguments: [
      (
        "pond:\n\tfish: 1\n",
        "2:1: found a tab, expected spaces; YAML is indented with spaces alone"
      ),
      ("name: @x", "1:7: a value cannot begin with @; put it in quotes"),
      (
        "name: a: b",
        "1:8: a colon is not expected here; check the indent, or put a text that holds a colon "
          + "in quotes"
      ),
      (
        "plots: 1\n  shade: 0.1",
        "2:8: a colon is not expected here; check the indent, or put a text that holds a colon "
          + "in quotes"
      ),
      (
        "plots: 1\nrain: [1, 2\nshade: 0.1\n",
        "3:6: expected a comma or the end of the list, ]; check its brackets and quotes, "
          + "from line 2, column 7 on"
      ),
      (
        "pond: {fish: 1",
        "1:7: expected a comma or the end of the mapping, }; check its braces and quotes, "
          + "from line 1, column 7 on"
      ),
      (
        "name: \"a\nplots: 1",
        "1:7: a text in quotes has no end; check its quotes, from line 1, column 7 on"
      ),
      (
        "plots: 1\nshade\n",
        "2:1: a key without a colon; write key: value, with a space after the colon"
      ),
    ])
  func syntax(text: String, problem: String) {
    #expect(problems(text) == ["garden.yaml:" + problem])
  }

  @Test("a second document is refused where it begins")
  func documents() {
    #expect(
      problems("---\nplots: 1\n---\nplots: 2\n") == [
        "garden.yaml:3:1: found the start of a second document, expected one; "
          + "remove the line ---"
      ])
  }

  @Test("anchors, aliases and merge keys are refused, each at its place")
  func references() {
    let text = """
      pond: &deep
        fish: 1
      name: *deep
      beds:
        - <<: *deep
          name: roses
      """
    #expect(
      problems(text) == [
        "garden.yaml:1:7: pond: found the anchor &deep, expected a value; "
          + "write the value out wherever it is used",
        "garden.yaml:3:7: name: found the alias *deep, expected a value; "
          + "write the value out, or put a text that begins with * in quotes",
        "garden.yaml:5:5: beds[0]: found the merge key <<, expected a key; "
          + "write the merged keys out",
      ])
  }

  @Test("asterisks within texts stay as they are")
  func asterisks() throws {
    #expect(try garden("name: '*rose* **'").name == "*rose* **")
    #expect(try garden("name: rose *").name == "rose *")
    #expect(try garden("name: \u{F8FF}*\u{E000}").name == "\u{F8FF}*\u{E000}")
  }

  @Test("a text that uses every private character cannot smuggle an alias in")
  func everyPrivateCharacter() {
    let every = String(String.UnicodeScalarView((0xE000...0xF8FF).compactMap(Unicode.Scalar.init)))
    #expect(
      problems("# \(every)\npond: &deep {}\nname: *deep\n") == [
        "garden.yaml:2:7: pond: found the anchor &deep, expected a value; "
          + "write the value out wherever it is used",
        "garden.yaml:3:7: name: found the alias *deep, expected a value; "
          + "write the value out, or put a text that begins with * in quotes",
      ])
  }

  @Test(
    "tags are refused",
    arguments: [("!!str clay", "!!str"), ("!earth clay", "!earth"), ("!!str 'clay'", nil)])
  func tags(value: String, tag: String?) {
    let refused = tag.map {
      ["garden.yaml:1:7: soil: found the tag \($0), expected a value; remove the tag"]
    }
    // Quotes and the tag of a text say the same, so that the library does not tell them apart.
    #expect(problems("soil: \(value)").first?.hasPrefix("no problem") == (tag == nil))
    if let refused { #expect(problems("soil: \(value)") == refused) }
  }

  @Test("a key that is a list is refused")
  func keyNotText() {
    #expect(
      problems("[a]: 1") == [
        "garden.yaml:1:1: found a key that is a list or a mapping, expected a name; write a name"
      ])
  }

  @Test("each duplicate key is refused with the place of the first")
  func duplicates() {
    let text = """
      plots: 1
      pond:
        fish: 1
        fish: 2
      "plots": 3
      beds:
        - {name: a, rows: 2, rows: 3}
      plots: 4
      """
    #expect(
      problems(text) == [
        "garden.yaml:4:3: pond.fish: the key is given twice, first at line 3, column 3; "
          + "remove one of the two",
        "garden.yaml:5:1: plots: the key is given twice, first at line 1, column 1; "
          + "remove one of the two",
        "garden.yaml:7:24: beds[0].rows: the key is given twice, first at line 7, column 15; "
          + "remove one of the two",
        "garden.yaml:8:1: plots: the key is given twice, first at line 1, column 1; "
          + "remove one of the two",
      ])
  }

  @Test("of a thousand duplicate keys some are refused, without a search for all of them")
  func manyDuplicates() {
    let text = (0..<1_000).map { "key-\($0): 1\nkey-\($0): 2\n" }.joined()
    let found = problems(text)
    #expect(found.count == 50)
    #expect(
      found.first == "garden.yaml:1:1: key-0: the key is given twice; remove one of the two")
  }

  @Test("deep nesting is refused")
  func nesting() throws {
    let words = "lists and mappings nest deeper than 32 levels; check the brackets and the indent"
    let lists = try inTime { problems(String(repeating: "[", count: 100_000)) }
    #expect(lists == ["garden.yaml:1:1: \(words)"])
    let mappings = try inTime { problems(String(repeating: "{a: ", count: 100_000)) }
    #expect(mappings == ["garden.yaml:1:3997: \(words)"])
    let block = (0..<700).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(problems(block).last?.hasSuffix(words) == true)
    for (depth, isRefused) in [(32, false), (33, true)] {
      let list = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      #expect(problems("rain: \(list)").contains { $0.hasSuffix(words) } == isRefused)
    }
  }

  @Test("aliases that would grow without bound are refused at once")
  func aliasBomb() throws {
    var text = "l0: &l0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...60 {
      let alias = "*l\(level - 1)"
      text +=
        "l\(level): &l\(level) [\(Array(repeating: alias, count: 9).joined(separator: ", "))]\n"
    }
    text += "? *l60\n: 1\n"
    let bomb = text
    let found = try inTime { problems(bomb) }
    #expect(found.count == 61 * 2 + 1)
    #expect(
      found.last
        == "garden.yaml:62:3: found the alias *l60, expected a value; "
        + "write the value out, or put a text that begins with * in quotes")
  }
}
