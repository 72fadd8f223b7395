import Yams

/// Reads YAML into nodes, and refuses what a scenario must not use.
///
/// Anchors, aliases, merge keys, tags, several documents, keys that are not text and deep nesting
/// are refused; so are duplicate keys, with the line of the first.
struct YAMLReader {
  /// How deep a document may nest.
  ///
  /// The library itself stops at 1,000 levels.
  static let depthLimit = 32

  /// How many scalars are parsed anew, in all, to find every duplicate key.
  private static let duplicateBudget = 4_194_304

  private var text: SourceText
  private var sentinels: Sentinels
  /// The names of duplicate keys, by the position of the key that a sentinel stands in.
  private var duplicates: [Place: String] = [:]
  private let option: Location?

  private struct Place: Hashable {
    let line: Int
    let column: Int

    init(_ mark: Mark) {
      line = mark.line
      column = mark.column
    }
  }

  /// Takes a text, all of whose problems lie at the positions themselves, or at one option.
  init(_ text: SourceText, option: Location? = nil) {
    sentinels = Sentinels(for: text)
    self.text = text.replacing("*", with: sentinels.asterisk)
    self.option = option
  }

  /// The node at the root; nil if there is nothing, or after a problem that ends the reading.
  mutating func root(_ reading: inout Reading) -> DocumentNode? {
    let attempts = min(50, 1 + Self.duplicateBudget / max(1, text.scalars.count))
    for _ in 0..<attempts {
      do {
        // Anchors live as long as their parser does.
        let parser = try Parser(yaml: text.string, resolver: .basic, encoding: .utf8)
        return try withExtendedLifetime(parser) {
          try parser.singleRoot().map { node($0, at: "", depth: 0, &reading) }
        }
      } catch let error as YamlError {
        guard case .duplicatedKeysInMapping(let names, let context) = error,
          hide(sentinels.restored(names.first ?? ""), context.mark)
        else {
          report(error, &reading)
          return nil
        }
      } catch {
        reading.report(.syntax("\(error)", at: nil, since: nil), locate(nil))
        return nil
      }
    }
    let places = duplicates.sorted { ($0.key.line, $0.key.column) < ($1.key.line, $1.key.column) }
    for (place, name) in places {
      let location = option ?? .position(line: place.line, column: place.column)
      reading.report(.duplicateKey(first: nil), at: Excerpt.shortened(name), location)
    }
    return nil
  }

  /// Hides the first of two equal keys behind a sentinel, so that a further parse finds both.
  private mutating func hide(_ name: String, _ mark: Mark) -> Bool {
    guard var index = text.index(line: mark.line, column: mark.column) else { return false }
    if text.scalars[index] == "\"" || text.scalars[index] == "'" { index += 1 }
    guard duplicates[Place(mark)] == nil, text.scalars.indices.contains(index) else {
      return false
    }
    let sentinel = sentinels.stand(inFor: text.scalars[index])
    duplicates[Place(mark)] = name
    text = text.replacing(at: index, with: sentinel)
    return true
  }

  private func locate(_ mark: Mark?) -> Location {
    option ?? mark.map { .position(line: $0.line, column: $0.column) } ?? .document
  }

  private func report(_ error: YamlError, _ reading: inout Reading) {
    switch error {
    case .composer(_, "but found another document", let mark, _):
      reading.report(.severalDocuments, locate(mark))
    case .scanner(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level"),
      .parser(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level"):
      reading.report(.tooDeep(limit: Self.depthLimit), locate(mark))
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let index = text.index(line: mark.line, column: mark.column)
      let character = index.map { sentinels.restored(String(text.scalars[$0])) }
      let start = context.map { locate($0.mark) }
      // What is open at the end of the text is best shown where it begins.
      let location = (index == nil ? start : nil) ?? locate(mark)
      reading.report(.syntax(problem, at: character, since: start), location)
    case .duplicatedKeysInMapping(_, let context):
      reading.report(.duplicateKey(first: nil), locate(context.mark))
    default:
      reading.report(.syntax("\(error)", at: nil, since: nil), locate(nil))
    }
  }

  // MARK: Nodes

  private func node(
    _ node: Yams.Node, at path: String, depth: Int, _ reading: inout Reading
  ) -> DocumentNode {
    let location = locate(node.mark)
    if let fault = refusal(of: node, depth: depth) {
      reading.report(fault, at: path, location)
      return DocumentNode(.refused, at: location)
    }
    switch node {
    case .scalar(let scalar):
      let text = sentinels.restored(scalar.string)
      return DocumentNode(.scalar(text, isPlain: scalar.style == .plain), at: location)
    case .sequence(let nodes):
      let elements = nodes.enumerated().map { index, node in
        self.node(node, at: path.appendingIndex(index), depth: depth + 1, &reading)
      }
      return DocumentNode(.list(elements), at: location)
    case .mapping(let mapping):
      return DocumentNode(
        .mapping(entries(of: mapping, at: path, depth: depth + 1, &reading)), at: location)
    case .alias(let alias):
      reading.report(.alias("\(alias.anchor)"), at: path, location)
      return DocumentNode(.refused, at: location)
    }
  }

  /// Why a scenario must not hold this node, whatever is in it.
  private func refusal(of node: Yams.Node, depth: Int, isKey: Bool = false) -> YAMLFault? {
    if depth > Self.depthLimit { return .tooDeep(limit: Self.depthLimit) }
    if let anchor = node.anchor { return .anchor(sentinels.restored(anchor.rawValue)) }
    if let scalar = node.scalar, scalar.style == .plain,
      scalar.string.unicodeScalars.first == sentinels.asterisk
    {
      return .alias(String(sentinels.restored(scalar.string).dropFirst()))
    }
    return Self.tag(of: node, isKey: isKey).map { .tag($0) }
  }

  /// The tag that is written on a node, if any.
  private static func tag(of node: Yams.Node, isKey: Bool) -> String? {
    let name =
      switch node {
      case .scalar(let scalar): scalar.tag.rawValue
      case .sequence(let sequence): sequence.tag.rawValue
      case .mapping(let mapping): mapping.tag.rawValue
      case .alias: ""
      }
    let standard = "tag:yaml.org,2002:"
    // The library puts standard tags on keys, and on scalars in quotes, of its own accord.
    let isQuotedText = name == Tag.Name.str.rawValue && node.scalar?.style != .plain
    let isOwn = isKey ? name.hasPrefix(standard) : isQuotedText
    guard !name.isEmpty, name != Tag.Name.implicit.rawValue, !isOwn else { return nil }
    return name.hasPrefix(standard) ? "!!" + name.dropFirst(standard.count) : name
  }

  private func entries(
    of mapping: Yams.Node.Mapping, at path: String, depth: Int, _ reading: inout Reading
  ) -> [DocumentNode.Entry] {
    var entries: [DocumentNode.Entry] = []
    var firstLocations: [String: Location] = [:]
    for (key, value) in mapping {
      let location = locate(key.mark)
      if let fault = refusal(of: key, depth: depth, isKey: true) {
        reading.report(fault, at: path, location)
        continue
      }
      guard let scalar = key.scalar else {
        reading.report(.keyNotText, at: path, location)
        continue
      }
      let hidden = key.mark.flatMap { duplicates[Place($0)] }
      let name = hidden ?? sentinels.restored(scalar.string)
      let keyPath = path.appendingKey(Excerpt.shortened(name))
      if name == "<<" && scalar.style == .plain {
        reading.report(.mergeKey, at: path, location)
      } else if let first = firstLocations[name] {
        reading.report(.duplicateKey(first: first), at: keyPath, location)
      } else {
        firstLocations[name] = location
        let value = node(value, at: keyPath, depth: depth, &reading)
        entries.append(DocumentNode.Entry(name: name, at: location, value: value))
      }
    }
    return entries
  }
}
