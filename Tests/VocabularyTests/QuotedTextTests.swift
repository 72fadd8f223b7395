import Testing
import Vocabulary

@Suite("Text within quotes") struct QuotedTextTests {
  @Test(
    "doubles each mark, also one that a combining accent follows",
    arguments: [
      ("", ""), ("plain", "plain"), ("\"", "\"\""), ("a\"\"b", "a\"\"\"\"b"),
      ("a\"\u{301}b", "a\"\"\u{301}b"), ("'", "'"), ("é\u{1F600}", "é\u{1F600}"),
    ])
  func doubling(text: String, doubled: String) {
    #expect(Array(text.doubling("\"").unicodeScalars) == Array(doubled.unicodeScalars))
  }
}
