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
  /// What breaks the rule, if the values alone do not show it.
  let finding: @Sendable (Section) -> String?

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
    finding = { _ in nil }
  }

  /// Makes the rule that the shares in the named keys sum to 1, but for rounding.
  ///
  /// - Parameters:
  ///   - names: The keys of the section that hold the shares.
  ///   - shares: The shares of a section.
  public init(
    _ names: String..., sharesSumToOne shares: @escaping @Sendable (Section) -> [Double]
  ) {
    self.names = names
    rule = "the shares must sum to 1"
    holds = { abs(shares($0).reduce(0, +) - 1) < 1e-6 }
    finding = { section in
      let billionths = (shares(section).reduce(0, +) * 1e9).rounded()
      return "these sum to \(NumberText.text(billionths / 1e9))"
    }
  }
}
