/// The columns that a file of accounts may have.
///
/// An empty value says nothing; of a school, club, workplace or declaration, `none` says that there
/// is none.
public enum AccountColumn: String, CaseIterable, Sendable, CustomStringConvertible {
  /// The name of the account, any text; the one column that must be there.
  case account
  /// The owner's age in years at the start.
  case age
  /// The owner's sex.
  case sex
  /// Where the owner lives: a name of the table of places.
  case place
  /// Latitude of the owner's home, in degrees north.
  case latitude
  /// Longitude of the owner's home, in degrees east.
  case longitude
  /// The owner's household: accounts with the same name share it.
  case household
  /// The school the owner attends or teaches at, likewise.
  case school
  /// The club the owner is in or coaches, likewise.
  case club
  /// The owner's workplace, likewise; one with the name of a school is that school.
  case workplace
  /// What the owner is to children: a name of `Role`.
  case role
  /// The age that the account declares.
  case declaredAge = "declared_age"
  /// The place that the account declares.
  case declaredPlace = "declared_place"
  /// When the account was opened, in seconds since the start; 0 or before it.
  case opened
  /// The platform that the account is on.
  case platform
  /// The owner: accounts with the same name belong to one person.
  case person
  /// Whether the owner grooms, as 0 or 1.
  case groomer

  /// The name as files have it.
  public var description: String { rawValue }
}
