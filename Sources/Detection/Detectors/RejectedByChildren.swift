public import Settings
import Vocabulary

/// Adults whose requests children decline or block more than they accept.
///
/// For each adult account, the children who answered it in a sliding window, each counted once by
/// what they did last. An alert when the probability that its true rejection rate exceeds the
/// ordinary one reaches a level, given a uniform prior: a few rejections in a row weigh as much as
/// they should, and no more. The signal is the one the NSPCC named in January 2018.
struct RejectedByChildren: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "rejected-by-children", group: .pattern,
    about: "Requests that children decline or block more often than they accept.",
    because:
      "was declined or blocked by {rejecting-children} of the {answering-children} under-18s who "
      + "answered it",
    isEnabled: { $0.rejectedByChildren.enabled },
    setThreshold: { $0.rejectedByChildren.confidence = $1 }
  ) { settings, _ in RejectedByChildren(settings: settings.rejectedByChildren) }

  private let settings: RejectedByChildrenSettings
  private var answers: [UInt32: SlidingWindow<Answer>] = [:]

  private struct Answer {
    var child: UInt32
    var event: Int
    var isRejection: Bool
  }

  init(settings: RejectedByChildrenSettings) {
    self.settings = settings
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      let kind = batch.events.kinds[row]
      let isRejection =
        kind == EventKind.refusal.rawValue || kind == EventKind.block.rawValue
      guard isRejection || kind == EventKind.acceptance.rawValue,
        batch.features.facts[row].contains(.minorToAdult)
      else { continue }
      let adult = batch.events.targets[row]
      let answer = Answer(
        child: batch.events.actors[row], event: batch.events.number(of: row),
        isRejection: isRejection)
      answers[adult, default: SlidingWindow(days: settings.windowDays)]
        .append(answer, at: batch.events.times[row])
      if isRejection { judge(adult, at: row, of: batch, &alerts) }
    }
  }

  private func judge(
    _ adult: UInt32, at row: Int, of batch: borrowing EventBatch, _ alerts: inout AlertSink
  ) {
    let suspect = AccountID(rawValue: adult)
    guard alerts.wants(suspect, at: row, of: batch), let recent = answers[adult]?.values else {
      return
    }
    var last: [UInt32: Bool] = [:]
    for answer in recent { last[answer.child] = answer.isRejection }
    let rejections = last.values.count(where: \.self)
    guard rejections >= settings.minimumRejections else { return }
    let posterior = BetaPosterior(
      successes: rejections, failures: last.count - rejections)
    let sure = posterior.probability(above: settings.ordinaryRate)
    guard sure >= settings.confidence else { return }
    alerts.raise(
      suspect, at: row, of: batch, score: sure,
      reasons: [
        Alert.Reason(
          name: "rejecting-children", value: Double(rejections), unit: "accounts",
          events: recent.filter(\.isRejection).suffix(8).map(\.event)),
        Alert.Reason(
          name: "answering-children", value: Double(last.count), unit: "accounts"),
      ])
  }
}

/// Parameters of the detector of rejections by children.
public struct RejectedByChildrenSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = true
  /// Length of the sliding window, in days.
  public var windowDays = 60.0
  /// Rejections below which there is no alert.
  public var minimumRejections = 3
  /// The rate at which children reject ordinary adults.
  public var ordinaryRate = 0.35
  /// Probability of a rate above that one from which there is an alert.
  public var confidence = 0.95

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "window-days", \.windowDays, unit: "days", in: 0.1...365.0,
      source: .assumption("our choice"), about: "Length of the sliding window."),
    .number(
      "minimum-rejections", \.minimumRejections, unit: "children",
      in: 1...SlidingWindowLimit.values,
      source: .assumption("our choice"), about: "Rejections below which there is no alert."),
    .number(
      "ordinary-rate", \.ordinaryRate, unit: "share", in: 0...1,
      source: .published(
        "21 % of ordinary requests are not accepted (Yang et al. 2011); higher, as children are "
          + "asked by adults", .memoryHigh),
      about: "The rate at which children reject ordinary adults."),
    .number(
      "confidence", \.confidence, unit: "probability", in: 0...1,
      source: .assumption("our choice; sweep it to trade lead time for false alarms"),
      about: "Probability of a higher rate from which there is an alert."),
  ]
}
