public import Population

/// What scoring needs to know of the accounts that could be alerted on.
///
/// One value per account in every column, ascending id. It is the truth, not what accounts declare.
public struct Subjects: Sendable, Equatable {
  /// What the owner of each account is to children.
  public var roles: [Role]
  /// The real age of each account's owner, in years at the start of the run.
  public var ages: [UInt8]
  /// The person behind each account: cases of one person stand or fall together, whichever of the
  /// person's accounts they are of.
  public var owners: [UInt32]

  /// An owner of at least this age is an adult: the denominator of every rate per adult account.
  public static let adultAge: UInt8 = 18

  /// Makes the subjects of columns of equal length.
  ///
  /// - Parameters:
  ///   - roles: what the owner of each account is to children.
  ///   - ages: the real age of each account's owner.
  ///   - owners: the person behind each account; nil where nobody has two.
  public init(roles: [Role], ages: [UInt8], owners: [UInt32]? = nil) {
    self.roles = roles
    self.ages = ages
    self.owners = owners ?? roles.indices.map { UInt32($0) }
  }

  /// Takes the columns from a world.
  public init(of world: World) {
    roles = (0..<world.accountCount).map(world.role(of:))
    ages = (0..<world.accountCount).map { UInt8(world.age(of: $0)) }
    owners = world.owners
  }

  /// How many accounts there are.
  public var count: Int { roles.count }
}
