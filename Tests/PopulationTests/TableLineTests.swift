import Testing

@testable import Population

@Suite("A line of a table")
struct TableLineTests {
  private static func values(_ text: String) throws -> [String] {
    try TableLine(number: 1, Array(text.utf8)[...]).values()
  }

  @Test(
    "is cut at commas, but not within quotation marks",
    arguments: [
      ("a,b", ["a", "b"]), (" a , b\t\r", ["a", "b"]), ("", [""]), (",", ["", ""]),
      ("a,,", ["a", "", ""]), ("\"a,b\",c", ["a,b", "c"]), ("\"\"", [""]),
      ("\" a \" ,b", ["a", "b"]),
      ("\"say \"\"a\"\"\"", ["say \"a\""]), ("\"\"\"\"", ["\""]),
      ("5\" nail,b", ["5\" nail", "b"]),
      ("\u{A0}é\u{A0},b", ["é", "b"]),
    ])
  func cut(text: String, values: [String]) throws {
    #expect(try Self.values(text) == values)
  }

  @Test(
    "is refused if its quotation marks do not fit, or it is no text",
    arguments: [
      ("\"a", TableFault.openQuote), ("a,\"b\"\"", .openQuote), ("\"a\"b", .textAfterQuote),
      ("\"a\" \"b\"", .textAfterQuote), ("a\u{0},b", .notText), ("a\u{85}", .notText),
    ])
  func refused(text: String, fault: TableFault) {
    #expect(throws: fault) { try Self.values(text) }
  }
}
