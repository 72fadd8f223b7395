/// A change to one key, given as an option: `population.accounts=5000`, `calendar.holidays[0].from=2017-04-10`.
///
/// It stands in the place of whatever the document says at that path; the last one wins.
struct Override {
  private enum Step {
    case key(String)
    case element(Int)
  }

  private let steps: [Step]
  private let value: DocumentNode
  private let location: Location

  /// The path as written, before the equals sign.
  static func path(of option: String) -> Substring {
    option.prefix { $0 != "=" }
  }

  /// Reads an option; nil after a problem with its form.
  init?(_ option: String, index: Int, _ reading: inout Reading) {
    location = .option(index: index, text: option)
    let path = Self.path(of: option)
    guard path.endIndex < option.endIndex else {
      reading.report(.withoutValue, location)
      return nil
    }
    guard let steps = Self.steps(of: path) else {
      reading.report(.malformedPath(String(path)), location)
      return nil
    }
    self.steps = steps
    let text = SourceText(String(option[option.index(after: path.endIndex)...]))
    if let control = text.firstControlCharacter {
      reading.report(.controlCharacter(code: text.scalars[control].value), location)
      return nil
    }
    var reader = YAMLReader(text, option: location)
    let problems = reading.problems.count
    let root = reader.root(&reading)
    guard reading.problems.count == problems else { return nil }
    value = root ?? DocumentNode(.scalar("", isPlain: true), at: location)
  }

  /// Makes the change in the root of a document.
  func apply(to root: inout DocumentNode, _ reading: inout Reading) {
    root = changed(root, steps[...], at: "", &reading)
  }

  private func changed(
    _ node: DocumentNode?, _ steps: ArraySlice<Step>, at path: String, _ reading: inout Reading
  ) -> DocumentNode {
    let rest = steps.dropFirst()
    switch steps.first {
    case nil: return value
    case .key(let name):
      return changed(node, key: name, rest, at: path.appendingKey(name), &reading)
    case .element(let index):
      return changed(node, element: index, rest, at: path.appendingIndex(index), &reading)
    }
  }

  private func changed(
    _ node: DocumentNode?, key name: String, _ rest: ArraySlice<Step>, at path: String,
    _ reading: inout Reading
  ) -> DocumentNode {
    guard let node, case .mapping(var entries) = node.content else {
      let value = changed(nil, rest, at: path, &reading)
      return DocumentNode(.mapping([.init(name: name, at: location, value: value)]), at: location)
    }
    if let index = entries.firstIndex(where: { $0.name == name }) {
      entries[index].value = changed(entries[index].value, rest, at: path, &reading)
      if rest.isEmpty { entries[index].nameLocation = location }
    } else {
      let value = changed(nil, rest, at: path, &reading)
      entries.append(.init(name: name, at: location, value: value))
    }
    return DocumentNode(.mapping(entries), at: node.location)
  }

  private func changed(
    _ node: DocumentNode?, element index: Int, _ rest: ArraySlice<Step>, at path: String,
    _ reading: inout Reading
  ) -> DocumentNode {
    if let node, case .list(var nodes) = node.content {
      guard nodes.indices.contains(index) else {
        reading.report(.noSuchElement(count: nodes.count), at: path, location)
        return node
      }
      nodes[index] = changed(nodes[index], rest, at: path, &reading)
      return DocumentNode(.list(nodes), at: node.location)
    }
    var elements: [(index: Int, node: DocumentNode)] = []
    if let node, case .elements(let given) = node.content { elements = given }
    let given = elements.firstIndex { $0.index == index }
    let value = changed(given.map { elements[$0].node }, rest, at: path, &reading)
    if let given { elements[given].node = value } else { elements.append((index, value)) }
    return DocumentNode(.elements(elements), at: location)
  }

  private static func steps(of path: Substring) -> [Step]? {
    var steps: [Step] = []
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard let name = pieces.first, !name.isEmpty, !name.contains("]") else { return nil }
      steps.append(.key(String(name)))
      for piece in pieces.dropFirst() {
        guard piece.last == "]", let index = Int(piece.dropLast()), index >= 0 else {
          return nil
        }
        steps.append(.element(index))
      }
    }
    guard steps.count <= YAMLReader.depthLimit else { return nil }
    return steps
  }
}
