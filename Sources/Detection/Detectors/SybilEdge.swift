public import Settings
import Vocabulary

/// Adults who ask whom strangers ask, and are answered as strangers are.
///
/// In the manner of SybilEdge (Breuer, Eilat and Weinsberg, WWW 2020, arXiv 2004.04834): over the
/// requests of an account, a Bayes factor of its choice of each target (how much more fakes choose
/// this one than others do) and of the target's response (how much more this one answers fakes so).
/// There the two classes are accounts that were labelled. Here nobody is: the habits of a target are
/// those towards requests with no friend in common and those with some, as far as they happened
/// before. What an account has in common with its own targets does not enter its score.
struct SybilEdge: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "sybil-edge", group: .peer,
    about: "Requests to those whom strangers ask, answered as strangers are (after SybilEdge).",
    because:
      "made {requests} requests to accounts that strangers choose (worth {choices}), who answered as "
      + "they answer strangers (worth {responses})",
    isEnabled: { $0.sybilEdge.enabled },
    setThreshold: { $0.sybilEdge.limit = max(0, $1) }
  ) { settings, view in SybilEdge(settings: settings.sybilEdge, accounts: view.accounts.count) }

  private let settings: SybilEdgeSettings
  private var requests: [UInt32: SlidingWindow<Request>] = [:]
  /// How each account is asked and answers; one per account, ascending id.
  private var habits: [RequestHabits]
  private var everybody = RequestHabits()

  private struct Request {
    let target: UInt32
    let event: Int
    let isByStranger: Bool
    let choice: Double
    /// Nil until it is answered.
    var response: Double?
  }

  init(settings: SybilEdgeSettings, accounts: Int) {
    self.settings = settings
    habits = Array(repeating: RequestHabits(), count: accounts)
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      let (actor, target) = (batch.events.actors[row], batch.events.targets[row])
      let (facts, time) = (batch.features.facts[row], batch.events.times[row])
      switch batch.events.kinds[row] {
      case EventKind.request.rawValue:
        ask(at: row, of: batch)
        if facts.contains(.actorIsAdult) { judge(actor, at: row, of: batch, &alerts) }
      case EventKind.acceptance.rawValue:
        answer(of: actor, to: target, accepted: true, at: time)
        if facts.contains(.targetIsAdult) { judge(target, at: row, of: batch, &alerts) }
      case EventKind.refusal.rawValue, EventKind.expiry.rawValue:
        answer(of: actor, to: target, accepted: false, at: time)
        if facts.contains(.targetIsAdult) { judge(target, at: row, of: batch, &alerts) }
      default: continue
      }
    }
  }

  private mutating func ask(at row: Int, of batch: borrowing EventBatch) {
    let (actor, target) = (batch.events.actors[row], batch.events.targets[row])
    let isByStranger = batch.features.mutualFriends[row] == 0
    let own = habits[Int(target)]
    let request = Request(
      target: target, event: batch.events.number(of: row), isByStranger: isByStranger,
      choice: own.choice(among: everybody, weight: settings.usualRequests), response: nil)
    requests[actor, default: SlidingWindow(days: settings.windowDays)]
      .append(request, at: batch.events.times[row])
    let side = isByStranger ? \RequestHabits.strangers : \RequestHabits.acquainted
    habits[Int(target)][keyPath: side].requests += 1
    everybody[keyPath: side].requests += 1
  }

  private mutating func answer(
    of target: UInt32, to requester: UInt32, accepted: Bool, at time: Int32
  ) {
    requests[requester]?.advance(to: time)
    let own = habits[Int(target)]
    let response = own.response(
      accepted: accepted, among: everybody, weight: settings.usualAnswers)
    var side: WritableKeyPath<RequestHabits, RequestHabits.Answers>?
    requests[requester]?.changeLatest(where: { $0.target == target && $0.response == nil }) {
      $0.response = response
      side = $0.isByStranger ? \.strangers : \.acquainted
    }
    // An answer to a request from before the window says nothing of who it was.
    guard let side else { return }
    habits[Int(target)][keyPath: side].answered += 1
    everybody[keyPath: side].answered += 1
    if accepted {
      habits[Int(target)][keyPath: side].accepted += 1
      everybody[keyPath: side].accepted += 1
    }
  }

  private func judge(
    _ account: UInt32, at row: Int, of batch: borrowing EventBatch, _ alerts: inout AlertSink
  ) {
    let suspect = AccountID(rawValue: account)
    guard alerts.wants(suspect, at: row, of: batch), let recent = requests[account]?.values,
      recent.count >= settings.minimumRequests
    else { return }
    let choices = recent.reduce(0) { $0 + $1.choice }
    let responses = recent.reduce(0) { $0 + ($1.response ?? 0) }
    let score = max(0, choices + responses)
    guard score >= settings.limit else { return }
    alerts.raise(
      suspect, at: row, of: batch, score: score,
      reasons: [
        Alert.Reason(
          name: "requests", value: Double(recent.count), unit: "requests",
          events: recent.suffix(8).map(\.event)),
        Alert.Reason(name: "choices", value: choices, unit: "nats"),
        Alert.Reason(name: "responses", value: responses, unit: "nats"),
      ])
  }
}

/// Parameters of the detector after SybilEdge.
public struct SybilEdgeSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = false
  /// Length of the sliding window, in days.
  public var windowDays = 28.0
  /// Requests in the window below which nothing is said.
  public var minimumRequests = 3
  /// As many requests as if each target had had more, of the usual sort.
  public var usualRequests = 5.0
  /// As many answers as if each target had given more, of the usual sort.
  public var usualAnswers = 5.0
  /// The log-likelihood ratio from which there is an alert.
  public var limit = 3.0

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "window-days", \.windowDays, unit: "days", in: 0.1...365.0,
      source: .assumption("our choice: the method is for accounts with few requests"),
      about: "Length of the sliding window."),
    .number(
      "minimum-requests", \.minimumRequests, unit: "requests", in: 1...SlidingWindowLimit.values,
      source: .assumption("our choice; the authors report results from few requests on"),
      about: "Requests in the window below which nothing is said."),
    .number(
      "usual-requests", \.usualRequests, unit: "requests", in: 0.1...1_000.0,
      source: .assumption("our choice: how soon a target's own history outweighs everybody's"),
      about: "As many requests as if each target had had more, of the usual sort."),
    .number(
      "usual-answers", \.usualAnswers, unit: "answers", in: 0.1...1_000.0,
      source: .assumption("our choice: how soon a target's own history outweighs everybody's"),
      about: "As many answers as if each target had given more, of the usual sort."),
    .number(
      "limit", \.limit, unit: "nats", in: 0.0...1_000.0,
      source: .assumption("our choice: 20 to 1; sweep it to trade lead time for false alarms"),
      about: "The log-likelihood ratio from which there is an alert."),
  ]
}
