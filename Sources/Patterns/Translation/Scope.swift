/// What the variables of some MATCH clauses stand for, and what the clauses put into the statement.
///
/// A scope within another is that of `EXISTS { ... }`; it sees the variables of the outer one.
final class Scope {
  let translation: Translation
  let parent: Scope?
  let usage: Usage
  private let kinds: KindInference
  private(set) var variables: [String: Binding] = [:]
  var clauses: [ClauseParts] = []
  /// Where the patterns stand of which all is in the statement.
  var described: Set<Range<Int>> = []
  /// Nodes of the outer scope that this one binds anew, to compare their ids in the end.
  let rebound: Set<String>

  init(
    _ translation: Translation, patterns: [PathPattern], usage: Usage, parent: Scope? = nil,
    rebound: Set<String> = []
  ) throws(PatternError) {
    self.translation = translation
    self.usage = usage
    self.parent = parent
    self.rebound = rebound
    kinds = try KindInference(patterns, known: parent?.nodeKinds ?? [:])
  }

  /// The kinds of all nodes in sight.
  var nodeKinds: [String: String] {
    var found = parent?.nodeKinds ?? [:]
    for (name, binding) in variables {
      if case .node(let node) = binding { found[name] = node.kind.name }
    }
    return found
  }

  func kind(of variable: Name) throws(PatternError) -> NodeKind {
    try kinds.kind(of: variable.text)
  }

  func alternatives(of edge: EdgePattern) -> [KindInference.Alternative] {
    kinds.alternatives[edge.variable.text] ?? []
  }

  /// What a variable stands for, here or further out; nil if nothing does yet.
  func binding(of variable: String) -> Binding? {
    if let own = variables[variable] { return own }
    return rebound.contains(variable) ? nil : parent?.binding(of: variable)
  }

  func node(_ variable: String) -> NodeBinding? {
    if case .node(let node)? = binding(of: variable) { node } else { nil }
  }

  func bind(_ variable: Name, to binding: Binding) throws(PatternError) {
    if let taken = self.binding(of: variable.text) {
      let same = "the variable of \(taken.noun) can be used again for a node alone"
      throw PatternError(
        .taken(name: variable.text, advice: "give this one another name (\(same))"),
        at: variable.range)
    }
    variables[variable.text] = binding
  }

  /// Every variable in sight that a query can name, in the order of the alphabet.
  var names: [String] {
    let own = variables.keys.filter { $0.first != " " }
    return Set(own).union(parent?.names ?? []).sorted()
  }

  // MARK: Rows of which something is known

  /// Which rows can be matched with some, and the conditions on them; nil after OPTIONAL MATCH.
  ///
  /// - Returns: FROM and WHERE of a statement that gives each of those rows at least once.
  func sources(reading aliases: Set<String>) -> String? {
    var clauses = parent?.allClauses ?? []
    clauses += self.clauses
    let kept = clauses.filter { !$0.isOptional }
    let known = Set(kept.flatMap { $0.items.map(\.alias) })
    guard aliases.isSubset(of: known) else { return nil }
    let conditions = kept.flatMap { $0.structure + $0.conditions }
      .filter { $0.aliases.isSubset(of: known) }
    var reached = aliases
    while let next = conditions.first(where: {
      !$0.aliases.isDisjoint(with: reached) && !$0.aliases.isSubset(of: reached)
    }) {
      reached.formUnion(next.aliases)
    }
    return SourceLayout.sql(
      of: kept.map { clause in
        ClauseParts(
          isOptional: false, items: clause.items.filter { reached.contains($0.alias) },
          structure: clause.structure.filter { $0.aliases.isSubset(of: reached) },
          conditions: clause.conditions.filter {
            $0.aliases.isSubset(of: reached) && !$0.aliases.isEmpty
          })
      })
  }

  private var allClauses: [ClauseParts] { (parent?.allClauses ?? []) + clauses }
}
