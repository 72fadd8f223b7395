/// A rule that ties several keys of one section together.
///
/// ```swift
/// Check("shortest", "longest", rule: "shortest must not exceed longest") {
///   $0.shortest <= $0.longest
/// }
/// ```
/// It is checked after overrides, unless one of its keys has a problem of its own. A broken rule
/// is reported at the first of its keys that is given, with the values of all of them.
public struct Check<Section: SettingsSection>: Sendable {
  let names: [String]
  let rule: String
  let holds: @Sendable (Section) -> Bool

  /// Makes a rule over the named keys.
  ///
  /// - Parameters:
  ///   - names: The keys of the section that the rule reads.
  ///   - rule: The rule in words, which follow the values in a problem and stand in the schema.
  ///   - holds: Whether the section obeys the rule.
  public init(
    _ names: String..., rule: String, holds: @escaping @Sendable (Section) -> Bool
  ) {
    self.names = names
    self.rule = rule
    self.holds = holds
  }
}
