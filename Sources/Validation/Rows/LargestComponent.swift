import Graphs
import RealModule
import Settings

extension ValidationRow {
  /// V5: whether nearly everybody can reach everybody through friends.
  ///
  /// Accounts in the largest connected component, of those with at least one friend. Standard
  /// error: √(Σ s²) / n over the other components of s ≥ 2 accounts each, their number taken as
  /// Poisson's (each is in or out as a whole).
  public static let largestComponent = ValidationRow(
    id: "V5", title: "Accounts that friendships connect",
    source: .published("Ugander et al. 2011, abstract: 99.91 % of all users", .found),
    citation: "Ugander 2011"
  ) { sample in
    [
      Figure(
        "in the largest component",
        definition: "Accounts in the largest connected component, of all accounts with a friend. "
          + "Standard error: as if smaller components came by chance, each as a whole.",
        target: .atLeast(0.99), accepted: .atLeast(0.98), decimals: 4,
        finding: .measured(sample.largestComponent, orNotShown: "nobody has a friend"))
    ]
  }
}

extension ValidationSample {
  fileprivate var largestComponent: Estimate? {
    let components = ConnectedComponents(of: graph)
    guard let share = components.largestShareOfNeighboured else { return nil }
    let connected = components.sizes.filter { $0 > 1 }
    let squares = connected.reduce(0.0) { $0 + Double($1) * Double($1) }
    let largest = Double(components.largest)
    let error = Double.sqrt(squares - largest * largest) / Double(connected.reduce(0, +))
    return Estimate(share, standardError: error)
  }
}
