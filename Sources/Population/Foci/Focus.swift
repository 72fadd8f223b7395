/// What brings people together (Feld 1981, doi 10.1086/227352).
public struct Focus: Sendable, Equatable {
  /// What it is.
  public var kind: Kind
  /// Where it is, as a position in `World.places`.
  public var place: Int32

  /// Makes a focus.
  public init(kind: Kind, place: Int32) {
    self.kind = kind
    self.place = place
  }

  /// The kinds of focus.
  ///
  /// Raw values are what files hold.
  public enum Kind: UInt8, CaseIterable, Sendable {
    /// Ages 4 to 10.
    case primarySchool = 0
    /// Ages 11 to 17.
    case secondarySchool = 1
    /// A sports, youth or hobby club.
    case club = 2
    /// A place of work.
    case workplace = 3

    /// The kind as tables and exports write it.
    public var name: String {
      switch self {
      case .primarySchool: "primary-school"
      case .secondarySchool: "secondary-school"
      case .club: "club"
      case .workplace: "workplace"
      }
    }
  }
}
