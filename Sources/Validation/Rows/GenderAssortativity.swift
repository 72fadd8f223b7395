import Graphs
import Population
import RealModule
import Settings

extension ValidationRow {
  /// V7: whether adults befriend their own sex.
  ///
  /// Newman's r = (Σ e_ii − Σ a_i²)/(1 − Σ a_i²) over friendships between two adults (Newman 2003,
  /// doi 10.1103/PhysRevE.67.026126, equation 2). Standard error: that of the share of friendships
  /// within one sex, friendships of one community taken together (`DyadicMean`), over 1 − Σ a_i².
  public static let genderAssortativity = ValidationRow(
    id: "V7", title: "Adults' friends of their own sex",
    source: .published(
      "Ugander et al. 2011: no strong homophily, which was read; 51.3 % of men's and 51.8 % of "
        + "women's friends are women, which is remembered", .memoryMedium),
    citation: "Ugander 2011"
  ) { sample in
    [
      Figure(
        "adults' gender assortativity",
        definition: "Newman's coefficient of assortativity by sex over friendships between two "
          + "adults: 1 if all are within a sex, 0 if as by chance. Standard error: that of the "
          + "share within a sex, \(Communities.takenTogether)",
        target: .value(0), accepted: .between(-0.05, 0.05), decimals: 3,
        finding: .measured(
          sample.genderAssortativity,
          orNotShown: "no friendships between adults, or all of one sex"))
    ]
  }
}

extension ValidationSample {
  fileprivate var genderAssortativity: Estimate? {
    let sexes = persons.map { Int(world.persons.sexes[Int($0)].rawValue) }
    let adults = ages.map { $0 >= 18 }
    let mixing = MixingMatrix(
      of: graph, categories: sexes, categoryCount: Sex.allCases.count, among: adults,
      threads: threads)
    guard let coefficient = mixing.assortativity else { return nil }
    var within = meanOverTies
    forEachFriendship { lower, higher in
      guard adults[lower], adults[higher] else { return }
      within.add(lower, higher, value: sexes[lower] == sexes[higher] ? 1 : 0)
    }
    // r is 1 - (1 - share within) / (1 - Σ a²), so its error is the share's over the latter.
    let share = within.estimate
    let error = share.flatMap { share in
      share.standardError.map { $0 * (1 - coefficient) / (1 - share.value) }
    }
    return Estimate(coefficient, standardError: share?.value == 1 ? nil : error)
  }
}
