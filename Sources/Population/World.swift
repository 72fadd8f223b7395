public import Vocabulary

/// People, their accounts, what brings them together, and who is whose friend when the run starts.
///
/// The world is the truth: real ages, roles and homes. A platform knows only `declared` and the
/// friendships. Everything is columns; a value's position is the id of what it describes.
public struct World: Sendable {
  /// The places people live in.
  public var places: [Place]
  /// Everybody who lives there, with or without an account.
  public var persons: Persons
  /// Schools, clubs and workplaces.
  public var foci: [Focus]
  /// The platforms that accounts are on, by name; not empty.
  public var platforms: [String]
  /// The person behind each account, by account id.
  public var owners: [UInt32]
  /// The platform of each account, as a position in `platforms`.
  public var accountPlatforms: [UInt8]
  /// What each account says of itself.
  public var declared: DeclaredAccounts
  /// Friendships between accounts when the run starts.
  public var friendships: Friendships
  /// Accounts whose owner grooms, ascending.
  public var groomers: [AccountID]

  /// Makes a world of its parts.
  public init(
    places: [Place], persons: Persons, foci: [Focus], platforms: [String], owners: [UInt32],
    accountPlatforms: [UInt8], declared: DeclaredAccounts, friendships: Friendships,
    groomers: [AccountID]
  ) {
    self.places = places
    self.persons = persons
    self.foci = foci
    self.platforms = platforms
    self.owners = owners
    self.accountPlatforms = accountPlatforms
    self.declared = declared
    self.friendships = friendships
    self.groomers = groomers
  }

  /// How many accounts there are.
  public var accountCount: Int { owners.count }

  /// The real age of an account's owner, in years at the start.
  public func age(of account: Int) -> Int { Int(persons.ages[Int(owners[account])]) }

  /// The role of an account's owner.
  public func role(of account: Int) -> Role { persons.roles[Int(owners[account])] }
}

/// A town or city.
public struct Place: Sendable, Equatable, Codable {
  /// The name of the place.
  public var name: String
  /// Latitude of its population-weighted centre, in degrees north.
  public var latitude: Double
  /// Longitude of its population-weighted centre, in degrees east.
  public var longitude: Double
  /// How many people live there.
  public var population: Int

  /// Makes a place.
  public init(name: String, latitude: Double, longitude: Double, population: Int) {
    self.name = name
    self.latitude = latitude
    self.longitude = longitude
    self.population = population
  }
}

/// Sex as the census records it.
public enum Sex: UInt8, CaseIterable, Sendable, Codable {
  /// Female.
  case female = 0
  /// Male.
  case male = 1

  /// The word for tables and exports.
  public var name: String { self == .female ? "female" : "male" }
}

/// Everybody, one value per person in every column.
public struct Persons: Sendable, Equatable {
  /// Age in years at the start of the run.
  public var ages: [UInt8] = []
  /// Sex.
  public var sexes: [Sex] = []
  /// What the person is to children.
  public var roles: [Role] = []
  /// Where the person lives, as a position in `World.places`.
  public var places: [Int32] = []
  /// Latitude of the home, in degrees.
  public var latitudes: [Float] = []
  /// Longitude of the home, in degrees.
  public var longitudes: [Float] = []
  /// The household; members of one household have the same number.
  public var households: [Int32] = []
  /// The school the person attends or teaches at, as a position in `World.foci`; -1 if none.
  public var schools: [Int32] = []
  /// The class within the school year of a pupil, from 0; -1 if none.
  public var classes: [Int16] = []
  /// The club the person is in or coaches, as a position in `World.foci`; -1 if none.
  public var clubs: [Int32] = []
  /// The workplace, as a position in `World.foci`; -1 if none.
  public var workplaces: [Int32] = []

  /// Makes the columns of nobody.
  public init() {}

  /// How many persons there are.
  public var count: Int { ages.count }
}
