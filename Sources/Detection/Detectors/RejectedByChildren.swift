public import Settings
import Vocabulary

/// Adults whose requests children decline or block more than they accept.
///
/// For each adult account, the children who answered it in a sliding window, each counted once by
/// what they did last. Its true rate of rejection is taken to be Beta distributed beforehand, around
/// the rate at which children have rejected all adults so far; the score is the lower end of what the
/// rate may be after its answers (the lower credible bound), so that a few rejections in a row weigh
/// as much as they should, and no more. The signal is the one the NSPCC named in January 2018.
struct RejectedByChildren: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "rejected-by-children", group: .pattern,
    about: "Requests that children decline or block more often than they accept.",
    because:
      "was declined or blocked by {rejecting-children} of the {answering-children} under-18s who "
      + "answered it, which puts its rate of rejection at {rate-at-least} at least",
    isEnabled: { $0.rejectedByChildren.enabled },
    setThreshold: { $0.rejectedByChildren.rate = $1 }
  ) { settings, _ in RejectedByChildren(settings: settings.rejectedByChildren) }

  private let settings: RejectedByChildrenSettings
  private var answers: [UInt32: SlidingWindow<Answer>] = [:]
  /// All answers of children to adults so far, and the rejections among them.
  private var population = (answers: 0.0, rejections: 0.0)

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
      population.answers += 1
      if isRejection { population.rejections += 1 }
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
      successes: Double(rejections), failures: Double(last.count - rejections),
      priorMean: ordinaryRate, strength: settings.priorStrength)
    let rate = posterior.value(exceededWith: settings.confidence)
    guard rate >= settings.rate else { return }
    alerts.raise(
      suspect, at: row, of: batch, score: rate,
      reasons: [
        Alert.Reason(
          name: "rejecting-children", value: Double(rejections), unit: "accounts",
          events: recent.filter(\.isRejection).suffix(8).map(\.event)),
        Alert.Reason(
          name: "answering-children", value: Double(last.count), unit: "accounts"),
        Alert.Reason(name: "rate-at-least", value: rate, unit: "share"),
      ])
  }

  /// The rate at which children reject adults, from all answers so far.
  private var ordinaryRate: Double {
    (settings.ordinaryRate * RejectedByChildrenSettings.ordinaryAnswers + population.rejections)
      / (RejectedByChildrenSettings.ordinaryAnswers + population.answers)
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
  /// The rate at which children reject ordinary adults, until it is seen.
  public var ordinaryRate = 0.35
  /// How many answers of an adult's own the ordinary rate counts for.
  public var priorStrength = 4.0
  /// Probability with which the true rate exceeds the bound.
  public var confidence = 0.95
  /// The bound from which there is an alert.
  public var rate = 0.25

  /// How many answers the rate that is set counts for beside those seen: our choice, so that the
  /// first answers of a run do not decide.
  static let ordinaryAnswers = 50.0

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
      about: "The rate at which children reject ordinary adults, until it is seen."),
    .number(
      "prior-strength", \.priorStrength, unit: "answers", in: 0.1...1_000.0,
      source: .sweep("our choice: adults differ much in how children take to them", over: 1...20),
      about: "How many answers of an adult's own the ordinary rate counts for."),
    .number(
      "confidence", \.confidence, unit: "probability", in: 0.5...0.999,
      source: .assumption("our choice, as is usual for one-sided bounds"),
      about: "Probability with which the true rate of rejection exceeds the bound."),
    .number(
      "rate", \.rate, unit: "share", in: 0...1,
      source: .assumption("our choice; sweep it to trade lead time for false alarms"),
      about: "The lower bound of the rate of rejection from which there is an alert."),
  ]
}
