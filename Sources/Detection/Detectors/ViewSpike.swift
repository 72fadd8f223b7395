public import Settings
import Vocabulary

/// Adults whose views of posts by young people they are not friends with jump.
///
/// Two cumulative sums (`RateSum`) over sittings with such posts: one for each adult account, above
/// what is usual for it, and one for each young person whose posts are looked at, above what is usual
/// for them. An alert when the adult's own sum passes a limit, or its part of a young person's sum
/// does: a spike that one viewer causes. Fricker, Hegler and Dunfee 2008 (doi 10.1002/sim.3197) found
/// such sums quicker than moving-average rules in every scenario they tried.
struct ViewSpike: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "view-spike", group: .pattern,
    about: "Spikes in an adult's views of posts by under-18s who are not friends.",
    because:
      "looked at posts of under-18s who are no friends: {sittings-above-usual} above its usual rate "
      + "of {usual-rate}, and {part-of-childs-spike} of those above what is usual for the last of "
      + "these under-18s",
    isEnabled: { $0.viewSpike.enabled },
    // An alert is raised above the limit, not at it; no sum that is held against it is below 1.
    setThreshold: { $0.viewSpike.limit = max(0, $1.nextDown) }
  ) { settings, view in
    ViewSpike(settings: settings.viewSpike, accounts: view.accounts)
  }

  private let limit: Double
  private let pace: RateSum.Pace
  private let adults: Double
  private let minors: Double
  private var viewers: [UInt32: Watched] = [:]
  private var viewed: [UInt32: Watched] = [:]
  private var sittings = 0.0

  /// How many of the last sittings are remembered.
  private static let recent = 16

  /// An account that looks, or is looked at.
  private struct Watched {
    var sum: RateSum
    /// The last sittings, and who the other was.
    var sittings: [(event: Int, other: UInt32)] = []

    mutating func note(_ event: Int, with other: UInt32) {
      if sittings.count == ViewSpike.recent { sittings.removeFirst() }
      sittings.append((event, other))
    }

    /// What of the sum another account causes.
    ///
    /// That is its share of the last sittings, where it is half of them or more, and no more than its
    /// own: a post that everybody looks at is nobody's spike.
    func part(of other: UInt32) -> Double {
      let own = sittings.count { $0.other == other }
      guard 2 * own >= sittings.count else { return 0 }
      return min(sum.sum * Double(own) / Double(sittings.count), Double(own))
    }
  }

  init(settings: ViewSpikeSettings, accounts: DeclaredAccounts) {
    limit = settings.limit
    pace = RateSum.Pace(
      allowancePerDay: settings.allowancePerDay, halfLifeDays: settings.halfLifeDays,
      priorDays: settings.priorDays)
    adults = Double(max((0..<accounts.count).count(where: accounts.isAdult), 1))
    minors = Double(max((0..<accounts.count).count(where: accounts.isMinor), 1))
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      let facts = batch.features.facts[row]
      guard batch.events.kinds[row] == EventKind.view.rawValue,
        facts.contains(.adultToMinor), !facts.contains(.areFriends)
      else { continue }
      let day = batch.events.times[row] / SimTime.secondsPerDay
      let (adult, child) = (batch.events.actors[row], batch.events.targets[row])
      let event = batch.events.number(of: row)
      // Sittings a day in the run up to this event: of the average adult, with the average child.
      let perDay = sittings / Double(day + 1)
      sittings += 1
      var viewer = viewers[adult] ?? Watched(sum: RateSum(day: day))
      viewer.sum.add(1, on: day, population: perDay / adults, pace: pace)
      viewer.note(event, with: child)
      viewers[adult] = viewer
      var target = viewed[child] ?? Watched(sum: RateSum(day: day))
      target.sum.add(1, on: day, population: perDay / minors, pace: pace)
      target.note(event, with: adult)
      viewed[child] = target
      let part = target.part(of: adult)
      let score = max(viewer.sum.sum, part)
      guard score > limit else { continue }
      alerts.raise(
        AccountID(rawValue: adult), at: row, of: batch, score: score,
        reasons: [
          Alert.Reason(
            name: "sittings-above-usual", value: viewer.sum.sum, unit: "sittings",
            events: viewer.sittings.suffix(8).map(\.event)),
          Alert.Reason(
            name: "usual-rate",
            value: viewer.sum.usualRate(population: perDay / adults, pace: pace),
            unit: "sittings per day"),
          Alert.Reason(
            name: "part-of-childs-spike", value: part, unit: "sittings",
            events: target.sittings.filter { $0.other == adult }.suffix(8).map(\.event)),
        ])
    }
  }
}

/// Parameters of the detector of spikes in views.
public struct ViewSpikeSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = true
  /// Sittings a day above the usual that are let pass.
  public var allowancePerDay = 0.5
  /// The sum above which there is an alert, in sittings.
  public var limit = 8.0
  /// How fast an account's own usual rate follows it: half-life in days.
  public var halfLifeDays = 28.0

  /// How many days of an account's own the population's rate counts for.
  public var priorDays = 3.0

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "allowance-per-day", \.allowancePerDay, unit: "sittings per day", in: 0.0...1_000.0,
      source: .assumption("our choice"), about: "Sittings above the usual that are let pass."),
    .number(
      "limit", \.limit, unit: "sittings", in: 0.0...100_000.0,
      source: .assumption("our choice; sweep it to trade lead time for false alarms"),
      about: "The sum above which there is an alert."),
    .number(
      "half-life-days", \.halfLifeDays, unit: "days", in: 0.5...365.0,
      source: .assumption("our choice"),
      about: "How fast an account's own usual rate follows what it does."),
    .number(
      "prior-days", \.priorDays, unit: "days", in: 0.1...365.0,
      source: .assumption("our choice"),
      about: "How many days of an account's own the population's rate counts for."),
  ]
}
