/// A JSON value whose members keep their order.
indirect enum JSONValue: Sendable {
  case string(String)
  /// A number or a literal, as it stands in the text.
  case raw(String)
  case array([JSONValue])
  case object([Member])

  /// A name with its value.
  struct Member: Sendable {
    let name: String
    let value: JSONValue

    init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  static func number(_ number: some SettingNumber) -> JSONValue {
    .raw(NumberText.text(number))
  }

  static func flag(_ flag: Bool) -> JSONValue {
    .raw(flag ? "true" : "false")
  }

  /// The value as indented JSON; lists of scalars stand on one line.
  func text(indent: String = "") -> String {
    let deeper = indent + "  "
    switch self {
    case .string(let text): return Self.quoted(text)
    case .raw(let text): return text
    case .array(let values):
      let texts = values.map { $0.text(indent: deeper) }
      guard texts.contains(where: { $0.contains("\n") }) else {
        return "[\(texts.joined(separator: ", "))]"
      }
      return "[\n" + texts.map { deeper + $0 }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let lines = members.map { member in
        "\(deeper)\(Self.quoted(member.name)): \(member.value.text(indent: deeper))"
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  /// A text in double quotes, valid in JSON and in YAML.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      default: quoted += needsEscape(scalar) ? escaped(scalar) : String(scalar)
      }
    }
    return quoted + "\""
  }

  /// Whether YAML forbids the scalar, or takes it for a line break or a byte-order mark.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension DocumentNode {
  /// The node as JSON, with plain scalars as numbers and flags where they are such.
  var json: JSONValue {
    switch content {
    case .scalar(let text, let isPlain):
      isPlain && PlainScalar.isNotText(text) ? .raw(text) : .string(text)
    case .list(let nodes): .array(nodes.map(\.json))
    case .mapping(let entries): .object(entries.map { .init($0.name, $0.value.json) })
    case .elements, .refused: .raw("null")
    }
  }
}
