import RealModule
public import Settings
import Vocabulary

/// Adults who ask or follow many young people with no mutual friend and no geographic link.
///
/// For each adult account, whom it asked or followed in a sliding window: of so many accounts, how
/// many are young people who share no friend with it and live far away or nowhere declared. That
/// number is held against adults like it, of about its age and as new or established: from the share
/// of such young people in all their outreach, a negative binomial distribution says how many are to
/// be expected, and how far adults differ. The score is how surprising the number is: -log10 of the
/// probability of so many or more. The signal is the one the NSPCC named in January 2018.
struct UnconnectedOutreach: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "unconnected-outreach", group: .pattern,
    about: "Requests and follows to many under-18s with no mutual friend and no geographic link.",
    because:
      "asked or followed {unconnected-minors} under-18s far away or of no known place with no friend "
      + "in common, {share-of-outreach} of all whom it reached out to, where adults like it would "
      + "have reached {expected-minors}",
    isEnabled: { $0.unconnectedOutreach.enabled },
    setThreshold: { $0.unconnectedOutreach.surprise = $1 }
  ) { settings, view in
    UnconnectedOutreach(settings: settings.unconnectedOutreach, view: view)
  }

  private let settings: UnconnectedOutreachSettings
  private let accounts: DeclaredAccounts
  private var outreach: [UInt32: SlidingWindow<Contact>] = [:]
  /// What adults of each kind did so far.
  private var baselines = [Baseline](repeating: Baseline(), count: 2 * Self.ageBands.count)

  /// The youngest age of each band of ages: our choice, the bands of many surveys.
  private static let ageBands: [UInt8] = [18, 25, 40]

  private struct Contact {
    var target: UInt32
    var event: Int
    var isUnconnectedMinor: Bool
  }

  /// The outreach of adults of a kind.
  private struct Baseline {
    var contacts = 0.0
    var unconnectedMinors = 0.0
  }

  init(settings: UnconnectedOutreachSettings, view: PlatformView) {
    self.settings = settings
    accounts = view.accounts
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      let kind = batch.events.kinds[row]
      guard kind == EventKind.request.rawValue || kind == EventKind.follow.rawValue,
        batch.features.facts[row].contains(.actorIsAdult)
      else { continue }
      let contact = Contact(
        target: batch.events.targets[row], event: batch.events.number(of: row),
        isUnconnectedMinor: isUnconnectedMinor(row, of: batch))
      let (actor, time) = (batch.events.actors[row], batch.events.times[row])
      outreach[actor, default: SlidingWindow(days: settings.windowDays)]
        .append(contact, at: time)
      let kindOfAdult = kindOfAdult(actor, at: time)
      if contact.isUnconnectedMinor {
        judge(actor, beside: baselines[kindOfAdult], at: row, of: batch, &alerts)
        baselines[kindOfAdult].unconnectedMinors += 1
      }
      baselines[kindOfAdult].contacts += 1
    }
  }

  private func isUnconnectedMinor(_ row: Int, of batch: borrowing EventBatch) -> Bool {
    guard batch.features.facts[row].contains(.targetIsMinor),
      batch.features.mutualFriends[row] == 0
    else { return false }
    let distance = batch.features.distancesKilometres[row]
    return distance.isNaN || Double(distance) >= settings.farKilometres
  }

  /// Adults of about an age, new or established.
  private func kindOfAdult(_ account: UInt32, at time: Int32) -> Int {
    let age = accounts.ages[Int(account)]
    let band = (Self.ageBands.lastIndex { $0 <= age } ?? 0)
    let open = Double(time) - Double(accounts.opened[Int(account)])
    let isNew = open < settings.newDays * Double(SimTime.secondsPerDay)
    return 2 * band + (isNew ? 1 : 0)
  }

  private func judge(
    _ actor: UInt32, beside baseline: Baseline, at row: Int, of batch: borrowing EventBatch,
    _ alerts: inout AlertSink
  ) {
    let suspect = AccountID(rawValue: actor)
    guard alerts.wants(suspect, at: row, of: batch), let recent = outreach[actor]?.values else {
      return
    }
    let unconnected = recent.filter(\.isUnconnectedMinor)
    let minors = Set(unconnected.map(\.target)).count
    guard minors >= settings.minimumMinors else { return }
    let reached = Double(Set(recent.map(\.target)).count)
    let prior = UnconnectedOutreachSettings.priorContacts
    let share =
      (prior * settings.ordinaryShare + baseline.unconnectedMinors) / (prior + baseline.contacts)
    let expected = reached * share
    let surprise = Self.surprise(of: minors, expected: expected, shape: settings.shape)
    guard surprise >= settings.surprise else { return }
    alerts.raise(
      suspect, at: row, of: batch, score: surprise,
      reasons: [
        Alert.Reason(
          name: "unconnected-minors", value: Double(minors), unit: "accounts",
          events: unconnected.suffix(8).map(\.event)),
        Alert.Reason(name: "share-of-outreach", value: Double(minors) / reached, unit: "share"),
        Alert.Reason(name: "expected-minors", value: expected, unit: "accounts"),
      ])
  }

  /// -log10 of the probability that a negative binomial number is so large or larger.
  ///
  /// Of a shape k and a mean m, P(X >= x) is the regularised incomplete beta function
  /// I(m / (m + k); x, k). (Any textbook; NIST Digital Library of Mathematical Functions, 8.17.24.)
  static func surprise(of count: Int, expected mean: Double, shape: Double) -> Double {
    let tail = BetaPosterior(alpha: Double(count), beta: shape)
      .probability(upTo: mean / (mean + shape))
    return tail > 0 ? min(max(0, -Double.log10(tail)), 300) : 300
  }
}

/// Parameters of the detector of outreach to unconnected young people.
public struct UnconnectedOutreachSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = true
  /// Length of the sliding window, in days.
  public var windowDays = 28.0
  /// Unconnected young people in the window below which there is no alert.
  public var minimumMinors = 3
  /// Distance from which there is no geographic link, in kilometres.
  public var farKilometres = 15.0
  /// How long an account is new, in days.
  public var newDays = 90.0
  /// Share of unconnected young people in an adult's outreach, until it is seen.
  public var ordinaryShare = 0.05
  /// How far adults of a kind differ: shape of a negative binomial distribution.
  public var shape = 10.0
  /// The surprise from which there is an alert.
  public var surprise = 1.0

  /// How many contacts the share that is set counts for beside those seen: our choice, so that the
  /// first contacts of a run do not decide.
  static let priorContacts = 50.0

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "window-days", \.windowDays, unit: "days", in: 0.1...365.0,
      source: .assumption("our choice"), about: "Length of the sliding window."),
    .number(
      "minimum-minors", \.minimumMinors, unit: "under-18s", in: 1...SlidingWindowLimit.values,
      source: .assumption("our choice"),
      about: "Unconnected young people in the window below which there is no alert."),
    .number(
      "far-kilometres", \.farKilometres, unit: "km", in: 0.0...1_000.0,
      source: .assumption("our choice: beyond the next town"),
      about: "From how far there is no geographic link; an undeclared place has none."),
    .number(
      "new-days", \.newDays, unit: "days", in: 0.0...3_650.0,
      source: .assumption(
        "our choice: newcomers know nobody yet, and are compared with each other"),
      about: "How long an account is new."),
    .number(
      "ordinary-share", \.ordinaryShare, unit: "share", in: 0.001...0.999,
      source: .assumption("our choice; the run's own outreach soon replaces it"),
      about: "Share of unconnected young people in an adult's outreach, until it is seen."),
    .number(
      "shape", \.shape, in: 0.01...1_000.0,
      source: .sweep("our choice: the lower, the more adults of a kind differ", over: 1...100),
      about: "How alike adults of a kind are in their outreach: shape of a negative binomial."),
    .number(
      "surprise", \.surprise, unit: "decimal orders", in: 0.0...300.0,
      source: .assumption("our choice; sweep it to trade lead time for false alarms"),
      about:
        "How unlikely so many unconnected young people are, as -log10 of the probability, from "
        + "which there is an alert."),
  ]
}
