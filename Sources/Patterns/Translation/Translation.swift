import Vocabulary

/// What all parts of one statement share: the values bound to it, its aliases, its recursive tables.
final class Translation {
  /// Seconds since the start, as of which the graph is seen.
  private let time: SimTime
  private let parameters: [String: PatternValue]
  /// The values of `?1`, `?2` and so on.
  private(set) var bindings: [PatternValue] = []
  /// Tables before the SELECT, in the order they need each other.
  var tables: [String] = []
  private var timeName: String?
  private var aliases: Set<String> = []

  init(time: SimTime, parameters: [String: PatternValue]) {
    self.time = time
    self.parameters = parameters
  }

  /// Binds a value and gives its name in SQL: no value is ever a part of the statement.
  func bind(_ value: PatternValue) -> String {
    bindings.append(value)
    return "?\(bindings.count)"
  }

  /// The time as of which the graph is seen, bound once.
  func at() -> String {
    if let timeName { return timeName }
    let name = bind(.integer(Int64(time.rawValue)))
    timeName = name
    return name
  }

  func parameter(_ name: String, at range: Range<Int>) throws(PatternError) -> PatternValue {
    guard let value = parameters[name] else {
      throw PatternError(
        .unknown(noun: "value for the parameter", name: name, known: parameters.keys.sorted()),
        at: range)
    }
    return value
  }

  /// A name for a table in the statement: that of its variable, where there is one.
  ///
  /// It is quoted unless it is a letter with or without digits, which no keyword of SQL is.
  func alias(for variable: Name, else letter: Character) -> String {
    let name = variable.text
    let isOwn = name.first == " "
    var alias = isOwn ? "\(letter)1" : name
    var number = 1
    // SQL does not tell capitals from small letters, queries do.
    while !aliases.insert(alias.lowercased()).inserted {
      number += 1
      alias = isOwn ? "\(letter)\(number)" : "\(name)_\(number)"
    }
    let rest = alias.dropFirst()
    let isPlain =
      alias.first.map { $0.isASCII && $0.isLetter } == true
      && rest.allSatisfy { ("0"..."9").contains($0) }
    return isPlain ? alias : alias.quotedName
  }
}
