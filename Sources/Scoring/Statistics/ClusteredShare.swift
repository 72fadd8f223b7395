/// A share of trials that come in clusters, and how it differs from another of the same clusters.
///
/// A cluster is a person in a world: what a detector makes of one of the person's accounts, or cases,
/// it mostly makes of all.
struct ClusteredShare: Sendable {
  /// Successes.
  let count: Int
  /// Trials.
  let total: Int
  /// The share with a 95 % interval; nil without trials.
  ///
  /// The interval is Wilson's on an effective number of trials (`ClusteredTrials`): the smaller of
  /// what clusters of persons and clusters of worlds leave.
  let estimate: Estimate?
  private let tallies: [Person: Tally]

  /// A person in one of the worlds.
  struct Person: Hashable, Comparable {
    var world: Int
    var person: UInt32

    static func < (a: Person, b: Person) -> Bool {
      (a.world, a.person) < (b.world, b.person)
    }
  }

  private struct Tally {
    var successes = 0.0
    var trials = 0.0
  }

  /// Counts trials.
  ///
  /// - Parameters:
  ///   - outcomes: whether each is a success.
  ///   - persons: whom each belongs to.
  ///   - worlds: how many worlds there are.
  init(outcomes: [Bool], of persons: [Person], worlds: Int) {
    let byPerson = ClusteredTrials(outcomes: outcomes, clusters: persons)
    count = byPerson.count
    total = byPerson.total
    var tallies: [Person: Tally] = [:]
    for (outcome, person) in zip(outcomes, persons) {
      tallies[person, default: Tally()].successes += outcome ? 1 : 0
      tallies[person, default: Tally()].trials += 1
    }
    self.tallies = tallies
    guard total > 0 else {
      estimate = nil
      return
    }
    let share = Double(count) / Double(total)
    var trials = byPerson.effectiveTotal
    // Where every outcome is the same, worlds cannot be seen to differ.
    if worlds > 1, share > 0, share < 1 {
      let byWorld = ClusteredTrials(outcomes: outcomes, clusters: persons.map(\.world))
      trials = min(trials, byWorld.effectiveTotal)
    }
    let interval = Interval.wilson(share: share, trials: trials)
    estimate = Estimate(value: share, low: interval.low, high: interval.high)
  }

  /// How much larger the share is than another, with a 95 % interval; nil where one has no trial.
  ///
  /// The interval is made of those of both shares and of how far both are high and low for the same
  /// persons: method 10 of Newcombe 1998, Statistics in Medicine 17, 2635-2650, without its continuity
  /// correction (MEMORY; derived as MOVER by Zou and Donner 2008). The two may be of different trials,
  /// such as two sets of accounts alerted on. How often it holds the truth:
  /// `Documentation/Experiments/stress_intervals.py`, and for one detector against another
  /// `Documentation/Experiments/compare_intervals.py`.
  func difference(from other: ClusteredShare) -> Estimate? {
    guard let estimate, let before = other.estimate else { return nil }
    let together = correlation(with: other)
    func reach(_ a: Double, _ b: Double) -> Double {
      max(0, a * a - 2 * together * a * b + b * b).squareRoot()
    }
    let gain = estimate.value - before.value
    return Estimate(
      value: gain,
      low: gain - reach(estimate.value - estimate.low, before.high - before.value),
      high: gain + reach(estimate.high - estimate.value, before.value - before.low))
  }

  /// How far what is above and below average agrees, person by person; 0 where nothing differs.
  private func correlation(with other: ClusteredShare) -> Double {
    // In order, because a sum of floating-point numbers depends on it.
    let persons = Set(tallies.keys).union(other.tallies.keys).sorted()
    var (products, squares, otherSquares) = (0.0, 0.0, 0.0)
    for person in persons {
      let (a, b) = (residual(of: person), other.residual(of: person))
      products += a * b
      squares += a * a
      otherSquares += b * b
    }
    guard squares > 0, otherSquares > 0 else { return 0 }
    return products / (squares * otherSquares).squareRoot()
  }

  private func residual(of person: Person) -> Double {
    guard let tally = tallies[person], let estimate else { return 0 }
    return tally.successes - estimate.value * tally.trials
  }
}
