/// The keys of a scenario in canonical YAML, as Tocsin writes it: a key or an element to a line, two
/// spaces a level.
enum ScenarioKeys {
  /// A key that differs, with its value on either side; nil where it is not there.
  typealias Change = (path: String, first: String?, second: String?)

  /// The keys that differ, in the order of the first scenario, then those of the second alone.
  static func changes(
    from one: [(path: String, value: String)], to other: [(path: String, value: String)]
  ) -> [Change] {
    let before = Dictionary(one.map { ($0.path, $0.value) }) { first, _ in first }
    let after = Dictionary(other.map { ($0.path, $0.value) }) { first, _ in first }
    return one.filter { after[$0.path] != $0.value }.map { ($0.path, $0.value, after[$0.path]) }
      + other.filter { before[$0.path] == nil }.map { ($0.path, nil, $0.value) }
  }

  /// Every key that has a value, with its path; elements of a list are numbered from 0.
  static func values(in yaml: String) -> [(path: String, value: String)] {
    /// The keys around a line: how far in each stands, its path, and how many elements it has so far.
    var around: [(indent: Int, path: String, elements: Int)] = []
    var values: [(path: String, value: String)] = []
    for line in yaml.split(separator: "\n") {
      var text = line.drop { $0 == " " }
      var indent = line.count - text.count
      let isElement = text.hasPrefix("- ")
      while let last = around.last, last.indent >= indent { around.removeLast() }
      if isElement, !around.isEmpty {
        let list = around[around.count - 1]
        around[around.count - 1].elements += 1
        around.append((indent, "\(list.path)[\(list.elements)]", 0))
        text = text.dropFirst(2)
        indent += 2
      }
      guard let colon = text.firstIndex(of: ":") else { continue }
      let path = (around.last.map { $0.path + "." } ?? "") + text[..<colon]
      let value = text[text.index(after: colon)...].drop { $0 == " " }
      if value.isEmpty {
        around.append((indent, path, 0))
      } else {
        values.append((path, String(value)))
      }
    }
    return values
  }
}
