import Graphs
import RealModule
import Settings

extension ValidationRow {
  /// V4: whether friends have like numbers of friends.
  ///
  /// Pearson's r of the degrees at the two ends of a friendship, every friendship taken both ways
  /// (Newman 2002, doi 10.1103/PhysRevLett.89.208701). Standard error: that of r's linearisation,
  /// the mean over friendships of z₁z₂ − r(z₁² + z₂²)/2 in standardised degrees z, with
  /// friendships of one community taken together (`DyadicMean`).
  public static let degreeAssortativity = ValidationRow(
    id: "V4", title: "Friends with like numbers of friends",
    source: .published(
      "Ugander et al. 2011: degree assortativity +0.226; that it is clearly positive was read, the "
        + "value is remembered", .memoryHigh),
    citation: "Ugander 2011"
  ) { sample in
    [
      Figure(
        "degree assortativity",
        definition: "The correlation of the numbers of friends at the two ends of a friendship, "
          + "each friendship taken both ways. Standard error: linearised, "
          + Communities.takenTogether,
        target: .value(0.23), accepted: .between(0.10, 0.35), decimals: 3,
        finding: .measured(
          sample.degreeAssortativity, orNotShown: "all ends of friendships have the same degree"))
    ]
  }
}

extension ValidationSample {
  fileprivate var degreeAssortativity: Estimate? {
    guard let correlation = graph.degreeAssortativity(threads: threads) else { return nil }
    // Moments over the ends of friendships: an account with k friends is k of them.
    let ends = Double(2 * graph.edgeCount)
    let mean = degrees.reduce(0) { $0 + Double($1) * Double($1) } / ends
    let squares = degrees.reduce(0) { sum, degree in
      sum + Double(degree) * (Double(degree) - mean) * (Double(degree) - mean)
    }
    let scale = Double.sqrt(ends / squares)
    let standard = degrees.map { (Double($0) - mean) * scale }
    var influence = meanOverTies
    forEachFriendship { lower, higher in
      let (one, other) = (standard[lower], standard[higher])
      let spread = (one * one + other * other) / 2
      influence.add(lower, higher, value: one * other - correlation * spread)
    }
    return Estimate(correlation, standardError: influence.estimate?.standardError)
  }
}
