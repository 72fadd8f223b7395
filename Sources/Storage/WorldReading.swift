import GRDB
import Population
import Vocabulary

/// Reads what a platform knows of its world: no truth table.
extension Database {
  func places() throws -> [Place] {
    var places: [Place] = []
    try visit("SELECT id, name, latitude, longitude, population FROM place ORDER BY id") { row in
      try row.expectID(places.count)
      let population = try row.value(4, as: Int.self)
      guard population >= 0 else { throw corruption("a place has \(population) people") }
      places.append(
        Place(
          name: row.text(1), latitude: try row.degrees(2, upTo: 90),
          longitude: try row.degrees(3, upTo: 180), population: population))
    }
    return places
  }

  func platforms() throws -> [String] {
    var platforms: [String] = []
    try visit("SELECT id, name FROM platform ORDER BY id") { row in
      try row.expectID(platforms.count)
      platforms.append(row.text(1))
    }
    guard (1...256).contains(platforms.count) else {
      throw corruption("there are \(platforms.count) platforms")
    }
    return platforms
  }

  /// The platform of each account, as a position among so many.
  func accountPlatforms(platformCount: Int) throws -> [UInt8] {
    var platforms: [UInt8] = []
    try visit("SELECT id, platform FROM account ORDER BY id") { row in
      try row.expectID(platforms.count)
      platforms.append(try row.position(1, below: platformCount))
    }
    return platforms
  }

  func declaredAccounts() throws -> DeclaredAccounts {
    let placeCount = try places().count
    var declared = DeclaredAccounts()
    try visit(
      """
      SELECT id, declared_age, declared_place, latitude, longitude, opened
      FROM account ORDER BY id
      """
    ) { row in
      try row.expectID(declared.count)
      declared.ages.append(try row.optional(1) ?? DeclaredAccounts.unknownAge)
      declared.places.append(try row.reference(2, below: placeCount))
      let isLocated = !(row.isNull(3) && row.isNull(4))
      declared.latitudes.append(isLocated ? Float(try row.degrees(3, upTo: 90)) : .nan)
      declared.longitudes.append(isLocated ? Float(try row.degrees(4, upTo: 180)) : .nan)
      declared.opened.append(try row.value(5))
    }
    return declared
  }

  /// The friendships of the start as a platform knows them: without what made them.
  ///
  /// - Returns: as `Friendships` has them: where each account's start, and the higher accounts.
  func friendshipsAtStart(accounts: Int) throws -> (starts: [Int], higher: [UInt32]) {
    try friendships(where: "since = \(EdgeRows.beforeTheRun)", accounts: accounts)
  }

  /// Friendships that a condition holds of, no two of one pair, by the lower of the two.
  func friendships(
    where condition: String, accounts: Int
  ) throws -> (starts: [Int], higher: [UInt32]) {
    var starts = [0]
    var higher: [UInt32] = []
    var pairs = AscendingPairs(accounts: accounts)
    try visit("SELECT lower, higher FROM friendship WHERE \(condition) ORDER BY lower, higher") {
      row in
      let pair = try pairs.next(row)
      while starts.count <= pair.lower { starts.append(higher.count) }
      higher.append(pair.higher)
    }
    while starts.count <= accounts { starts.append(higher.count) }
    return (starts, higher)
  }

  /// Makes sure that the run has as many accounts as it says, by the last of their ids.
  ///
  /// - Throws: corruption, where it has fewer or more.
  func expectAccounts(_ accounts: Int) throws {
    try visit("SELECT max(id) FROM account") { row in
      let last = try row.optional(0, as: Int.self) ?? -1
      guard accounts >= 0, last == accounts - 1 else {
        throw corruption("the run says \(accounts) accounts and the last one is \(last)")
      }
    }
  }
}

/// Reads friendships in the order of their keys, the first two columns of a query.
struct AscendingPairs {
  private let accounts: Int
  private var last: (lower: UInt32, higher: UInt32) = (0, 0)

  /// Begins with the first friendship of so many accounts.
  init(accounts: Int) { self.accounts = accounts }

  /// The pair in a row.
  ///
  /// - Throws: corruption, where it is no pair of accounts or does not come after the last one.
  mutating func next(_ row: RowReader) throws -> (lower: UInt32, higher: UInt32) {
    let pair = (lower: try row.value(0) as UInt32, higher: try row.value(1) as UInt32)
    guard pair.lower < pair.higher, pair.higher < accounts else {
      throw corruption("a friendship names an account that does not exist")
    }
    guard last < pair else { throw corruption("friendships are out of order") }
    last = pair
    return pair
  }
}
