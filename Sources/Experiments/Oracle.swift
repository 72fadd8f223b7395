import Activity
public import Detection
import Population
import RealModule
public import Scoring
public import Storage
public import Vocabulary

/// Who knows the truth, and waits until what the platform could see would have sufficed.
///
/// Of each groomer's account it sums up the evidence in the groomer's runs of messages in sustained
/// contacts, at the true likelihoods (`CueEvidence`), all children together, on top of the true share
/// of groomers among adult accounts. The first run after which the posterior is a half or more is
/// when the account was knowable. It never accuses anybody innocent. Documentation/Detectors/oracle.md
/// says what counts and what does not. Beside that it counts what all groomers wrote (`sightings`).
public struct Oracle: Sendable {
  /// The oracle among the detectors: a name and a description, as what it does needs the truth.
  public static let entry = DetectorCatalogue.Entry(
    name: "oracle", group: .bound,
    about: "Knows the truth, and alerts when a groomer's messages would have sufficed to tell.",
    because: "wrote {runs} runs of messages whose cues put the odds of grooming at e^{log-odds}",
    isEnabled: { _ in false }, setThreshold: { _, _ in }, make: { _, _ in Bystander() })

  /// Stands for the oracle where detectors are run; what it would say is worked out beside them.
  private struct Bystander: Detector {
    mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {}
  }

  /// One alert for each groomer's account that was knowable, in order of time.
  public private(set) var alerts: [Alert] = []
  private let evidence: CueEvidence
  /// What is known of each groomer's account: nothing of all others, by account.
  private var standing: [Standing?]
  private var cases: [UInt64: GroundTruth.Case] = [:]
  /// When each groomer's runs of messages arrived.
  private var messages: [AccountID: [SimTime]] = [:]
  /// The numbers of the runs that arrived: one that comes twice tells nothing new.
  private var seen: [AccountID: Set<Int>] = [:]

  private struct Standing {
    var profile: Int
    /// The logarithm of the odds.
    var logOdds: Double
    var runs = 0
    var isKnown = false
  }

  /// Prepares for the events of a run.
  ///
  /// - Parameters:
  ///   - truth: who grooms whom.
  ///   - adults: how many accounts are adults', groomers among them.
  ///   - accounts: how many accounts there are.
  ///   - evidence: what cues tell.
  init(truth: GroundTruth, adults: Int, accounts: Int, evidence: CueEvidence) {
    self.evidence = evidence
    standing = Array(repeating: nil, count: accounts)
    let innocent = max(adults - truth.groomers.count, 0)
    let prior = Double.log(Double(truth.groomers.count)) - Double.log(Double(innocent))
    for (groomer, profile) in zip(truth.groomers, truth.groomerProfiles) {
      standing[groomer.index] = Standing(profile: Int(profile), logOdds: prior)
    }
    for contact in truth.cases { cases[Self.key(contact.groomer, contact.child)] = contact }
  }

  /// Prepares for the events of a file's run.
  ///
  /// - Throws: `StorageError`, among them `blind` of a copy without the truth.
  public init(of file: RunFile) throws {
    let scenario = try file.scenario()
    let ages = try file.ages()
    self.init(
      truth: try file.truth(), adults: ages.count { $0 >= Subjects.adultAge },
      accounts: ages.count,
      evidence: CueEvidence(campaigns: scenario.campaigns, activity: scenario.activity))
  }

  /// Prepares for the events of a world that was lived through in memory.
  init(truth: GroundTruth, of world: World, in scenario: Scenario) {
    self.init(
      truth: truth,
      adults: (0..<world.accountCount).count { world.age(of: $0) >= Int(Subjects.adultAge) },
      accounts: world.accountCount,
      evidence: CueEvidence(campaigns: scenario.campaigns, activity: scenario.activity))
  }

  /// What the platform has seen of groomers so far: when each account was knowable, of those that
  /// were, and when all that they wrote arrived.
  public var sightings: Sightings {
    Sightings(
      knowable: Dictionary(alerts.map { ($0.suspect, $0.time) }) { first, _ in first },
      messages: messages)
  }

  /// Takes in the next events, as they arrive.
  ///
  /// What a run tells is weighed as of when it was written, once, however often it comes; the account
  /// is knowable when it arrives.
  public mutating func consume(_ log: borrowing EventLog) {
    for row in 0..<log.count where log.kinds[row] == EventKind.message.rawValue {
      let actor = Int(log.actors[row])
      guard var groomer = standing[actor] else { continue }
      let account = AccountID(actor)
      guard seen[account, default: []].insert(log.number(of: row)).inserted else { continue }
      let arrival = SimTime(rawValue: log.arrival(of: row))
      messages[account, default: []].append(arrival)
      guard !groomer.isKnown, let contact = cases[UInt64(actor) << 32 | UInt64(log.targets[row])]
      else { continue }
      let time = SimTime(rawValue: log.times[row])
      let stage = contact.stages.last { $0.time <= time }?.stage ?? .approach
      groomer.logOdds += evidence.logLikelihoodRatio(
        of: CueSet(rawValue: log.details[row]), profile: groomer.profile, stage: stage, at: time)
      groomer.runs += 1
      if groomer.logOdds >= 0 {
        groomer.isKnown = true
        alerts.append(alert(on: contact, groomer, at: arrival, log.number(of: row)))
      }
      standing[actor] = groomer
    }
  }

  private func alert(
    on contact: GroundTruth.Case, _ groomer: Standing, at time: SimTime, _ number: Int
  ) -> Alert {
    // What is impossible in ordinary talk makes certain; a file holds finite numbers only.
    let logOdds = min(groomer.logOdds, 700)
    return Alert(
      detector: Self.entry.name, time: time, cause: number, suspect: contact.groomer,
      child: contact.child, score: 1 / (1 + Double.exp(-logOdds)),
      reasons: [
        Alert.Reason(name: "log-odds", value: logOdds, unit: "nats", events: [number]),
        Alert.Reason(name: "runs", value: Double(groomer.runs), unit: "runs"),
      ])
  }

  private static func key(_ groomer: AccountID, _ child: AccountID) -> UInt64 {
    UInt64(groomer.rawValue) << 32 | UInt64(child.rawValue)
  }
}

extension DetectorCatalogue.Entry {
  /// Whether it is the oracle: of the group of bounds, which nothing from outside can be of, whatever
  /// it calls itself.
  public var isOracle: Bool { group == .bound && name == Oracle.entry.name }
}
