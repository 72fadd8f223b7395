import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads a picture as a browser would, and keeps what is said in it.
final class SVGReader: NSObject, XMLParserDelegate {
  /// A text with the attributes of its element.
  struct Text {
    var words: String
    var attributes: [String: String]
  }

  /// Every element's name, in order.
  private(set) var names: [String] = []
  /// Every text, in order.
  private(set) var texts: [Text] = []
  /// The words of the title and of the description.
  private(set) var title = ""
  private(set) var words = ""
  /// Whether it is a document that can be read.
  private(set) var isWellFormed = false

  /// Whether characters belong to the last element.
  private var isInside = false

  init(_ document: String) {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    names.append(name)
    isInside = true
    if name == "text" { texts.append(Text(words: "", attributes: attributes)) }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isInside = false
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    guard isInside else { return }
    switch names.last {
    case "title": title += characters
    case "desc": words += characters
    case "text": texts[texts.count - 1].words += characters
    default: break
    }
  }
}
