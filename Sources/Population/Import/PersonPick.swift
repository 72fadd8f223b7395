/// Picks from the model's people one for each person that a file gives.
struct PersonPick {
  /// Whom somebody may be.
  struct Demand: Hashable {
    /// The ages that fit.
    var ages: ClosedRange<UInt8>
    /// The only place that fits; nil if any does.
    var place: Int32?
  }

  /// The person picked for each demand.
  private(set) var persons: [UInt32]
  /// The group of each demand: equal demands are one group, within which anybody fits everybody.
  private(set) var groups: [UInt32]
  /// How many demands were given a person whose age is more than two years off.
  private(set) var misfits = 0

  private let ages: [UInt8]
  private let places: [Int32]
  private let order: [UInt32]
  /// Positions in `order` of those of each age, ascending.
  private var ranksOfAge: [[UInt32]]
  private var isTaken: [Bool]

  /// Picks for all demands, the narrowest first; of those who fit, the first in an order.
  ///
  /// - Parameters:
  ///   - demands: whom each may be.
  ///   - persons: the model's people, at least as many.
  ///   - order: all of them, those likeliest to have an account first.
  /// - Complexity: linear in people, for each width and place demanded.
  init(_ demands: [Demand], from persons: Persons, order: [UInt32]) {
    precondition(demands.count <= order.count, "there are too few people to pick from")
    ages = persons.ages
    places = persons.places
    self.order = order
    ranksOfAge = [[UInt32]](repeating: [], count: 1 + Int(UInt8.max))
    for (rank, person) in order.enumerated() {
      ranksOfAge[Int(persons.ages[Int(person)])].append(UInt32(rank))
    }
    isTaken = [Bool](repeating: false, count: order.count)
    self.persons = [UInt32](repeating: 0, count: demands.count)
    groups = self.persons
    var members: [Demand: [Int]] = [:]
    for (index, demand) in demands.enumerated() { members[demand, default: []].append(index) }
    for (group, entry) in members.sorted(by: { Self.isNarrower($0.key, $1.key) }).enumerated() {
      for (index, rank) in zip(entry.value, ranks(entry.value.count, for: entry.key)) {
        self.persons[index] = order[Int(rank)]
        groups[index] = UInt32(group)
      }
    }
  }

  /// A total order of demands: few ages before many, one place before any.
  private static func isNarrower(_ one: Demand, _ other: Demand) -> Bool {
    func key(_ demand: Demand) -> (Int, Int, UInt8, Int32) {
      (demand.ages.count, demand.place == nil ? 1 : 0, demand.ages.lowerBound, demand.place ?? 0)
    }
    return key(one) < key(other)
  }

  /// Takes so many who fit; where they are too few, others of the ages, then of ages near them.
  private mutating func ranks(_ count: Int, for demand: Demand) -> [UInt32] {
    var taken = take(count, ages: demand.ages, place: demand.place)
    if demand.place != nil { taken += take(count - taken.count, ages: demand.ages, place: nil) }
    var reach = 1
    while taken.count < count {
      let low = max(Int(demand.ages.lowerBound) - reach, 0)
      let high = min(Int(demand.ages.upperBound) + reach, Int(UInt8.max))
      let found = take(count - taken.count, ages: UInt8(low)...UInt8(high), place: nil)
      if reach > 2 { misfits += found.count }
      taken += found
      reach += 1
    }
    return taken
  }

  private mutating func take(
    _ count: Int, ages: ClosedRange<UInt8>, place: Int32?
  ) -> [UInt32] {
    guard count > 0 else { return [] }
    var found: [UInt32] = []
    for age in ages {
      let ranks = ranksOfAge[Int(age)].lazy.filter { [isTaken, places, order] rank in
        guard !isTaken[Int(rank)] else { return false }
        return place.map { places[Int(order[Int(rank)])] == $0 } ?? true
      }
      found += ranks.prefix(count)
    }
    found.sort()
    found.removeLast(max(found.count - count, 0))
    for rank in found { isTaken[Int(rank)] = true }
    return found
  }
}
