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
  /// The sex of each account's owner; empty where it is not known.
  public var sexes: [Sex] = []
  /// Where each account's owner lives, as a position in `places`; empty where it is not known.
  public var homes: [Int] = []
  /// The names of the places that people live in.
  public var places: [String] = []

  /// An owner of at least this age is an adult: the denominator of every rate per adult account.
  public static let adultAge: UInt8 = 18

  /// Makes the subjects of columns of equal length.
  ///
  /// - Parameters:
  ///   - roles: what the owner of each account is to children.
  ///   - ages: the real age of each account's owner.
  ///   - owners: the person behind each account; nil where nobody has two.
  ///   - sexes: the sex of each account's owner; empty where nothing is asked of it.
  ///   - homes: where each account's owner lives, as a position in `places`; empty likewise.
  ///   - places: the names of those places.
  public init(
    roles: [Role], ages: [UInt8], owners: [UInt32]? = nil, sexes: [Sex] = [], homes: [Int] = [],
    places: [String] = []
  ) {
    self.roles = roles
    self.ages = ages
    self.sexes = sexes
    self.homes = homes
    self.places = places
    self.owners = owners ?? roles.indices.map { UInt32($0) }
  }

  /// Takes the columns from a world.
  public init(of world: World) {
    roles = (0..<world.accountCount).map(world.role(of:))
    ages = (0..<world.accountCount).map { UInt8(world.age(of: $0)) }
    owners = world.owners
    sexes = owners.map { world.persons.sexes[Int($0)] }
    homes = owners.map { Int(world.persons.places[Int($0)]) }
    places = world.places.map(\.name)
  }

  /// How many accounts there are.
  public var count: Int { roles.count }
}
