import Graphs
public import Population

/// Where people live, and between which places friendships run.
public struct PlaceFriendships: Sendable, Equatable {
  /// A place with its accounts.
  public struct Town: Sendable, Equatable {
    /// The place.
    public var place: Place
    /// How many accounts are of people who live there.
    public var accounts: Int
    /// Of these accounts' friends, the share that lives there too; nil if they have none.
    public var shareWithin: Double?

    /// Makes a town.
    public init(place: Place, accounts: Int, shareWithin: Double?) {
      self.place = place
      self.accounts = accounts
      self.shareWithin = shareWithin
    }
  }

  /// The friendships between two places.
  public struct Flow: Sendable, Equatable {
    /// One place, as a position in `towns`.
    public var from: Int
    /// The other, a higher position.
    public var to: Int
    /// How many friendships have an end in each.
    public var friendships: Int

    /// Makes a flow.
    public init(from: Int, to: Int, friendships: Int) {
      self.from = from
      self.to = to
      self.friendships = friendships
    }
  }

  /// Every place of the world, in its order.
  public var towns: [Town]
  /// The strongest flows, strongest first, at most `mostFlows`.
  public var flows: [Flow]

  /// How many flows are kept: our choice, all between some sixty places.
  public static let mostFlows = 2_000

  /// Makes a map of its parts.
  public init(towns: [Town], flows: [Flow]) {
    self.towns = towns
    self.flows = flows
  }

  /// Counts the friendships of a world.
  ///
  /// - Complexity: linear in accounts and friendships; the places in memory.
  public init(of sample: ValidationSample) {
    let places = sample.world.places
    let homes = sample.persons.map { Int(sample.world.persons.places[Int($0)]) }
    var residents = [[Int]](repeating: [], count: places.count)
    for (vertex, home) in homes.enumerated() { residents[home].append(vertex) }
    var towns: [Town] = []
    var flows: [Flow] = []
    for (number, place) in places.enumerated() {
      var friends = [Int](repeating: 0, count: places.count)
      for vertex in residents[number] {
        for friend in sample.graph.neighbours(of: vertex) { friends[homes[Int(friend)]] += 1 }
      }
      let total = friends.reduce(0, +)
      towns.append(
        Town(
          place: place, accounts: residents[number].count,
          shareWithin: total == 0 ? nil : Double(friends[number]) / Double(total)))
      // The strongest of all are among the strongest of each place.
      flows = Self.strongest(
        flows
          + (number + 1..<places.count).filter { friends[$0] > 0 }
          .map { Flow(from: number, to: $0, friendships: friends[$0]) })
    }
    self.towns = towns
    self.flows = flows
  }

  private static func strongest(_ flows: [Flow]) -> [Flow] {
    Array(
      flows.sorted { ($1.friendships, $0.from, $0.to) < ($0.friendships, $1.from, $1.to) }
        .prefix(mostFlows))
  }
}
