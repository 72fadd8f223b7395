import Testing

@testable import Reporting

@Suite("Text table")
struct TextTableTests {
  @Test("aligns names left and numbers right, and stacks headers from below")
  func layout() {
    let table = TextTable(
      headers: ["detector", "share\n%", "median\nlead\ndays"],
      rows: [["a", "7", "12.0"], ["a longer name", "100", "none"]])
    #expect(
      table.lines().joined(separator: "\n") == """
                              median
                       share    lead
        detector           %    days
        ----------------------------
        a                  7    12.0
        a longer name    100    none
        """)
  }

  @Test("aligns by the columns a terminal shows, not by characters")
  func wideCharacters() {
    let table = TextTable(headers: ["x", "n"], rows: [["日本", "1"], ["é", "22"], ["👪", "3"]])
    #expect(
      table.lines().joined(separator: "\n") == """
        x      n
        --------
        日本   1
        é     22
        👪     3
        """)
  }

  @Test("goes on in the next line where that is asked for, behind a character that is no letter")
  func wrapped() {
    let table = TextTable(
      headers: ["n", "key"], rows: [["12", "a.long-key[0].share"], ["3", "b"]], wordColumns: [1],
      elasticColumn: 1, wrapsElasticColumn: true)
    #expect(
      table.lines(width: 14).joined(separator: "\n") == """
         n  key
        --------------
        12  a.long-
            key[0].
            share
         3  b
        """)
  }

  @Test("shortens the first column where it would not fit")
  func shortened() {
    let table = TextTable(headers: ["detector", "n"], rows: [["a-very-long-name", "12,345"]])
    #expect(
      table.lines(width: 19).joined(separator: "\n") == """
        detector          n
        -------------------
        a-very-l...  12,345
        """)
  }

  @Test(
    "takes a column for each character, two for a wide one",
    arguments: [("", 0), ("abc", 3), ("e\u{301}", 1), ("ñandú", 5), ("警報", 4), ("🔔!", 3)])
  func displayWidth(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test("what a terminal would act on is not printed")
  func controls() {
    #expect("a\u{1B}[31mb\nc\u{202E}d\u{2028}".printable == "a?[31mb?c?d?")
  }

  @Test("paragraphs break at spaces, within the width; a path stays whole")
  func paragraphs() {
    let words = Array(repeating: "word", count: 45).joined(separator: " ")
    #expect(Paragraph.lines(words).map(\.count) == [99, 99, 24])
    #expect(Paragraph.list([words]).map(\.count) == [96, 96, 36])
    #expect(Paragraph.lines(String(repeating: "x", count: 130)).count == 1)
  }
}
