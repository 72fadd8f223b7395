import Activity
import Detection
import Learning
import Population
import Randomness
import Vocabulary

/// One world of those that a model is trained on, and the rows of features of its accounts.
///
/// Of each account and each 7 days of the run, the last row that a detector would have seen: so many
/// rows an account that every week counts the same, however busy it was.
struct TrainingWorld {
  private let file: ScenarioFile
  private let threads: Int
  private var rows: [(account: AccountID, values: [Float])] = []

  /// Days of which an account has one row, at most.
  static let daysPerRow = 7

  /// A world that is about to be made.
  init(_ file: ScenarioFile, threads: Int) {
    self.file = file
    self.threads = threads
  }

  /// Makes the world, lives through its days, and adds the rows of its accounts.
  ///
  /// - Parameters:
  ///   - set: what they are added to.
  ///   - innocentShare: the share of innocent accounts that are kept, drawn by account.
  ///   - advance: told days done and events, after each call of the simulation.
  /// - Throws: what `advance` throws.
  mutating func gather(
    into set: inout TrainingSet, innocentShare: Double,
    _ advance: (_ days: Int, _ events: Int) throws -> Void
  ) throws {
    let scenario = file.scenario
    let world = file.world(threads: threads)
    var reader = AccountRowReader(
      view: PlatformView(
        accounts: world.declared, friendships: world.friendships.adjacency()),
      settings: scenario.detection)
    var latest: [AccountID: (week: Int, values: [Float])] = [:]
    let truth = try world.live(through: scenario, threads: threads) { log, days in
      reader.read(log) { time, account, values in
        let week = time.day / Self.daysPerRow
        if let last = latest[account], last.week < week { rows.append((account, last.values)) }
        latest[account] = (week, Array(values))
      }
      try advance(days, log.count)
    }
    rows += latest.sorted { $0.key < $1.key }.map { ($0.key, $0.value.values) }
    set.add(
      rows, groomers: Set(truth.groomers), of: scenario,
      accounts: world.accountCount, innocentShare: innocentShare)
    rows = []
  }
}

/// The rows of all worlds.
struct TrainingSet {
  private(set) var rows = LabelledRows(width: AccountFeatures.all.count)
  /// What a budget is counted by.
  private(set) var thousandAccountWeeks = 0.0
  private var accounts = 0

  mutating func add(
    _ told: [(account: AccountID, values: [Float])], groomers: Set<AccountID>,
    of scenario: Scenario,
    accounts count: Int, innocentShare: Double
  ) {
    for (account, values) in told {
      let isGroomer = groomers.contains(account)
      if !isGroomer {
        var stream = RandomStream(
          seed: UInt64(scenario.seed), purpose: .trainedAccounts,
          entity: UInt64(account.rawValue))
        guard stream.chance(innocentShare) else { continue }
      }
      rows.append(
        values, label: isGroomer, weight: isGroomer ? 1 : 1 / innocentShare, group: scenario.seed,
        subject: accounts + account.index)
    }
    accounts += count
    thousandAccountWeeks += Double(count) / 1_000 * Double(scenario.calendar.days) / 7
  }
}
