/// The people among whom friendships are drawn: everybody with an account.
///
/// Members are numbered in the order of their homes, so that what is near in space is near in
/// memory.
struct Members: Sendable {
  /// The person behind each member, ascending.
  let persons: [UInt32]
  /// Age of each member, in years.
  let ages: [UInt8]
  /// Household of each member.
  let households: [Int32]

  /// Makes members of the owners of accounts.
  init(owners: [UInt32], persons everybody: Persons) {
    var hasAccount = [Bool](repeating: false, count: everybody.count)
    for owner in owners { hasAccount[Int(owner)] = true }
    persons = hasAccount.indices.filter { hasAccount[$0] }.map { UInt32($0) }
    ages = persons.map { everybody.ages[Int($0)] }
    households = persons.map { everybody.households[Int($0)] }
  }

  /// How many there are.
  var count: Int { persons.count }

  /// The most there may be, so that a packed tie tells them apart from nobody.
  static let limit = 1 << 28 - 1
}
