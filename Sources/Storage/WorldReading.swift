import GRDB
import Population
import Vocabulary

/// Reads what a platform knows of its world, and the roles behind it.
extension Database {
  func places() throws -> [Place] {
    var places: [Place] = []
    try visit("SELECT id, name, latitude, longitude, population FROM place ORDER BY id") { row in
      try row.expectID(places.count)
      places.append(
        Place(
          name: row.text(1), latitude: row.number(2), longitude: row.number(3),
          population: try row.value(4)))
    }
    return places
  }

  func declaredAccounts() throws -> DeclaredAccounts {
    var accounts = DeclaredAccounts()
    try visit(
      """
      SELECT id, declared_age, declared_place, latitude, longitude, opened
      FROM account ORDER BY id
      """
    ) { row in
      try row.expectID(accounts.count)
      accounts.ages.append(try row.optional(1) ?? DeclaredAccounts.unknownAge)
      accounts.places.append(try row.optional(2) ?? -1)
      accounts.latitudes.append(Float(row.number(3)))
      accounts.longitudes.append(Float(row.number(4)))
      accounts.opened.append(try row.value(5))
    }
    return accounts
  }

  /// The friendships of the start as a platform knows them: without what made them.
  ///
  /// - Returns: as `Friendships` has them: where each account's start, and the higher accounts.
  func friendshipsAtStart(accounts: Int) throws -> (starts: [Int], higher: [UInt32]) {
    var starts = [0]
    var higher: [UInt32] = []
    try visit(
      """
      SELECT lower, higher FROM friendship WHERE since = \(EdgeRows.beforeTheRun)
      ORDER BY lower, higher
      """
    ) { row in
      let (lower, friend): (UInt32, UInt32) = (try row.value(0), try row.value(1))
      guard lower < friend, friend < accounts else {
        throw corruption("a friendship names an account that does not exist")
      }
      while starts.count <= lower { starts.append(higher.count) }
      higher.append(friend)
    }
    while starts.count <= accounts { starts.append(higher.count) }
    return (starts, higher)
  }

  /// The friendships of the start with what made them.
  func truthFriendships(accounts: Int) throws -> Friendships {
    var pairs: [(lower: UInt32, higher: UInt32, tie: Friendships.Tie)] = []
    try visit("SELECT lower, higher, tie FROM truth_friendship ORDER BY lower, higher") { row in
      let pair = (lower: try row.value(0) as UInt32, higher: try row.value(1) as UInt32)
      guard pair.lower < pair.higher, pair.higher < accounts else {
        throw corruption("a friendship names an account that does not exist")
      }
      pairs.append((pair.lower, pair.higher, try row.code(2)))
    }
    return Friendships(accountCount: accounts, pairs: pairs)
  }

  func roles() throws -> [Role] {
    var roles: [Role] = []
    try visitOwners(column: "role") { roles.append(try $0.code(1)) }
    return roles
  }

  func ages() throws -> [UInt8] {
    var ages: [UInt8] = []
    try visitOwners(column: "age") { ages.append(try $0.value(1)) }
    return ages
  }

  /// Visits the owner of each account, by account, with a column of the person's.
  private func visitOwners(column: String, _ body: (RowReader) throws -> Void) throws {
    var account = 0
    try visit(
      """
      SELECT truth_account.account, truth_person.\(column)
      FROM truth_account JOIN truth_person ON truth_person.id = truth_account.person
      ORDER BY truth_account.account
      """
    ) { row in
      try row.expectID(account)
      account += 1
      try body(row)
    }
  }
}
