/// A function of the language.
public struct Function: Sendable {
  /// How it is written, such as `mutual_friends(a, b)`.
  public let signature: String
  /// What it gives.
  public let about: String
  /// What it takes, one for each value; a value left out is not handed on.
  let takes: [Parameter]
  /// How many values must be given.
  let least: Int
  /// How many of the last kind may follow.
  let isVariadic: Bool
  let isAggregate: Bool
  /// The type of the result, of the types of the values.
  let gives: @Sendable ([ValueType]) -> ValueType
  /// The result in SQL, of the values in SQL and the time as of which the graph is seen.
  let sql: @Sendable ([String], String) -> String

  /// What a function takes at one place.
  enum Parameter {
    case account, node, edge, path, number, text, any

    var words: String {
      switch self {
      case .account: "an account"
      case .node: "a node"
      case .edge: "an edge"
      case .path: "a path or a list"
      case .number: "a number"
      case .text: "a text"
      case .any: "a value"
      }
    }

    func accepts(_ type: ValueType) -> Bool {
      switch (self, type) {
      case (.account, .node("account")), (.node, .node), (.edge, .edge), (.path, .list): true
      case (.number, _): type.isNumber
      case (.text, _): type == .text || type == .null
      case (.any, _): true
      default: false
      }
    }
  }

  var name: String { String(signature.prefix { $0 != "(" }) }

  /// Whether the result depends on the time as of which the graph is seen.
  var readsTime: Bool { takes == [.account, .account] && name != "distance_km" }

  /// Whether the result is never null.
  var isNeverNull: Bool { ["count", "collect", "sum"].contains(name) }

  init(
    _ signature: String, _ about: String, takes: [Parameter], least: Int? = nil,
    isVariadic: Bool = false, isAggregate: Bool = false,
    gives: @escaping @Sendable ([ValueType]) -> ValueType,
    sql: @escaping @Sendable ([String], String) -> String
  ) {
    self.signature = signature
    self.about = about
    self.takes = takes
    self.least = least ?? takes.count
    self.isVariadic = isVariadic
    self.isAggregate = isAggregate
    self.gives = gives
    self.sql = sql
  }

  func takesCount(_ count: Int) -> Bool {
    count >= least && (isVariadic || count <= takes.count)
  }

  func parameter(_ index: Int) -> Parameter? {
    index < takes.count ? takes[index] : (isVariadic ? takes.last : nil)
  }
}
