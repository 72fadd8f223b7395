/// Parts of openCypher and GQL that are refused by name, with what to do instead.
enum Refusals {
  private static let reads = "tocsin match only reads"

  /// Words that begin a clause.
  static let clauses: [String: String] = [
    "CREATE": reads, "MERGE": reads, "SET": reads, "DELETE": reads, "DETACH": reads,
    "REMOVE": reads, "INSERT": reads, "DROP": reads, "FOREACH": reads, "LOAD": reads,
    "CALL": "the functions are those that `tocsin match --help` lists",
    "UNWIND": "ask for each value in a query of its own, or use IN",
    "UNION": "ask twice",
    "INTERSECT": "ask twice, or use EXISTS { ... }",
    "EXCEPT": "use NOT EXISTS { ... }",
    "WITH": "RETURN groups and counts, and MATCH may follow MATCH",
    "USE": "the file is the graph",
    "LET": "repeat the value",
    "FILTER": "use WHERE after MATCH",
    "FOR": "use IN",
    "NEXT": "ask twice",
    "FINISH": "a query ends with RETURN",
    "SELECT": "for SQL there is `tocsin query`",
    "HAVING": "sort with ORDER BY and take the first with LIMIT",
    "EXPLAIN": "give the option --explain",
    "PROFILE": "give the option --explain",
  ]

  /// Functions of lists, paths and subqueries that need more than a name to refuse.
  static let functions: [String: String] = [
    "all": "use EXISTS { ... } or NOT EXISTS { ... }",
    "any": "use EXISTS { ... }",
    "none": "use NOT EXISTS { ... }",
    "single": "count what matches",
    "reduce": "aggregate in RETURN",
    "nodes": "give the nodes variables",
    "relationships": "give the edges variables",
    "keys": "the properties are those that `tocsin match --help` lists",
    "properties": "name the properties",
    "allShortestPaths": "use shortestPath((a)-[...]-(b)), which finds one",
    "startNode": "give the node a variable",
    "endNode": "give the node a variable",
    "elementId": "use id(...)",
    "rand": "answers are the same each time",
    "timestamp": "times are those of the run; see --at",
    "date": "times are seconds since the start; calendar(time) makes them readable",
    "datetime": "times are seconds since the start; calendar(time) makes them readable",
  ]

  /// Keywords that no variable can have as its name without backticks.
  static let reserved: Set<String> = [
    "MATCH", "OPTIONAL", "WHERE", "RETURN", "ORDER", "BY", "SKIP", "OFFSET", "LIMIT", "DISTINCT",
    "AS", "AND", "OR", "XOR", "NOT", "IS", "NULL", "IN", "TRUE", "FALSE", "CASE", "WHEN", "THEN",
    "ELSE", "END", "EXISTS", "STARTS", "ENDS", "CONTAINS", "ASC", "DESC", "ASCENDING",
    "DESCENDING",
  ]
}
