import Population
import Vocabulary

@testable import Validation

/// A world of a few people, laid out by hand: one account each, all on one platform, unless said
/// otherwise.
struct TinyWorld {
  /// A person with an account.
  struct Person {
    var age: UInt8 = 40
    var sex = Sex.female
    var role: Role?
    var household: Int32?
    var school: Int32 = -1
    var classNumber: Int16 = -1
    var place: Int32 = 0
    var latitude: Float = 53
    var longitude: Float = -1
    var claims: UInt8?
    var platform: UInt8 = 0
    var hasAccount = true
  }

  var persons: [Person]
  /// Friendships between positions in `persons`, in any order.
  var friends: [(Int, Int)] = []
  var places = [Place(name: "Anytown", latitude: 53, longitude: -1, population: 1_000)]
  var foci: [Focus] = []
  var platforms = ["main"]
  /// The club of those who are in one, by position in `persons`.
  var clubs: [Int: Int32] = [:]
  /// Positions of those who have a second account, which come after all first ones.
  var secondAccounts: [Int] = []

  var world: World {
    var columns = Persons()
    for (number, person) in persons.enumerated() {
      columns.ages.append(person.age)
      columns.sexes.append(person.sex)
      columns.roles.append(person.role ?? (person.age < 18 ? .child : .adult))
      columns.places.append(person.place)
      columns.latitudes.append(person.latitude)
      columns.longitudes.append(person.longitude)
      columns.households.append(person.household ?? Int32(number))
      columns.schools.append(person.school)
      columns.classes.append(person.classNumber)
      columns.clubs.append(clubs[number] ?? -1)
      columns.workplaces.append(-1)
    }
    let first = persons.indices.filter { persons[$0].hasAccount }
    let owners = first + secondAccounts
    var declared = DeclaredAccounts()
    for owner in owners {
      declared.ages.append(persons[owner].claims ?? persons[owner].age)
      declared.places.append(-1)
      declared.latitudes.append(.nan)
      declared.longitudes.append(.nan)
      declared.opened.append(-1)
    }
    let accounts = Dictionary(uniqueKeysWithValues: first.enumerated().map { ($1, UInt32($0)) })
    let pairs = friends.map { pair in
      let ends = [pair.0, pair.1].map { accounts[$0] ?? 0 }.sorted()
      return (lower: ends[0], higher: ends[1], tie: Friendships.Tie.nearby)
    }.sorted { ($0.lower, $0.higher) < ($1.lower, $1.higher) }
    return World(
      places: places, persons: columns, foci: foci, platforms: platforms,
      owners: owners.map { UInt32($0) }, accountPlatforms: owners.map { persons[$0].platform },
      declared: declared,
      friendships: Friendships(accountCount: owners.count, pairs: pairs), groomers: [])
  }

  /// The world as rows look at it.
  func sample(platform: Int = 0) -> ValidationSample {
    ValidationSample(world: world, platform: platform, threads: 1)
  }

  /// What a row measures in it, figure by figure; nil where it is not shown.
  func values(of row: ValidationRow) -> [Double?] {
    row.measure(sample()).map { $0.estimate?.value }
  }

  /// Why a row's figures are not shown, figure by figure; nil where they are.
  func reasons(of row: ValidationRow) -> [String?] {
    row.measure(sample()).map { figure in
      if case .notShown(let reason) = figure.finding { reason } else { nil }
    }
  }
}

/// Whether two values agree but for rounding.
func isClose(_ one: Double?, _ other: Double?, within tolerance: Double = 1e-9) -> Bool {
  guard let one, let other else { return one == nil && other == nil }
  return abs(one - other) <= tolerance
}
