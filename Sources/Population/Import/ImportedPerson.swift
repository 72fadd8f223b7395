/// What a file says of the owner of an account; nil where it says nothing.
public struct ImportedPerson: Sendable, Equatable {
  /// Age in years at the start.
  public var age: UInt8?
  /// Sex.
  public var sex: Sex?
  /// Where the person lives, as a position in the table of places.
  public var place: Int32?
  /// Latitude of the home, in degrees.
  public var latitude: Float?
  /// Longitude of the home, in degrees.
  public var longitude: Float?
  /// The household, as a position in `ImportedAccounts.households`.
  public var household: Int32?
  /// The school, as a position in `ImportedAccounts.schools`; -1 if the file says none.
  public var school: Int32?
  /// The club, as a position in `ImportedAccounts.clubs`; -1 if the file says none.
  public var club: Int32?
  /// The workplace, as a position in `ImportedAccounts.workplaces`; -1 if the file says none.
  public var workplace: Int32?
  /// What the person is to children.
  public var role: Role?

  /// Makes a person of whom nothing is known.
  public init() {}
}

extension Role {
  /// The ages at which somebody may have this role, at the widest.
  var ages: ClosedRange<UInt8> {
    switch self {
    case .child: 0...17
    case .youngAdult: 18...19
    case .adult, .parent, .teacher, .coach, .tutor, .newcomer, .relative, .youthWorker,
      .supplyTeacher, .streamer, .forumModerator:
      18...120
    }
  }

  /// The role of somebody of an age of whom nothing else is known.
  static func plain(atAge age: UInt8) -> Role {
    switch age {
    case ..<18: .child
    case 18...19: .youngAdult
    default: .adult
    }
  }
}
