import Reporting
import Testing
import Vocabulary

@Suite("The rows of an answer") struct RowsTests {
  private static let columns = ["id", "name", "id", "share"]
  private static let rows: [[Cell]] = [
    [.integer(7), .text("Ann, \"A\"\nB\u{1B}[2J"), .null, .real(0.123456789)],
    [.integer(1_234_567), .text(""), .bytes([0, 255]), .real(1e300)],
    [.integer(-1), .text("é"), .null, .real(2)],
  ]

  private func printed(_ make: (@escaping (String) -> Void) -> any RowSink, total: Int) -> String {
    var text = ""
    var printer = make { text += $0 }
    printer.begin(columns: Self.columns)
    for row in Self.rows { printer.add(row) }
    printer.end(rows: total)
    return text
  }

  @Test("stand in a table, numbers to the right, without anything a terminal would act on")
  func table() {
    #expect(
      printed({ TextRows(write: $0) }, total: 3) == """
             id  name            id          share
        ------------------------------------------
              7  Ann, "A" B?[2J  NULL     0.123457
        1234567                  2 bytes    1e+300
             -1  é               NULL          2.0
        3 rows

        """)
  }

  @Test("that are left out are counted")
  func leftOut() {
    #expect(
      printed({ TextRows(write: $0) }, total: 12_345).hasSuffix(
        "\n3 of 12,345 rows shown; --limit gives more\n"))
  }

  @Test("with long texts are cut to the width of the terminal, and that is said")
  func width() {
    var text = ""
    var printer = TextRows(width: 40) { text += $0 }
    printer.begin(columns: ["a", "b"])
    printer.add([.text(String(repeating: "x", count: 90)), .text("short")])
    printer.end(rows: 1)
    let lines = text.split(separator: "\n")
    #expect(lines[2].hasSuffix("xxx...  short"))
    #expect(lines[2].count <= 40)
    #expect(text.hasSuffix("Long texts are cut; --csv and --json give them whole.\n"))
  }

  @Test("come as CSV that tells NULL from an empty text")
  func csv() {
    #expect(
      printed({ CSVRows(write: $0) }, total: 3) == """
        id,name,id,share
        7,"Ann, ""A""
        B\u{1B}[2J",,0.123456789
        1234567,"",00ff,1e+300
        -1,é,,2.0

        """)
  }

  @Test("come as JSON, with a name of its own for each column")
  func json() {
    #expect(
      printed({ JSONRows(write: $0) }, total: 3) == #"""
        [
          {"id": 7, "name": "Ann, \"A\"\nB\u001b[2J", "id_2": null, "share": 0.123456789},
          {"id": 1234567, "name": "", "id_2": "00ff", "share": 1e+300},
          {"id": -1, "name": "é", "id_2": null, "share": 2.0}
        ]

        """#)
    var text = ""
    var printer = JSONRows { text += $0 }
    printer.begin(columns: ["a"])
    printer.end(rows: 0)
    #expect(text == "[]\n")
  }
}
