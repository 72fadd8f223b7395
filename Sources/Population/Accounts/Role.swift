/// What a person is to the children of the world: the kinds of innocent account, for scoring.
///
/// Besides children, parents and other adults these are the hard negatives: adults whose occupation
/// or circumstance has them do what groomers do. To add one, write a case with a number never used
/// before, its name and its reach; a share in `RoleSettings` says how many there are.
///
/// Raw values are what files hold.
public enum Role: UInt8, CaseIterable, Sendable, Codable {
  /// Under 18.
  case child = 0
  /// 18 or 19: just over the line, many friends below it.
  case youngAdult = 1
  /// An adult with none of the other roles.
  case adult = 2
  /// Lives with a child of theirs.
  case parent = 3
  /// Teaches classes of a school.
  case teacher = 4
  /// Coaches a club.
  case coach = 5
  /// Teaches children anywhere, one by one, without mutual friends.
  case tutor = 6
  /// Moved here lately: few friends, and mutual friends with nobody.
  case newcomer = 7
  /// Grandparent, aunt or uncle of children in the extended family.
  case relative = 8
  /// Works with the children of the neighbourhood.
  case youthWorker = 9
  /// Teaches now here, now there, in the schools around: children of many schools, few mutual
  /// friends.
  case supplyTeacher = 10
  /// Plays games in public: a great many children anywhere.
  case streamer = 11
  /// Looks after a forum for young people of the whole country.
  case forumModerator = 12

  /// The role as tables, scenario files and exports write it.
  public var name: String {
    switch self {
    case .child: "child"
    case .youngAdult: "young-adult"
    case .adult: "adult"
    case .parent: "parent"
    case .teacher: "teacher"
    case .coach: "coach"
    case .tutor: "tutor"
    case .newcomer: "newcomer"
    case .relative: "relative"
    case .youthWorker: "youth-worker"
    case .supplyTeacher: "supply-teacher"
    case .streamer: "streamer"
    case .forumModerator: "forum-moderator"
    }
  }

  /// Which children the role leads to.
  public var reach: Reach {
    switch self {
    case .child, .youngAdult, .adult, .parent, .newcomer: .nobody
    case .teacher: .school
    case .coach: .club
    case .relative: .kin
    case .youthWorker: .around(children: 100)
    case .supplyTeacher: .around(children: 3_000)
    case .tutor, .streamer, .forumModerator: .anywhere
    }
  }

  /// Children whom an adult meets by occupation or circumstance.
  public enum Reach: Sendable, Equatable {
    /// None in particular.
    case nobody
    /// Those of the person's school.
    case school
    /// Those of the person's club.
    case club
    /// Those of the extended family.
    case kin
    /// So many who live nearest, along the line of homes: our choice of how many.
    case around(children: Int)
    /// Any.
    case anywhere
  }
}
