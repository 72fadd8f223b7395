extension SettingsSection {
  /// What is wrong with the rows themselves, of this section and those below it.
  ///
  /// Every target that has settings should hold a test that this is empty. It finds names that
  /// are not in kebab case or stand twice, checks and uniqueness over keys that do not exist,
  /// sentences that are missing, and defaults that the rows would refuse.
  public static func mistakes() -> [String] {
    let section = Self().described()
    return section.mistakes(below: "") + section.refusals()
  }

  /// What a reading of the defaults would refuse, but for placeholders of required keys.
  static func refusals(of value: Self) -> [String] {
    var reading = Reading(document: "the defaults", folder: ".", inputsMustExist: true)
    let written = value.written()
    var given = written
    if case .mapping(let entries) = written.content {
      let required = Set(keys.filter(\.isRequired).map(\.name))
      given.content = .mapping(entries.filter { !required.contains($0.name) })
    }
    _ = read(given, over: value, at: "", &reading)
    return reading.problems.compactMap { problem in
      if case .key(.missingKey) = problem.fault { nil } else { problem.description }
    }
  }
}

extension SectionDescription {
  fileprivate func mistakes(below path: String) -> [String] {
    let names = keys.map(\.name)
    var mistakes: [String] = []
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      mistakes.append("\(path.appendingKey(name)): the section has this key twice")
    }
    for name in ruleNames where !names.contains(name) {
      mistakes.append("\(path.appendingKey(name)): a check names this key, which does not exist")
    }
    return mistakes + keys.flatMap { $0.mistakes(at: path.appendingKey($0.name)) }
  }
}

extension KeyDescription {
  fileprivate func mistakes(at path: String) -> [String] {
    var mistakes: [String] = []
    if !TextRule.kebabCase.accepts(name) {
      mistakes.append("\(path): the name is not in kebab case")
    }
    if !about.isEmpty && !about.hasSuffix(".") || about.isEmpty && source != nil {
      mistakes.append("\(path): about is not a sentence that ends with a full stop")
    }
    mistakes += sweepRefusals().map { "\(path): the range to sweep is refused: \($0)" }
    switch children {
    case .none: break
    case .keys(let section): mistakes += section.mistakes(below: path)
    case .elements(let section):
      if let unique, !section.keys.contains(where: { $0.name == unique }) {
        mistakes.append("\(path): \(unique) must differ between elements, but does not exist")
      }
      mistakes += section.mistakes(below: path + "[]")
      mistakes += section.refusals().map { "\(path)[]: \($0)" }
    }
    return mistakes
  }
}
