/// What is wrong with the YAML, whatever the keys.
public enum YAMLFault: Sendable, Equatable {
  /// The file is empty or holds only comments.
  case nothing
  /// The YAML library could not parse: its own words, the character there, and where that began
  /// which it was reading, such as a list.
  case syntax(String, at: String?, since: Location?)
  /// A second document begins.
  case severalDocuments
  /// The top level is not a mapping.
  case notAMapping(found: String)
  /// Lists and mappings lie too deep within each other.
  case tooDeep(limit: Int)
  /// A node has an anchor of this name.
  case anchor(String)
  /// A node is an alias of this name.
  case alias(String)
  /// A mapping is merged in with `<<`.
  case mergeKey
  /// A node has this tag.
  case tag(String)
  /// A key is a list or a mapping.
  case keyNotText
  /// A key stands twice in one mapping; the place of the first, if known.
  case duplicateKey(first: Location?)
}

extension YAMLFault: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .nothing:
      "there are no keys in it, expected a mapping of keys to values; "
        + "write {} to take every default"
    case .syntax(let problem, let character, let start):
      SyntaxWords.plain(problem, at: character, since: start)
    case .severalDocuments:
      "found the start of a second document, expected one; remove the line ---"
    case .notAMapping(let found):
      "found \(found) at the top level, expected a mapping of keys to values; "
        + "write lines such as key: value, with a space after the colon"
    case .tooDeep(let limit):
      "lists and mappings nest deeper than \(limit) levels; check the brackets and the indent"
    case .anchor(let name):
      "found the anchor &\(Excerpt.shortened(name)), expected a value; write the value out "
        + "wherever it is used"
    case .alias(let name):
      "found the alias *\(Excerpt.shortened(name)), expected a value; write the value out, "
        + "or put a text that begins with * in quotes"
    case .mergeKey: "found the merge key <<, expected a key; write the merged keys out"
    case .tag(let tag): "found the tag \(Excerpt.shortened(tag)), expected a value; remove the tag"
    case .keyNotText: "found a key that is a list or a mapping, expected a name; write a name"
    case .duplicateKey(.some(.position(let line, let column))):
      "the key is given twice, first at line \(line), column \(column); remove one of the two"
    case .duplicateKey: "the key is given twice; remove one of the two"
    }
  }
}
