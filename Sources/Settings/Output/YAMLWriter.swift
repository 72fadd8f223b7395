/// Writes nodes as YAML that this module, and other readers, take for the same values.
enum YAMLWriter {
  /// The lines of a mapping's keys.
  static func lines(_ entries: [DocumentNode.Entry]) -> [String] {
    entries.flatMap { lines(of: $0.value, named: $0.name) }
  }

  /// The lines of one key with its value.
  static func lines(of node: DocumentNode, named name: String) -> [String] {
    switch node.content {
    case .mapping(let entries) where !entries.isEmpty:
      return ["\(name):"] + lines(entries).map { "  " + $0 }
    case .list(let nodes) where nodes.contains { $0.isMapping }:
      return ["\(name):"] + nodes.flatMap(elementLines)
    default:
      return ["\(name): \(inline(node))"]
    }
  }

  /// A value on one line.
  static func inline(_ node: DocumentNode) -> String {
    switch node.content {
    case .scalar(let text, let isPlain): isPlain ? text : JSONValue.quoted(text)
    case .list(let nodes): "[\(nodes.map(inline).joined(separator: ", "))]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.name): \(inline($0.value))" }.joined(separator: ", ") + "}"
    case .elements, .refused: "null"
    }
  }

  private static func elementLines(_ node: DocumentNode) -> [String] {
    guard case .mapping(let entries) = node.content, !entries.isEmpty else {
      return ["  - \(inline(node))"]
    }
    return lines(entries).enumerated().map { index, line in
      (index == 0 ? "  - " : "    ") + line
    }
  }
}

extension DocumentNode {
  fileprivate var isMapping: Bool {
    if case .mapping = content { true } else { false }
  }
}
