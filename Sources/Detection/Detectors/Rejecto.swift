import Graphs
public import Settings
import Vocabulary

/// Adults of groups whom others turn down often for the friends they have.
///
/// Rejecto (Cao et al., ICDCS 2015): see `RejectionCut`. Friendships are those of the moment,
/// rejections those of a window. The score of an adult is the rejection rate of the group it was cut
/// out with.
struct Rejecto: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "rejecto", group: .peer,
    about:
      "Groups of accounts that others turn down often for the friends they have (Rejecto, 2015).",
    because:
      "was turned down by {rejections} accounts, and is one of a group of {group-accounts} whose ties "
      + "to all others are rejections to {rejection-rate}",
    isEnabled: { $0.rejecto.enabled },
    setThreshold: { $0.rejecto.minimumRejectionRate = $1 }
  ) { settings, view in Rejecto(settings: settings.rejecto, view: view) }

  private let settings: RejectoSettings
  private let accounts: DeclaredAccounts
  private var friends: GrowingAdjacency
  private var ledger: RequestLedger
  private var turn: DayTurn

  init(settings: RejectoSettings, view: PlatformView) {
    self.settings = settings
    accounts = view.accounts
    friends = GrowingAdjacency(view.friendships)
    ledger = RequestLedger(days: settings.windowDays, accounts: view.accounts.count)
    turn = DayTurn(every: settings.everyDays)
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      if turn.ended(before: batch.events.times[row]) != nil {
        ledger.advance(to: batch.events.times[row])
        judge(at: row, of: batch, &alerts)
      }
      friends.follow(row, of: batch)
      ledger.noteRejection(at: row, of: batch)
    }
  }

  private func judge(at row: Int, of batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    // Rejections of each account that was turned down often enough, ascending by account.
    let rejections = ledger.lastSteps().filter { !friends.contains(Int($0.from), Int($0.to)) }
    var rejected: [ArraySlice<RequestLedger.Entry>] = []
    var first = 0
    while first < rejections.count {
      let account = rejections[first].from
      let end = rejections[first...].firstIndex { $0.from != account } ?? rejections.count
      if end - first >= settings.minimumRejections { rejected.append(rejections[first..<end]) }
      first = end
    }
    var cut = RejectionCut(graph(of: rejected))
    var found: [(position: Int, group: RejectionCut.Group)] = []
    for group in cut.groups() where group.rejectionRate >= settings.minimumRejectionRate {
      for member in group.members { found.append((member, group)) }
    }
    for (position, group) in found.sorted(by: { $0.position < $1.position }) {
      guard let account = rejected[position].first?.from, accounts.isAdult(Int(account)) else {
        continue
      }
      let suspect = AccountID(rawValue: account)
      guard alerts.wants(suspect, at: row, of: batch) else { continue }
      alerts.raise(
        suspect, at: row, of: batch, score: group.rejectionRate,
        reasons: [
          Alert.Reason(
            name: "rejections", value: Double(rejected[position].count), unit: "accounts",
            events: rejected[position].map(\.event).sorted().suffix(8)),
          Alert.Reason(
            name: "group-accounts", value: Double(group.members.count), unit: "accounts"),
          Alert.Reason(name: "rejection-rate", value: group.rejectionRate, unit: "share"),
        ])
    }
  }

  /// The graph that is cut, of the accounts that were turned down often enough.
  private func graph(of rejected: [ArraySlice<RequestLedger.Entry>]) -> RejectionCut.Graph {
    let looked = Compaction(rejected.compactMap { $0.first?.from })
    var graph = RejectionCut.Graph(
      outsideFriends: [Int](repeating: 0, count: rejected.count),
      outsideRejections: [Int](repeating: 0, count: rejected.count), friendships: [],
      rejections: [])
    for (position, account) in looked.accounts.enumerated() {
      for friend in friends.neighbours(of: Int(account)) {
        if let other = looked.position(of: friend) {
          if position < other { graph.friendships.append((position, other)) }
        } else {
          graph.outsideFriends[position] += 1
        }
      }
      for rejection in rejected[position] {
        if let other = looked.position(of: rejection.to) {
          graph.rejections.append((by: other, of: position))
        } else {
          graph.outsideRejections[position] += 1
        }
      }
    }
    return graph
  }
}

/// Parameters of the detector of groups that are turned down.
public struct RejectoSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = false
  /// The rejections looked at, in days.
  public var windowDays = 28
  /// Nights from one look to the next.
  public var everyDays = 1
  /// Rejections below which an account is held to be genuine.
  public var minimumRejections = 3
  /// The rejection rate of a group from which its adults are suspects.
  public var minimumRejectionRate = 0.5

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "window-days", \.windowDays, unit: "days", in: 1...365, source: .assumption("our choice"),
      about: "Rejections no older than this are looked at."),
    .number(
      "every-days", \.everyDays, unit: "days", in: 1...365, source: .assumption("our choice"),
      about: "Nights from one look to the next."),
    .number(
      "minimum-rejections", \.minimumRejections, unit: "accounts", in: 1...1_000,
      source: .assumption(
        "our choice: they take the place of the paper's seeds, accounts that are known to be genuine"
      ),
      about: "An account that fewer accounts turned down is held to be genuine."),
    .number(
      "minimum-rejection-rate", \.minimumRejectionRate, unit: "share", in: 0.0...1.0,
      source: .assumption("our choice: as many rejections as friends; sweep it"),
      about: "The rejection rate of a group from which its adults are suspects."),
  ]
}
