import Activity
import Population
import Vocabulary

/// The people who groom, numbered from 0: all cases of one go together, whichever account.
struct GroomerClusters {
  private let owners: [UInt32]
  private let persons: [UInt32]

  /// Numbers the owners of the groomers' accounts.
  init(_ truth: GroundTruth, in world: World) {
    owners = world.owners
    persons = Set(truth.groomers.map { world.owners[$0.index] }).sorted()
  }

  /// How many there are.
  var count: Int { persons.count }

  /// The number of a groomer's person.
  subscript(account: AccountID) -> Int {
    let owner = owners[account.index]
    var low = 0
    var high = persons.count
    while low < high {
      let middle = (low + high) / 2
      if persons[middle] < owner { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
