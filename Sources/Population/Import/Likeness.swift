/// How alike two friends are: what a friendship of theirs is worth when people are laid on a graph.
///
/// The weights are our choice. Together they put years of age first, as schools and bands of age
/// do in the model, then the place and what people share in it.
enum Likeness {
  /// What friendships depend on.
  struct Profile {
    var age: UInt8
    var place: Int32
    var household: Int32
    var school: Int32
    var club: Int32
    var workplace: Int32
    /// The home, in kilometres north of the equator.
    var north: Float
    /// The home, in kilometres east of Greenwich.
    var east: Float

    /// The profile of one of the model's people.
    init(of person: Int, in persons: Persons) {
      age = persons.ages[person]
      place = persons.places[person]
      household = persons.households[person]
      school = persons.schools[person]
      club = persons.clubs[person]
      workplace = persons.workplaces[person]
      (north, east) = (0, 0)
      move(latitude: persons.latitudes[person], longitude: persons.longitudes[person])
    }

    /// Gives the person another home.
    mutating func move(latitude: Float, longitude: Float) {
      north = latitude * Likeness.kilometresPerDegreeNorth
      east = longitude * Likeness.kilometresPerDegreeEast
    }
  }

  /// Worth of equal ages; each year between two costs `perYear`, up to all of it.
  private static let sameAge = 40
  private static let perYear = 4
  /// Cost of a child's friendship with somebody of 20 or more who is not of the household.
  private static let acrossGenerations = 20
  private static let samePlace = 15
  private static let nearHomes = 10
  private static let sameSchool = 30
  private static let sameClub = 15
  private static let sameWorkplace = 20
  private static let sameHousehold = 30

  /// Homes are near within a walk of two kilometres.
  private static let nearKilometres: Float = 2

  /// As of `HomeSampler`.
  private static let kilometresPerDegreeNorth = Float(HomeSampler.kilometresPerDegree)
  /// The same at 53 degrees north, in the middle of England and Wales.
  private static let kilometresPerDegreeEast = kilometresPerDegreeNorth * 0.6018

  /// What a friendship between two people is worth; the same in both directions.
  static func worth(_ a: Profile, _ b: Profile) -> Int {
    let (younger, older) = (Int(min(a.age, b.age)), Int(max(a.age, b.age)))
    var worth = max(sameAge - perYear * (older - younger), 0)
    if a.household == b.household {
      worth += sameHousehold
    } else if younger < 18, older >= 20 {
      worth -= acrossGenerations
    }
    if a.place == b.place { worth += samePlace }
    let (north, east) = (a.north - b.north, a.east - b.east)
    if north * north + east * east < nearKilometres * nearKilometres { worth += nearHomes }
    if a.school >= 0, a.school == b.school { worth += sameSchool }
    if a.club >= 0, a.club == b.club { worth += sameClub }
    if a.workplace >= 0, a.workplace == b.workplace { worth += sameWorkplace }
    return worth
  }
}
