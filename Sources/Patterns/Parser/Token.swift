/// A word, number, text or sign of a query, and where it stands.
struct Token: Equatable {
  /// What a token is.
  enum Kind: Equatable {
    /// A name or a keyword; one in backticks is never a keyword.
    case word(String, isQuoted: Bool)
    case integer(Int64)
    case real(Double)
    case text(String)
    case parameter(String)
    case sign(String)
    case end
  }

  var kind: Kind
  var range: Range<Int>

  /// How messages call it.
  var words: String {
    switch kind {
    case .word(let name, _): "\"\(name)\""
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text: "a text"
    case .parameter(let name): "$\(name)"
    case .sign(let sign): "\"\(sign)\""
    case .end: "the end of the query"
    }
  }

  /// The keyword that it is if it is one, in capitals.
  var keyword: String? {
    if case .word(let name, isQuoted: false) = kind { name.uppercased() } else { nil }
  }
}
