import Randomness
public import Settings
import Vocabulary

/// Adult accounts by lot, so many a week.
///
/// What a detector must beat that costs as many alerts. For each account and week there is a lot and
/// a moment; if the lot is drawn, the account has an alert at the first thing that it does from then
/// on. An account that does nothing afterwards has none, and quiet days take away some, so there are
/// a few less than the budget. Lots depend on the detector's own seed, the account and the week
/// alone.
struct Chance: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "random", group: .bound,
    about: "Adult accounts by lot, as many a week as a budget has.",
    because: "was drawn by lot for week {week} of the run",
    isEnabled: { $0.chance.enabled },
    setThreshold: { $0.chance.alertsPer1000Week = 1_000 * min(max(0, 1 - $1), 1) }
  ) { settings, view in Chance(settings: settings.chance, accounts: view.accounts.count) }

  private let seed: UInt64
  /// Lots from this one on are drawn.
  private let lowest: Double
  /// The next week of each account to be looked at, and its moment in seconds; one per account,
  /// ascending id.
  private var next: [(week: Int32, moment: Int32)]

  init(settings: ChanceSettings, accounts: Int) {
    let seed = UInt64(settings.seed)
    self.seed = seed
    // A hair below, so that rounding a budget cannot shut out the lot that it was made from.
    lowest = 1 - settings.alertsPer1000Week / 1_000 - 1e-9
    next = (0..<accounts).map { account in
      (0, Lot(seed: seed, account: UInt32(account), week: 0).moment)
    }
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      let actor = batch.events.actors[row]
      let time = batch.events.times[row]
      guard batch.features.facts[row].contains(.actorIsAdult), time >= next[Int(actor)].moment
      else { continue }
      let best = highestLot(of: actor, until: time)
      guard best.score >= lowest else { continue }
      alerts.raise(
        AccountID(rawValue: actor), at: row, of: batch, score: best.score,
        reasons: [
          Alert.Reason(
            name: "week", value: Double(best.week + 1), unit: "",
            events: [batch.events.number(of: row)])
        ])
    }
  }

  /// The highest of an account's lots whose moments have come since it last did anything.
  private mutating func highestLot(of account: UInt32, until time: Int32) -> Lot {
    var lot = Lot(seed: seed, account: account, week: next[Int(account)].week)
    var highest = lot
    while lot.moment <= time {
      if lot.score > highest.score { highest = lot }
      lot = Lot(seed: seed, account: account, week: lot.week + 1)
    }
    next[Int(account)] = (lot.week, lot.moment)
    return highest
  }
}

/// What is drawn for an account and a week.
private struct Lot {
  let week: Int32
  /// When it counts, in seconds of the run.
  let moment: Int32
  /// From 0 to 1, a multiple of 2⁻²⁴.
  let score: Double

  init(seed: UInt64, account: UInt32, week: Int32) {
    var stream = RandomStream(
      seed: seed, purpose: .chanceAlerts, entity: UInt64(account), counter: UInt32(week))
    self.week = week
    score = 1 - Double(stream.below(1 << 24)) * 0x1p-24
    let length = 7 * SimTime.secondsPerDay
    let start = Int64(week) * Int64(length)
    // Beyond the last moment there is, which no event comes after.
    moment = Int32(clamping: start + Int64(stream.below(Int(length))))
  }
}

/// Parameters of the detector that goes by chance.
public struct ChanceSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = false
  /// How many of a thousand adult accounts are drawn a week.
  public var alertsPer1000Week = 2.0
  /// The seed of its lots.
  public var seed = 1

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "alerts-per-1000-week", \.alertsPer1000Week, unit: "alerts per 1,000 adult accounts and week",
      in: 0.0...1_000.0,
      source: .assumption("our choice; sweep it to hold it against detectors of another price"),
      about: "How many of a thousand adult accounts are drawn a week."),
    .number(
      "seed", \.seed, in: 0...Int.max,
      source: .assumption("any number: it has nothing to do with the seed of the scenario"),
      about: "The seed of its lots."),
  ]
}
