/// What accounts say of themselves: all that a platform knows of their owners.
///
/// One value per account in every column, ascending id. The truth (real age, role) is elsewhere,
/// and nothing here is derived from it by anyone but the account's owner.
public struct DeclaredAccounts: Sendable, Equatable {
  /// The age, in years at the start of the run, that each account declares; `unknownAge` if none.
  public var ages: [UInt8] = []
  /// The declared place of each account, as a position in the list of places; -1 if none.
  public var places: [Int32] = []
  /// Latitude of the declared place in degrees; NaN if none is declared.
  public var latitudes: [Float] = []
  /// Longitude of the declared place in degrees; NaN if none is declared.
  public var longitudes: [Float] = []
  /// When each account was opened, in seconds since the start; negative before it.
  public var opened: [Int32] = []

  /// The age of an account that declares none.
  public static let unknownAge: UInt8 = 255

  /// An account with a declared age below this is a young person's, to the platform.
  ///
  /// Our choice: platforms draw the line of their protections for young people at 18, though the
  /// offence of sexual communication with a child (Sexual Offences Act 2003, s. 15A) draws it at 16.
  public static let adultAge: UInt8 = 18

  /// Makes the columns of no account.
  public init() {}

  /// How many accounts there are.
  public var count: Int { ages.count }

  /// Whether an account declares an age below 18.
  public func isMinor(_ account: Int) -> Bool { ages[account] < Self.adultAge }

  /// Whether an account declares an age of 18 or more.
  public func isAdult(_ account: Int) -> Bool {
    ages[account] >= Self.adultAge && ages[account] != Self.unknownAge
  }
}
