import Population

/// Which households are one extended family, as far as friendships of the start tell.
///
/// Households whose members are friends because they are family belong together.
struct ExtendedFamilies {
  /// The number of a household that stands for its family, towards which each household points.
  private var parents: [Int32]
  private var sizes: [UInt8]

  /// Households in a family at most, so that a long chain of in-laws is not one family: our choice.
  private static let largest: UInt8 = 12

  init(of world: World) {
    let households = 1 + Int(world.persons.households.max() ?? 0)
    parents = (0..<Int32(households)).map { $0 }
    sizes = [UInt8](repeating: 1, count: households)
    world.friendships.forEach { lower, higher, tie in
      guard tie == .family else { return }
      join(
        world.persons.households[Int(world.owners[lower])],
        world.persons.households[Int(world.owners[higher])])
    }
  }

  /// The family of a household: the same number for all its households.
  mutating func family(of household: Int32) -> Int32 {
    var root = household
    while parents[Int(root)] != root { root = parents[Int(root)] }
    parents[Int(household)] = root
    return root
  }

  private mutating func join(_ one: Int32, _ other: Int32) {
    let (a, b) = (family(of: one), family(of: other))
    let (lower, higher) = (min(a, b), max(a, b))
    guard lower != higher, sizes[Int(lower)] + sizes[Int(higher)] <= Self.largest else { return }
    parents[Int(higher)] = lower
    sizes[Int(lower)] += sizes[Int(higher)]
  }
}
