import Foundation
import Population

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads GraphML and GEXF, an element at a time.
final class GraphXMLReader: NSObject, XMLParserDelegate {
  private(set) var intake: GraphIntake
  private let watch: Watch
  private var dialect: Dialect?
  /// Whether the outermost element has ended: the parser does not mind where it has not.
  private var isWhole = false
  /// Where the file ceases to be XML.
  private var fault: (line: Int, column: Int)?
  /// Names and defaults of attributes, by the class and id that elements refer to.
  private var attributes: [String: [String: Attribute]] = ["node": [:], "edge": [:]]
  private var order: [String] = []
  private var declared: (id: String, classes: [String])?
  private var isDeclared = false
  private var item: Item?
  private var valueName: String?
  private var text: String?
  private var wasStopped = false

  /// The two formats, by the name of their outermost element.
  private enum Dialect: String {
    case graphml, gexf
  }

  private struct Attribute {
    var name: String
    var standard: String?
  }

  /// A node or an edge while it is read.
  private struct Item {
    var kind: String
    var ends: [String]
    var values: [String: String] = [:]
    var line: Int
  }

  private init(_ intake: GraphIntake, _ watch: Watch) {
    self.intake = intake
    self.watch = watch
  }

  /// Reads a file.
  ///
  /// - Throws: `Interrupted`. What is wrong with the file is among the faults of what is returned.
  static func read(_ path: String, into intake: GraphIntake, _ watch: Watch) throws -> GraphIntake {
    guard let stream = InputStream(fileAtPath: path) else { throw ImportError(unreadable: path) }
    let reader = GraphXMLReader(intake, watch)
    let parser = XMLParser(stream: stream)
    parser.delegate = reader
    let isRead = parser.parse() && reader.isWhole
    if reader.wasStopped { throw Interrupted() }
    if !isRead, reader.intake.accountFaults.isEmpty, !reader.intake.isHopeless {
      let fault = reader.fault ?? (parser.lineNumber, parser.columnNumber)
      reader.intake.accountFaults.report(.markup(column: fault.column), line: fault.line)
    }
    reader.declareAttributes(line: 1)
    return reader.intake
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes values: [String: String]
  ) {
    let line = parser.lineNumber
    let name = Self.localName(element)
    guard dialect != nil else {
      dialect = Dialect(rawValue: name)
      if dialect == nil {
        intake.accountFaults.report(.rootElement(element), line: line)
        parser.abortParsing()
      }
      return
    }
    switch name {
    case "key": declare(values["id"], values["attr.name"], for: values["for"])
    case "attributes": declared = ("", Self.classes(values["class"]))
    case "attribute": declare(values["id"], values["title"], for: declared?.classes.first)
    case "default": text = ""
    case "node", "edge": begin(name, values, line: line)
    case "hyperedge": intake.friendshipFaults.report(.element(name), line: line)
    case "data": (valueName, text) = (values["key"], "")
    case "attvalue":
      note(values["for"] ?? values["id"], values["value"] ?? "")
    default: break
    }
    goOn(parser)
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    text?.append(characters)
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    switch Self.localName(element) {
    case dialect?.rawValue: isWhole = true
    case "default":
      for kind in declared?.classes ?? [] {
        attributes[kind]?[declared?.id ?? ""]?.standard = text
      }
      text = nil
    case "data":
      note(valueName, text ?? "")
      (valueName, text) = (nil, nil)
    case "node", "edge": end()
    default: break
    }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    fault = fault ?? (parser.lineNumber, parser.columnNumber)
  }

  /// The name of an element without the prefix of a namespace.
  private static func localName(_ element: String) -> String {
    guard let colon = element.utf8.lastIndex(of: UInt8(ascii: ":")) else { return element }
    return String(element[element.utf8.index(after: colon)...])
  }

  private static func classes(_ name: String?) -> [String] {
    name == "all" || name == nil ? ["node", "edge"] : [name ?? ""]
  }

  /// Takes in the name of an attribute; GraphML's have the id as name where they have none.
  private func declare(_ id: String?, _ name: String?, for kind: String?) {
    guard let id else { return }
    declared = (id, Self.classes(kind))
    for kind in Self.classes(kind) {
      attributes[kind]?[id] = Attribute(name: name ?? id)
      if kind == "node" { order.append(name ?? id) }
    }
  }

  private func declareAttributes(line: Int) {
    guard !isDeclared else { return }
    isDeclared = true
    intake.declare(attributes: order, line: line)
  }

  private func begin(_ kind: String, _ values: [String: String], line: Int) {
    declareAttributes(line: line)
    guard item == nil else {
      intake.accountFaults.report(.element("a \(kind) within a \(item?.kind ?? "")"), line: line)
      return
    }
    let names = kind == "node" ? ["id"] : ["source", "target"]
    item = Item(kind: kind, ends: names.map { values[$0] ?? "" }, line: line)
    if let end = values["end"], kind == "edge" { item?.values["until"] = end }
  }

  private func note(_ id: String?, _ value: String) {
    guard let id, let kind = item?.kind else { return }
    item?.values[attributes[kind]?[id]?.name ?? id] = value
  }

  private func end() {
    guard var item else { return }
    for attribute in (attributes[item.kind] ?? [:]).values {
      item.values[attribute.name] = item.values[attribute.name] ?? attribute.standard
    }
    if item.kind == "node" {
      intake.addAccount(item.ends[0], item.values, line: item.line)
    } else {
      intake.addEdge((item.ends[0], item.ends[1]), item.values, line: item.line)
    }
    self.item = nil
  }

  private func goOn(_ parser: XMLParser) {
    if intake.count % 1_024 == 1 {
      wasStopped = !watch.mayGoOn(.reading, detail: "\(intake.count / 1_000) thousand")
    }
    if wasStopped || intake.isHopeless { parser.abortParsing() }
  }
}
