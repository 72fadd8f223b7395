import Detection
import Population
import RealModule
import Scoring
import Settings
import TestSupport
import Testing
import Vocabulary

@testable import Activity
@testable import Experiments

@Suite("The oracle") struct OracleTests {
  private static let run = SmallRun(accounts: 1_500, days: 60, groomerShare: 0.03)

  private static func oracle(of log: EventLog, truth: GroundTruth = run.truth) -> Oracle {
    var oracle = Oracle(
      truth: truth, adults: run.world.owners.indices.count { run.world.age(of: $0) >= 18 },
      accounts: run.world.accountCount,
      evidence: CueEvidence(campaigns: CampaignSettings(), activity: ActivitySettings()))
    oracle.consume(log)
    return oracle
  }

  @Test("weighs a run by the true rates of its stage, seen through the classifier")
  func weight() {
    var activity = ActivitySettings()
    activity.classifier.sensitivity = 0.5
    activity.classifier.falsePositiveRate = 0.01
    activity.classifier.sensitivityStep = 0
    activity.classifier.falsePositiveFactor = 1
    activity.messages.elderCues = Table([:], others: 0)
    activity.messages.elderCues[.flatters] = 0.1
    var campaigns = CampaignSettings()
    campaigns.profiles = [ProfileSettings()]
    campaigns.cues.rapport = Table([:], others: 0)
    campaigns.cues.rapport[.flatters] = 0.3
    let evidence = CueEvidence(campaigns: campaigns, activity: activity)
    // Reported with probability 1 - (1 - 0.3 x 0.5) 0.99 = 0.1585 against 1 - 0.95 x 0.99 = 0.0595.
    let time = SimTime(day: 3)
    let with = evidence.logLikelihoodRatio(
      of: CueSet(.flatters), profile: 0, stage: .rapport, at: time)
    #expect(abs(with - Double.log(0.1585 / 0.0595)) < 1e-12)
    let without = evidence.logLikelihoodRatio(of: [], profile: 0, stage: .rapport, at: time)
    #expect(abs(without - Double.log(0.8415 / 0.9405)) < 1e-12)
  }

  @Test("knows an account at the first run after which the odds are even, all children together")
  func byHand() throws {
    let groomer = AccountID(0)
    let cases = [1, 2].map { child in
      GroundTruth.Case(
        groomer: groomer, child: AccountID(child), firstContact: SimTime(rawValue: 10),
        stages: [.init(stage: .isolation, time: SimTime(rawValue: 10))], movedOffPlatform: nil,
        ended: nil, firstMeeting: nil)
    }
    let truth = GroundTruth(groomers: [groomer], cases: cases, end: SimTime(day: 1))
    let evidence = CueEvidence(campaigns: CampaignSettings(), activity: ActivitySettings())
    let secret = evidence.logLikelihoodRatio(
      of: CueSet(.asksSecrecy), profile: 0, stage: .isolation, at: SimTime(rawValue: 20))
    try #require(secret > 0)
    // So many adults that two such runs do not suffice and three do.
    let innocent = Int(Double.exp(2.5 * secret))
    var oracle = Oracle(truth: truth, adults: innocent + 1, accounts: 4, evidence: evidence)
    var log = EventLog()
    for (time, target) in [(20, 1), (30, 3), (40, 2), (50, 1), (60, 2)] {
      log.append(
        Event(
          time: SimTime(rawValue: Int32(time)), kind: .message, actor: groomer,
          target: AccountID(target), detail: CueSet(.asksSecrecy).rawValue))
    }
    oracle.consume(log)
    // All that the groomer wrote counts, to whomever, and once.
    oracle.consume(log)
    #expect(oracle.sightings.knowable == [groomer: SimTime(rawValue: 50)])
    #expect(
      oracle.sightings.messages
        == [groomer: [20, 30, 40, 50, 60].map { SimTime(rawValue: $0) }])
    #expect(oracle.alerts.map(\.cause) == [3])
    #expect(oracle.alerts.first?.reasons.last?.value == 3)
  }

  /// A groomer whose contact is in rapport first and in isolation from 100 on, and so many adults that
  /// the evidence of a run has to be more than so much.
  private static func oracle(needing logOdds: Double) -> (Oracle, CueEvidence) {
    let contact = GroundTruth.Case(
      groomer: AccountID(0), child: AccountID(1), firstContact: SimTime(rawValue: 10),
      stages: [
        .init(stage: .rapport, time: SimTime(rawValue: 10)),
        .init(stage: .isolation, time: SimTime(rawValue: 100)),
      ], movedOffPlatform: nil, ended: nil, firstMeeting: nil)
    let truth = GroundTruth(groomers: [AccountID(0)], cases: [contact], end: SimTime(day: 1))
    let evidence = CueEvidence(campaigns: CampaignSettings(), activity: ActivitySettings())
    let adults = Int(Double.exp(logOdds).rounded(.up)) + 1
    return (Oracle(truth: truth, adults: adults, accounts: 2, evidence: evidence), evidence)
  }

  private static let secret = Event(
    time: SimTime(rawValue: 20), kind: .message, actor: AccountID(0), target: AccountID(1),
    detail: CueSet(.asksSecrecy).rawValue)

  @Test("counts a run that arrives twice once")
  func doubled() {
    let weight = Self.oracle(needing: 0).1.logLikelihoodRatio(
      of: CueSet(.asksSecrecy), profile: 0, stage: .rapport, at: SimTime(rawValue: 20))
    var (oracle, _) = Self.oracle(needing: 1.5 * weight)
    var log = EventLog()
    log.append(Self.secret, number: 7, arrival: SimTime(rawValue: 20))
    log.append(Self.secret, number: 7, arrival: SimTime(rawValue: 30))
    oracle.consume(log)
    #expect(oracle.alerts.isEmpty)
    // The same again, but another run.
    var other = EventLog()
    other.append(Self.secret, number: 8, arrival: SimTime(rawValue: 40))
    oracle.consume(other)
    #expect(oracle.alerts.map(\.time.rawValue) == [40])
  }

  @Test("weighs a late run as of when it was written, and knows the account when it arrives")
  func late() throws {
    func weight(_ stage: Stage) -> Double {
      Self.oracle(needing: 0).1.logLikelihoodRatio(
        of: CueSet(.asksSecrecy), profile: 0, stage: stage, at: SimTime(rawValue: 20))
    }
    let (written, arrived) = (weight(.rapport), weight(.isolation))
    try #require(written < arrived)
    var (oracle, _) = Self.oracle(needing: (written + arrived) / 2)
    var log = EventLog()
    log.append(Self.secret, number: 7, arrival: SimTime(rawValue: 200))
    oracle.consume(log)
    #expect(oracle.alerts.isEmpty)
    (oracle, _) = Self.oracle(needing: written - 0.1)
    oracle.consume(log)
    #expect(oracle.alerts.map(\.time.rawValue) == [200])
  }

  @Test("is no detector from outside that has its name, and its name is reserved")
  func name() {
    let other = DetectorCatalogue.Entry(
      name: "oracle", group: .outside, about: "", isEnabled: { _ in true },
      setThreshold: { _, _ in }, make: { _, view in NightlyQuestion(QuestionSettings(), on: view) })
    #expect(Oracle.entry.isOracle && !other.isOracle)
    #expect(DetectorCatalogue.isTaken(Oracle.entry.name))
  }

  @Test("accuses groomers alone, once each, at a run of their own in a contact that has begun")
  func bounds() {
    let log = Self.run.log
    let alerts = Self.oracle(of: log).alerts
    #expect(alerts.count > 5)
    #expect(Set(alerts.map(\.suspect)).count == alerts.count)
    for alert in alerts {
      let row = alert.cause - log.firstID
      #expect(Self.run.truth.groomers.contains(alert.suspect))
      #expect(log.actors[row] == alert.suspect.rawValue && log.times[row] == alert.time.rawValue)
      #expect(alert.score >= 0.5 && alert.score <= 1)
      let contact = Self.run.truth.cases.first {
        $0.groomer == alert.suspect && $0.child == alert.child
      }
      #expect(contact.map { $0.firstContact < alert.time } == true)
    }
  }

  @Test("knows nothing sooner or later for what comes after")
  func future() {
    let whole = Self.oracle(of: Self.run.log).alerts
    var half = EventLog()
    half.append(Self.run.log, rows: 0..<Self.run.log.count / 2)
    let early = Self.oracle(of: half).alerts
    #expect(!early.isEmpty && early == Array(whole.prefix(early.count)))
  }
}
