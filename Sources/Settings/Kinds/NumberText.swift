/// A number as it stands in a file: decimal, as YAML 1.2 and JSON have it.
struct NumberText {
  let text: String
  let isPlain: Bool

  init(_ text: String, isPlain: Bool) {
    self.text = text
    self.isPlain = isPlain
  }

  /// What a scalar is, seen as a number.
  enum Outcome<Number: SettingNumber> {
    case number(Number)
    case refused(NumberFault)
    case notANumber
  }

  func number<Number: SettingNumber>(_ type: Number.Type) -> Outcome<Number> {
    guard isPlain else {
      let isNumber = Digits(text) != nil
      return isNumber ? .refused(.quoted(text)) : .notANumber
    }
    guard let digits = Digits(text) else { return disguised() }
    if digits.hasLeadingZero { return .refused(.leadingZero(digits.withoutLeadingZeros)) }
    guard let value = Double(digits.parsable), value.isFinite else { return .refused(.tooLarge) }
    if value == 0 && digits.hasNonZero { return .refused(.tooSmall) }
    if let number = Number(digits.parsable) { return .number(number) }
    guard let whole = Int(exactly: value) else {
      return .refused(value.magnitude >= 9e18 ? .tooLarge : .fraction)
    }
    return .refused(.notWrittenWhole(String(whole)))
  }

  /// Things that a person may mean as a number, each with what to write instead.
  private func disguised<Number>() -> Outcome<Number> {
    let lower = text.lowercased()
    let unsigned = lower.first == "-" || lower.first == "+" ? String(lower.dropFirst()) : lower
    if [".inf", ".nan", "inf", "infinity", "nan"].contains(unsigned) {
      return .refused(.notFinite)
    }
    if text.hasSuffix("%"), let share = Digits(String(text.dropLast())),
      let percent = Double(share.parsable), percent.isFinite
    {
      return .refused(.percent(Self.text(percent / 100)))
    }
    if let number = Self.withPoint(text) {
      return .refused(Number.self == Int.self ? .fraction : .decimalComma(number))
    }
    let bare = text.filter { !"_', \u{A0}\u{202F}".contains($0) }
    if bare != text, let digits = Digits(bare), digits.isDecimal {
      return .refused(.separators(digits.parsable))
    }
    if let space = text.firstIndex(of: " "), let digits = Digits(String(text[..<space])) {
      return .refused(.unitAttached(digits.parsable))
    }
    if unsigned.hasPrefix("0x") || unsigned.hasPrefix("0o") || unsigned.hasPrefix("0b") {
      return .refused(.otherBase)
    }
    return .notANumber
  }

  /// The number of a text such as `0,81`, whose comma cannot stand between thousands.
  private static func withPoint(_ text: String) -> String? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let digits = Digits(parts.joined(separator: ".")), digits.isDecimal
    else { return nil }
    let isGroup = parts[1].count == 3 && Int(parts[0]) != 0
    return isGroup ? nil : digits.parsable
  }

  /// The shortest text that reads back as the same number, also for readers of YAML 1.1.
  static func text<Number: SettingNumber>(_ number: Number) -> String {
    let text = String(number)
    guard number is Double else { return text }
    if text.hasSuffix(".0") { return String(text.dropLast(2)) }
    guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
    return text[..<exponent] + ".0" + text[exponent...]
  }
}

/// The parts of a decimal number: `[-+]? (digits [. digits?] | . digits) ([eE] [-+]? digits)?`.
struct Digits {
  private var sign = ""
  private var whole: Substring
  private var fraction: Substring
  private var exponent = ""
  /// Whether it is written with digits alone.
  let isWhole: Bool

  init?(_ text: String) {
    var rest = text[...]
    if let first = rest.first, first == "-" || first == "+" {
      sign = first == "-" ? "-" : ""
      rest.removeFirst()
    }
    whole = Self.digits(&rest)
    let hasPoint = rest.first == "."
    if hasPoint { rest.removeFirst() }
    fraction = hasPoint ? Self.digits(&rest) : ""
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    let hasExponent = rest.first == "e" || rest.first == "E"
    if hasExponent {
      rest.removeFirst()
      exponent = "e"
      if let mark = rest.first, mark == "-" || mark == "+" {
        exponent.append(mark)
        rest.removeFirst()
      }
      let digits = Self.digits(&rest)
      guard !digits.isEmpty else { return nil }
      exponent += digits
    }
    guard rest.isEmpty else { return nil }
    isWhole = !hasPoint && !hasExponent
  }

  var hasLeadingZero: Bool { whole.count > 1 && whole.first == "0" }

  var hasNonZero: Bool { (whole + fraction).contains { $0 != "0" } }

  var isDecimal: Bool { exponent.isEmpty }

  /// The number in the form that Swift reads.
  var parsable: String {
    if isWhole { return sign + whole }
    return sign + (whole.isEmpty ? "0" : whole) + "." + (fraction.isEmpty ? "0" : fraction)
      + exponent
  }

  var withoutLeadingZeros: String {
    var copy = self
    copy.whole = whole.drop { $0 == "0" }
    if copy.whole.isEmpty { copy.whole = "0" }
    return copy.parsable
  }

  private static func digits(_ rest: inout Substring) -> Substring {
    let digits = rest.prefix { ("0"..."9").contains($0) && $0.isASCII }
    rest = rest[digits.endIndex...]
    return digits
  }
}
