import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads a page as a strict reader of XML would, and keeps its elements in order.
final class PageReader: NSObject, XMLParserDelegate {
  /// An element with its attributes, the names of those around it, and the words in it.
  struct Element {
    var name: String
    var attributes: [String: String]
    var around: [String]
    var words = ""
  }

  private(set) var elements: [Element] = []
  private(set) var isWellFormed = false
  private var open: [Int] = []

  init(_ document: String) {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  /// Every element of a name.
  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// The words of the element with an id; nil if there is none.
  func words(ofID id: String) -> String? {
    elements.first { $0.attributes["id"] == id }?.words
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    let around = open.map { elements[$0].name }
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes, around: around))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    for index in open { elements[index].words += characters }
  }
}
