import Graphs
public import Settings
import Vocabulary

/// Adults whose requests are turned down by accounts that trusted accounts ask.
///
/// The voting of VoteTrust (Yang et al., INFOCOM 2013): see `VoteAssignment`, over the requests of a
/// window. The score of an adult is 1 less its rating. The second half of the later paper, a search
/// for others around those who were found, is not done.
struct VoteTrust: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "vote-trust", group: .peer,
    about: "Adults whose requests are turned down by accounts that have trust (VoteTrust, 2013).",
    because:
      "was turned down by {rejections} of the {answers} accounts that answered it, which gives it a "
      + "rating of {rating} as their votes have weight",
    isEnabled: { $0.voteTrust.enabled },
    setThreshold: { $0.voteTrust.minimumDistrust = $1 }
  ) { settings, view in VoteTrust(settings: settings.voteTrust, view: view) }

  private let settings: VoteTrustSettings
  private let accounts: DeclaredAccounts
  private let seeds: [Int]
  private var ledger: RequestLedger
  private var turn: DayTurn

  init(settings: VoteTrustSettings, view: PlatformView) {
    self.settings = settings
    accounts = view.accounts
    seeds = TrustSeeds.chosen(settings.seeds, of: view)
    ledger = RequestLedger(days: settings.windowDays, accounts: view.accounts.count)
    turn = DayTurn(every: settings.everyDays)
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      if turn.ended(before: batch.events.times[row]) != nil {
        ledger.advance(to: batch.events.times[row])
        judge(at: row, of: batch, &alerts)
      }
      ledger.noteRequest(at: row, of: batch)
    }
  }

  private func judge(at row: Int, of batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    guard !seeds.isEmpty else { return }
    let steps = ledger.lastSteps()
    let ratings = VoteAssignment(
      accounts: accounts.count,
      requests: steps.map { step in
        VoteAssignment.Request(
          from: Int(step.from), to: Int(step.to),
          isAccepted: step.step == .open ? nil : step.step == .accepted)
      },
      seeds: seeds
    ).ratings()
    var first = 0
    while first < steps.count {
      let account = steps[first].from
      let end = steps[first...].firstIndex { $0.from != account } ?? steps.count
      defer { first = end }
      let distrust = 1 - ratings[Int(account)]
      let suspect = AccountID(rawValue: account)
      guard distrust >= settings.minimumDistrust, accounts.isAdult(Int(account)),
        alerts.wants(suspect, at: row, of: batch)
      else { continue }
      let rejections = steps[first..<end].filter { $0.step == .rejected }
      guard !rejections.isEmpty else { continue }
      let answers = steps[first..<end].count { $0.step != .open }
      alerts.raise(
        suspect, at: row, of: batch, score: distrust,
        reasons: [
          Alert.Reason(
            name: "rejections", value: Double(rejections.count), unit: "accounts",
            events: rejections.map(\.event).sorted().suffix(8)),
          Alert.Reason(name: "answers", value: Double(answers), unit: "accounts"),
          Alert.Reason(name: "rating", value: 1 - distrust, unit: "share"),
        ])
    }
  }
}

/// Parameters of the detector of requests that are voted down.
public struct VoteTrustSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = false
  /// The requests and answers looked at, in days.
  public var windowDays = 28
  /// Nights from one vote to the next.
  public var everyDays = 1
  /// How many accounts votes begin at.
  public var seeds = 100
  /// The distrust, 1 less the rating, from which an adult is a suspect.
  public var minimumDistrust = 0.7

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "window-days", \.windowDays, unit: "days", in: 1...365, source: .assumption("our choice"),
      about: "Requests and answers no older than this are looked at."),
    .number(
      "every-days", \.everyDays, unit: "days", in: 1...365, source: .assumption("our choice"),
      about: "Nights from one vote to the next."),
    .number(
      "seeds", \.seeds, unit: "accounts", in: 1...100_000,
      source: .assumption(
        "our choice: the oldest accounts with friends, as nobody is there to pick genuine ones"),
      about: "How many accounts votes begin at."),
    .number(
      "minimum-distrust", \.minimumDistrust, unit: "share", in: 0.0...1.0,
      source: .assumption("our choice; sweep it to trade lead time for false alarms"),
      about: "The distrust, 1 less the rating, from which an adult is a suspect."),
  ]
}
