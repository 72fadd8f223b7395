extension SettingsSection {
  /// A commented file to start from: every key with its default, its meaning, unit and bounds.
  ///
  /// It decodes to the defaults. The keys of list elements stand in comments.
  public static func template() -> String {
    let lines = Self().described().templateLines(width: 96)
    return lines.isEmpty ? "{}\n" : lines.joined(separator: "\n") + "\n"
  }
}

extension SectionDescription {
  fileprivate func templateLines(width: Int) -> [String] {
    keys.enumerated().flatMap { index, key in
      let isSpaced = index > 0 && !key.about.isEmpty
      return (isSpaced ? [""] : []) + key.templateLines(width: width)
    }
  }
}

extension KeyDescription {
  /// The comment of the key and the key itself.
  fileprivate func templateLines(width: Int) -> [String] {
    let accepted = bounds.isEmpty && unit == nil ? "" : " \(expected.capitalizedFirst)."
    let text = about.isEmpty ? "" : about + accepted
    let comment = Self.wrapped(text, width: width - 2).map { "# " + $0 }
    switch children {
    case .keys(let section):
      let lines = section.templateLines(width: width - 2)
      guard !lines.isEmpty else { return comment + ["\(name): {}"] }
      // Without a key that has a default there would be nothing below the name.
      let isNothing = lines.allSatisfy { $0.isEmpty || $0.trimmedStart.hasPrefix("#") }
      return comment + ["\(isNothing ? "# " : "")\(name):"] + indented(lines)
    case .elements(let section):
      let lines = section.templateLines(width: width - 6)
      let example = lines.map { $0.isEmpty ? "#" : "#     \($0)" }
      return comment + ["# The keys of an element:"] + example + standardLines
    case .none:
      return comment + standardLines
    }
  }

  private var standardLines: [String] {
    guard let standard else { return ["# \(name):"] }
    return YAMLWriter.lines(of: standard, named: name)
  }

  private func indented(_ lines: [String]) -> [String] {
    lines.map { $0.isEmpty ? "" : "  " + $0 }
  }

  /// The words of a text in lines of at most `width` characters, unless a word is longer.
  private static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension String {
  fileprivate var trimmedStart: Substring { drop { $0 == " " } }

  fileprivate var capitalizedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }
}
