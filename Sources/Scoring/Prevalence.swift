/// How common groomers are among adult accounts: what the precision of a detector hangs on.
///
/// A simulated world is enriched, or it would hold no case at all; a precision is worth quoting
/// only at a prevalence somebody believes in.
public enum Prevalence: Sendable, Equatable {
  /// As in the world that was simulated.
  case ofThisWorld
  /// One adult account in so many is a groomer's; at least 1.
  case oneAdultIn(Int)

  /// The prevalences every report prints, from common to rare.
  ///
  /// Our choice of 1 in 200, 1,000 and 10,000 (5e-3, 1e-3, 1e-4): no published figure counts active
  /// groomer accounts. Figures on neighbouring questions span 1e-4 (recorded grooming offences in
  /// England and Wales, 7,062 a year over about 54 million adults) to 1e-2 (National Crime Agency
  /// estimates of adults who pose any sexual risk to children).
  public static let grid: [Prevalence] = [
    .ofThisWorld, .oneAdultIn(200), .oneAdultIn(1_000), .oneAdultIn(10_000),
  ]

  /// The prevalence in names of metrics, such as `1-in-1000`.
  public var name: String {
    switch self {
    case .ofThisWorld: "this-world"
    case .oneAdultIn(let adults): "1-in-\(adults)"
    }
  }

  /// Groomers per adult account; nil where this world has no adult account.
  func share(in scope: Scope) -> Double? {
    switch self {
    case .ofThisWorld: scope.prevalence
    case .oneAdultIn(let adults): 1 / Double(adults)
    }
  }
}
