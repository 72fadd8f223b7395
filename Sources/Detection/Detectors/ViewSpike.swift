import RealModule
public import Settings
import Vocabulary

/// Adults whose views of posts by young people they are not friends with jump.
///
/// A cumulative sum (Page 1954, doi 10.1093/biomet/41.1-2.100) for each adult account over its
/// sittings with such posts: every sitting adds 1, and every day takes away what is usual for the
/// account, plus an allowance. What is usual is its own recent rate; at first the population's, which
/// counts as much as some days of its own, so that a steady viewer is no spike for long. An alert
/// when the sum passes a limit. Fricker, Hegler and Dunfee 2008 (doi 10.1002/sim.3197) found such
/// sums quicker than moving-average rules in every scenario they tried.
struct ViewSpike: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "view-spike", group: .pattern,
    about: "Spikes in an adult's views of posts by under-18s who are not friends.",
    because:
      "sat down to posts of under-18s who are no friends {sittings-above-usual} more often than "
      + "usual, which is {usual-rate}",
    isEnabled: { $0.viewSpike.enabled },
    // An alert is raised above the limit, not at it; no sum that is held against it is below 1.
    setThreshold: { $0.viewSpike.limit = max(0, $1.nextDown) }
  ) { settings, view in
    ViewSpike(
      settings: settings.viewSpike,
      adults: (0..<view.accounts.count).count(where: view.accounts.isAdult))
  }

  private let settings: ViewSpikeSettings
  private let adults: Int
  private var viewers: [UInt32: Viewer] = [:]
  private var sittingsInAll = 0.0

  /// What is remembered of an account.
  private struct Viewer {
    var sum = 0.0
    /// Sittings of the days before the current one, weighted the less the longer ago.
    var weightedSittings = 0.0
    /// The weights of those days.
    var weightedDays = 0.0
    var day: Int32
    var today = 0.0
    var recentEvents: [Int] = []
  }

  init(settings: ViewSpikeSettings, adults: Int) {
    self.settings = settings
    self.adults = max(adults, 1)
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      let facts = batch.features.facts[row]
      guard batch.events.kinds[row] == EventKind.view.rawValue,
        facts.contains(.adultToMinor), !facts.contains(.areFriends)
      else { continue }
      let day = batch.events.times[row] / SimTime.secondsPerDay
      let actor = batch.events.actors[row]
      // Sittings a day of the average adult, over the run up to this event.
      let usual = sittingsInAll / Double(adults) / Double(day + 1)
      sittingsInAll += 1
      var viewer = viewers[actor] ?? Viewer(day: day)
      moveOn(&viewer, to: day, populationRate: usual)
      viewer.sum += 1
      viewer.today += 1
      viewer.recentEvents.append(batch.events.number(of: row))
      if viewer.recentEvents.count > 8 { viewer.recentEvents.removeFirst() }
      viewers[actor] = viewer
      guard viewer.sum > settings.limit else { continue }
      alerts.raise(
        AccountID(rawValue: actor), at: row, of: batch, score: viewer.sum,
        reasons: [
          Alert.Reason(
            name: "sittings-above-usual", value: viewer.sum, unit: "sittings",
            events: viewer.recentEvents),
          Alert.Reason(
            name: "usual-rate", value: usualRate(of: viewer, population: usual),
            unit: "sittings per day"),
        ])
    }
  }

  /// Takes away what is usual for the days since the last sitting.
  private func moveOn(_ viewer: inout Viewer, to day: Int32, populationRate: Double) {
    let days = Double(day - viewer.day)
    guard days > 0 else { return }
    // The last day's count enters the account's own rate, and days without a sitting thin it.
    let keep = Double.exp2(-1 / settings.halfLifeDays)
    viewer.weightedSittings =
      (viewer.weightedSittings * keep + viewer.today) * Double.pow(keep, days - 1)
    viewer.weightedDays =
      viewer.weightedDays * Double.pow(keep, days) + Self.weight(ofDays: days, keep: keep)
    let allowed = usualRate(of: viewer, population: populationRate) + settings.allowancePerDay
    viewer.sum = max(0, viewer.sum - days * allowed)
    viewer.today = 0
    viewer.day = day
  }

  /// 1 + keep + keep squared and so on, for a number of days.
  private static func weight(ofDays days: Double, keep: Double) -> Double {
    (1 - Double.pow(keep, days)) / (1 - keep)
  }

  /// Sittings a day that are usual for an account.
  private func usualRate(of viewer: Viewer, population: Double) -> Double {
    (settings.priorDays * population + viewer.weightedSittings)
      / (settings.priorDays + viewer.weightedDays)
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
