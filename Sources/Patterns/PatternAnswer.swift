import Foundation
public import Vocabulary

extension ValueType {
  /// Whether a value of the type is more than SQLite says of it: a node, an edge, a list, a truth.
  public var isComposed: Bool {
    switch self {
    case .integer, .real, .text, .null: false
    case .boolean, .node, .edge, .list: true
    }
  }

  /// A value as people read it: `account 17`, `requested 17 -> 5`, `true`.
  ///
  /// - Parameter cell: the value as SQLite gives it.
  /// - Returns: a text where the type is composed, else the value itself.
  public func words(for cell: Cell) -> Cell {
    guard isComposed, let value = ComposedValue(cell, of: self) else { return cell }
    return .text(value.words)
  }

  /// A value as programs read it: JSON, such as `{"node": "account", "id": 17}`.
  ///
  /// - Parameter cell: the value as SQLite gives it.
  /// - Returns: JSON as text where the type is composed, else the value itself.
  public func json(for cell: Cell) -> Cell {
    guard isComposed, let value = ComposedValue(cell, of: self) else { return cell }
    return .text(value.json)
  }
}

/// A value made of others.
private indirect enum ComposedValue {
  case boolean(Bool)
  case node(kind: String, id: JSONScalar)
  case edge(StoredEdge)
  case scalar(JSONScalar)
  case list([ComposedValue])

  /// Takes a value apart; nil for no value.
  init?(_ cell: Cell, of type: ValueType) {
    switch (type, cell) {
    case (.boolean, .integer(let number)): self = .boolean(number != 0)
    case (.node(let kind), .integer(let id)): self = .node(kind: kind, id: .integer(id))
    case (.node(let kind), .text(let id)): self = .node(kind: kind, id: .text(id))
    case (.edge, .text(let text)):
      guard let edge = try? JSONDecoder().decode(StoredEdge.self, from: Data(text.utf8)) else {
        return nil
      }
      self = .edge(edge)
    case (.list(.edge), .text(let text)):
      guard let edges = try? JSONDecoder().decode([StoredEdge].self, from: Data(text.utf8)) else {
        return nil
      }
      self = .list(edges.map { .edge($0) })
    case (.list(let element), .text(let text)):
      guard let values = try? JSONDecoder().decode([JSONScalar].self, from: Data(text.utf8)) else {
        return nil
      }
      self = .list(values.map { Self(cell: $0.cell, of: element) ?? .scalar($0) })
    default: return nil
    }
  }

  private init?(cell: Cell, of type: ValueType) { self.init(cell, of: type) }

  var words: String {
    switch self {
    case .boolean(let isTrue): "\(isTrue)"
    case .node(let kind, let id): "\(kind) \(id.words)"
    case .edge(let edge): edge.words
    case .scalar(let value): value.words
    case .list(let values): "[\(values.map(\.words).joined(separator: ", "))]"
    }
  }

  var json: String {
    switch self {
    case .boolean(let isTrue): "\(isTrue)"
    case .node(let kind, let id): "{\"node\": \"\(kind)\", \"id\": \(id.json)}"
    case .edge(let edge): edge.json
    case .scalar(let value): value.json
    case .list(let values): "[\(values.map(\.json).joined(separator: ", "))]"
    }
  }
}

/// An edge as `EdgeType.identity` has SQLite write it.
private struct StoredEdge: Decodable {
  var type: String
  var from: JSONScalar
  var to: JSONScalar

  private var isDirected: Bool {
    GraphCatalogue.edges.first { $0.name == type }?.isDirected ?? true
  }

  var words: String { "\(type) \(from.words) \(isDirected ? "->" : "-") \(to.words)" }

  var json: String {
    "{\"edge\": \"\(type)\", \"from\": \(from.json), \"to\": \(to.json)}"
  }
}

/// A number or a text in JSON.
private enum JSONScalar: Decodable {
  case integer(Int64)
  case real(Double)
  case text(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int64.self) {
      self = .integer(number)
    } else if let number = try? container.decode(Double.self) {
      self = .real(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  var cell: Cell {
    switch self {
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    case .text(let text): .text(text)
    }
  }

  var words: String {
    switch self {
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): text
    }
  }

  var json: String {
    guard case .text(let text) = self else { return words }
    return (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }
}
