/// Every function of the language: a new one is an element here.
public enum FunctionCatalogue {
  /// All functions, in the order of the help.
  public static let all = graph + values + aggregates

  static func function(named name: String) -> Function? {
    all.first { $0.name.lowercased() == name.lowercased() }
  }

  private static let graph = [
    Function(
      "mutual_friends(a, b)", "how many friends two accounts have in common",
      takes: [.account, .account], gives: { _ in .integer },
      sql: { values, at in "mutual_friends(\(values[0]), \(values[1]), \(at))" }),
    Function(
      "are_friends(a, b)", "whether two accounts are friends", takes: [.account, .account],
      gives: { _ in .boolean },
      sql: { values, at in "are_friends(\(values[0]), \(values[1]), \(at))" }),
    Function(
      "distance_km(a, b)", "kilometres between declared places; null if one is not declared",
      takes: [.account, .account], gives: { _ in .real },
      sql: { values, _ in "distance_km(\(values[0]), \(values[1]))" }),
    Function(
      "calendar(time)", "a time as date and clock, such as '2017-04-03 14:05:00'",
      takes: [.number], gives: { _ in .text }, sql: { values, _ in "calendar(\(values[0]))" }),
    Function(
      "id(node)", "the id of a node", takes: [.node],
      gives: { $0.first == .node("alert") ? .text : .integer }, sql: { values, _ in values[0] }),
    Function(
      "type(edge)", "the type of an edge", takes: [.edge], gives: { _ in .text },
      sql: { values, _ in "json_extract(\(values[0]), '$.type')" }),
    Function(
      "length(path)", "how many edges a path has", takes: [.path], gives: { _ in .integer },
      sql: { values, _ in "json_array_length(\(values[0]))" }),
    Function(
      "size(list)", "how many elements a list has", takes: [.path], gives: { _ in .integer },
      sql: { values, _ in "json_array_length(\(values[0]))" }),
  ]

  private static let values = [
    Function(
      "abs(number)", "without its sign", takes: [.number], gives: { $0[0] },
      sql: { values, _ in "abs(\(values[0]))" }),
    Function(
      "round(number, digits)", "rounded, to so many digits after the point (0 if left out)",
      takes: [.number, .number], least: 1, gives: { _ in .real },
      sql: { values, _ in "round(\(values.joined(separator: ", ")))" }),
    Function(
      "toInteger(number)", "without its fraction", takes: [.number], gives: { _ in .integer },
      sql: { values, _ in "CAST(\(values[0]) AS INTEGER)" }),
    Function(
      "toFloat(number)", "as a number with a fraction", takes: [.number], gives: { _ in .real },
      sql: { values, _ in "CAST(\(values[0]) AS REAL)" }),
    Function(
      "toLower(text)", "in small letters, of A to Z alone", takes: [.text], gives: { _ in .text },
      sql: { values, _ in "lower(\(values[0]))" }),
    Function(
      "toUpper(text)", "in capitals, of a to z alone", takes: [.text], gives: { _ in .text },
      sql: { values, _ in "upper(\(values[0]))" }),
    Function(
      "coalesce(value, ...)", "the first that is not null", takes: [.any, .any], isVariadic: true,
      gives: { $0.first { $0 != .null } ?? .null },
      sql: { values, _ in "coalesce(\(values.joined(separator: ", ")))" }),
  ]

  private static let aggregates = [
    aggregate("count", "how many; count(*) counts rows", .any, { _ in .integer }) {
      "count(\($0))"
    },
    aggregate("sum", "the sum; 0 of nothing", .number, { $0 }) { "coalesce(sum(\($0)), 0)" },
    aggregate("avg", "the mean", .number, { _ in .real }) { "avg(\($0))" },
    aggregate("min", "the least", .any, { $0 }) { "min(\($0))" },
    aggregate("max", "the greatest", .any, { $0 }) { "max(\($0))" },
    aggregate("collect", "a list of all that are not null", .any, { .list($0) }) { value in
      let bare = value.hasPrefix("DISTINCT ") ? String(value.dropFirst(9)) : value
      return "json_group_array(\(value)) FILTER (WHERE \(bare) IS NOT NULL)"
    },
  ]

  private static func aggregate(
    _ name: String, _ about: String, _ parameter: Function.Parameter,
    _ gives: @escaping @Sendable (ValueType) -> ValueType,
    sql: @escaping @Sendable (String) -> String
  ) -> Function {
    Function(
      "\(name)(value)", about, takes: [parameter], isAggregate: true, gives: { gives($0[0]) },
      sql: { values, _ in sql(values[0]) })
  }
}
