public import Activity
public import Vocabulary

/// A candidate held against what is in use, on the same history: case by case, and in price.
///
/// Of each side's alerts the first on an account counts, whichever of its detectors raised it.
public struct Comparison: Sendable {
  /// Everyone who met, world by world, in the order of the case tables.
  public private(set) var cases: [ComparedCase] = []
  private(set) var worlds: [ComparedWorld] = []

  /// What one metric says of both sides.
  public struct Figure: Sendable, Equatable {
    /// The metric.
    public var name: String
    /// What it is measured in.
    public var unit: String
    /// Which way is better.
    public var direction: Metric.Direction
    /// What it is for the side in use, all worlds together.
    public var inUse: MetricRow
    /// What it is for the candidate, all worlds together.
    public var candidate: MetricRow
    /// The candidate's less the other's; nil where either is undefined.
    public var difference: Double?
    /// The 95 % interval of the difference, paired by person; nil where there is none.
    public var interval: Estimate?
    /// Whether the sides differ by more than chance; nil where that is not tested.
    public var test: Test?
  }

  /// A test of a metric on the same people.
  public struct Test: Sendable, Equatable, Codable {
    /// What it found, with persons turned round whole.
    public var found: SignFlipTest
    /// Its p-value after Holm's correction for all metrics tested.
    public var corrected: Double
  }

  /// Makes a comparison of no world yet.
  public init() {}

  /// How many worlds there are.
  public var worldCount: Int { worlds.count }

  /// The accounts and contacts of all worlds together; nil before the first.
  public var scope: Scope? {
    worlds.isEmpty ? nil : Scope(pooling: worlds.map(\.census.scope))
  }

  /// Adds a world.
  ///
  /// - Parameters:
  ///   - truth: who groomed whom there, when they met, and when the run ended.
  ///   - subjects: its accounts.
  ///   - inUse: the alerts of the side in use, of all its detectors, in any order.
  ///   - candidate: those of the candidate.
  /// - Throws: `ScoringError` when the arguments do not belong together.
  /// - Complexity: O(accounts + cases + alerts).
  public mutating func add(
    truth: GroundTruth, subjects: Subjects, inUse: [Alert], candidate: [Alert]
  ) throws(ScoringError) {
    let world = ComparedWorld(
      census: try Census(truth: truth, subjects: subjects), truth: truth,
      inUse: try Replay.Raised(joining: inUse, accounts: subjects.count),
      candidate: try Replay.Raised(joining: candidate, accounts: subjects.count))
    cases += truth.cases.enumerated().compactMap { number, contact in
      guard let meeting = contact.firstMeeting else { return nil }
      return ComparedCase(
        world: worlds.count, number: number, groomer: contact.groomer, child: contact.child,
        meeting: meeting, inUse: world.inUse.first[contact.groomer],
        candidate: world.candidate.first[contact.groomer])
    }
    worlds.append(world)
  }

  /// How many cases the candidate makes something of.
  public func count(_ change: ComparedCase.Change) -> Int {
    cases.count { $0.change == change }
  }

  /// How many days earlier the candidate's first alert comes, on average over the cases that both
  /// alert on before the meeting; nil if there are none, without an interval of a single person's.
  ///
  /// The interval takes all cases of a person together, and with several worlds those of a world
  /// where that makes it wider (`ClusteredMean`).
  public var daysEarlier: (mean: Double, low: Double?, high: Double?)? {
    let both = cases.filter { $0.daysEarlier != nil }
    let days = both.compactMap(\.daysEarlier)
    let persons = both.map { person(of: $0) }
    guard let byPerson = ClusteredMean.of(days, clusters: persons) else { return nil }
    var interval = byPerson.interval
    if worlds.count > 1,
      let byWorld = ClusteredMean.of(days, clusters: persons.map(\.world))?.interval
    {
      let width = interval.map { $0.high - $0.low } ?? 0
      if byWorld.high - byWorld.low > width { interval = byWorld }
    }
    return (byPerson.mean, interval?.low, interval?.high)
  }

  /// Every metric of the catalogue for both sides, in its order.
  ///
  /// - Complexity: O(metrics · cases · log cases + accounts · log accounts).
  public func figures() -> [Figure] {
    guard !worlds.isEmpty else { return [] }
    let inUse = DetectorRecord(pooling: worlds.map { $0.record(\.inUse) })
    let candidate = DetectorRecord(pooling: worlds.map { $0.record(\.candidate) })
    let tests = tests()
    return MetricCatalogue.all.map { metric in
      let before = MetricRow(
        detector: "in-use", metric: metric, measurement: metric.measure(inUse))
      let after = MetricRow(
        detector: "candidate", metric: metric, measurement: metric.measure(candidate))
      var difference: Double?
      if let a = before.value, let b = after.value { difference = b - a }
      return Figure(
        name: metric.name, unit: metric.unit, direction: metric.direction, inUse: before,
        candidate: after, difference: difference,
        interval: PairedTrials.of(metric).flatMap { self.difference(of: $0) },
        test: tests[metric.name])
    }
  }

  private func difference(of trials: PairedTrials) -> Estimate? {
    let inUse = share(of: trials, \.inUse)
    let candidate = share(of: trials, \.candidate)
    return candidate.difference(from: inUse)?.scaled(by: trials.scale(scope?.days ?? 1))
  }

  private func share(
    of trials: PairedTrials, _ side: KeyPath<ComparedWorld, Replay.Raised>
  ) -> ClusteredShare {
    var outcomes: [Bool] = []
    var persons: [ClusteredShare.Person] = []
    for (index, world) in worlds.enumerated() {
      for trial in trials.of(world, world[keyPath: side]) {
        outcomes.append(trial.isSuccess)
        persons.append(
          ClusteredShare.Person(
            world: index, person: world.census.subjects.owners[trial.account.index]))
      }
    }
    return ClusteredShare(outcomes: outcomes, of: persons, worlds: worlds.count)
  }

  private func person(of contact: ComparedCase) -> ClusteredShare.Person {
    ClusteredShare.Person(
      world: contact.world,
      person: worlds[contact.world].census.subjects.owners[contact.groomer.index])
  }
}
