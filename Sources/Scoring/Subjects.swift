public import Population

/// What scoring needs to know of the accounts that could be alerted on.
///
/// One value per account in both columns, ascending id. It is the truth, not what accounts declare.
public struct Subjects: Sendable, Equatable {
  /// What the owner of each account is to children.
  public var roles: [Role]
  /// The real age of each account's owner, in years at the start of the run.
  public var ages: [UInt8]

  /// An owner of at least this age is an adult: the denominator of every rate per adult account.
  public static let adultAge: UInt8 = 18

  /// Makes the subjects of two columns of equal length.
  public init(roles: [Role], ages: [UInt8]) {
    self.roles = roles
    self.ages = ages
  }

  /// Takes the columns from a world.
  public init(of world: World) {
    roles = (0..<world.accountCount).map(world.role(of:))
    ages = (0..<world.accountCount).map { UInt8(world.age(of: $0)) }
  }

  /// How many accounts there are.
  public var count: Int { roles.count }
}
