/// A value in a scenario document, with its place; free of what the YAML library looks like.
struct DocumentNode: Sendable {
  enum Content: Sendable {
    /// A scalar, and whether it stands without quotes.
    case scalar(String, isPlain: Bool)
    case list([DocumentNode])
    case mapping([Entry])
    /// From overrides alone: these elements of the default list, in the order of the options.
    case elements([(index: Int, node: DocumentNode)])
    /// Something for which a problem has been reported already.
    case refused
  }

  /// A key of a mapping with its value.
  struct Entry: Sendable {
    var name: String
    var nameLocation: Location
    var value: DocumentNode

    init(name: String, at nameLocation: Location = .document, value: DocumentNode) {
      self.name = name
      self.nameLocation = nameLocation
      self.value = value
    }
  }

  var content: Content
  var location: Location

  init(_ content: Content, at location: Location = .document) {
    self.content = content
    self.location = location
  }

  /// Makes a scalar that reads back as `text`, with quotes if it needs them.
  init(text: String) {
    self.init(.scalar(text, isPlain: PlainScalar.isSafe(text)))
  }

  /// Whether it holds no value: an empty scalar or `null`.
  var isNothing: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return PlainScalar.isNothing(text)
  }

  var isRefused: Bool {
    guard case .refused = content else { return false }
    return true
  }

  /// The value in a few words, for a problem: `50`, `"many"`, `a list of 3`.
  var summary: String {
    switch content {
    case .scalar(let text, let isPlain):
      if isNothing { return "nothing" }
      let shown = Excerpt.shortened(text)
      return isPlain && PlainScalar.isNotText(text) ? shown : "\"\(shown)\""
    case .list(let nodes): return "a list of \(nodes.count)"
    case .mapping(let entries):
      return "a mapping of \(entries.count) key\(entries.count == 1 ? "" : "s")"
    case .elements: return "a list element"
    case .refused: return "something refused"
    }
  }

  /// The value of a key of this mapping.
  func value(of name: String) -> DocumentNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.name == name }?.value
  }

  /// The element of this list, as the document or an override gives it.
  func element(at index: Int) -> DocumentNode? {
    switch content {
    case .list(let nodes): nodes.indices.contains(index) ? nodes[index] : nil
    case .elements(let replaced): replaced.last { $0.index == index }?.node
    default: nil
    }
  }
}

extension String {
  /// The path of a key below the section at this path.
  func appendingKey(_ name: String) -> String {
    isEmpty ? name : "\(self).\(name)"
  }

  /// The path of an element of the list at this path.
  func appendingIndex(_ index: Int) -> String {
    "\(self)[\(index)]"
  }
}
