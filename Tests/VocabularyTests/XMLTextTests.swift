import Testing
import Vocabulary

@Suite("A text in XML") struct XMLTextTests {
  @Test(
    "cannot leave its element or attribute, and holds nothing that XML forbids",
    arguments: [
      ("Stoke & <Trent> \"x\"", "Stoke &amp; &lt;Trent&gt; &quot;x&quot;"),
      // With an accent behind it, Swift takes each of them for another character.
      ("\"\u{301} <\u{338} &\u{20D2}", "&quot;\u{301} &lt;\u{338} &amp;\u{20D2}"),
      ("a\tb\nc\r\nd", "a&#9;b&#10;c&#13;&#10;d"),
      ("\0\u{1}\u{B}\u{1F}\u{FFFE}\u{FFFF}", String(repeating: "\u{FFFD}", count: 6)),
      ("Ynys Môn, 東京, \u{1F3D9}\u{FE0F}", "Ynys Môn, 東京, \u{1F3D9}\u{FE0F}"),
    ])
  func escapes(text: String, markup: String) {
    #expect(text.inXML.unicodeScalars.elementsEqual(markup.unicodeScalars), "\(text.inXML)")
  }
}
