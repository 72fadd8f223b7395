import Settings
import TestSupport
import Testing
import Vocabulary

@testable import Detection

@Suite("Rising scores, over every detector of the catalogue")
struct RisingTests {
  private static let run = SmallRun(accounts: 1_200, days: 50, groomerShare: 0.05)
  private static let rising = alerts(of: DetectorCatalogue.entries, keeping: .rising)

  private static func alerts(
    of entries: [DetectorCatalogue.Entry], settings: DetectionSettings = DetectionSettings(),
    keeping: AlertSink.Keeping? = nil
  ) -> [Alert] {
    var engine = Engine(
      view: run.view, detectors: entries, settings: settings, keeping: keeping, threads: 2)
    engine.observe(run.log)
    return engine.alerts()
  }

  /// The first alert on each suspect, without its reasons.
  private static func first(_ alerts: some Sequence<Alert>) -> [AccountID: Alert] {
    var first: [AccountID: Alert] = [:]
    for var alert in alerts where first[alert.suspect] == nil {
      alert.reasons = []
      first[alert.suspect] = alert
    }
    return first
  }

  @Test(
    "say at every threshold when each suspect would first have had an alert",
    arguments: DetectorCatalogue.entries.map(\.name))
  func thresholds(name: String) throws {
    let entry = try #require(DetectorCatalogue.entry(named: name))
    let own = Self.rising.filter { $0.detector == name }
    let scores = Set(own.map(\.score)).sorted()
    // Everybody has the same score, nobody has none, and few are reported often.
    let few = [Always.entry, Never.entry, UserReports.entry, MessagesToMinors.entry]
    #expect(scores.count > 5 || few.map(\.name).contains(name))
    // The lowest, the highest, some between, and one that no score has.
    let seen = scores.isEmpty ? [] : (0...3).map { scores[$0 * (scores.count - 1) / 3] }
    let between = zip(scores, scores.dropFirst()).prefix(1).map { ($0 + $1) / 2 }
    for threshold in [0] + seen + between {
      var settings = DetectionSettings()
      entry.setThreshold(&settings, threshold)
      let replayed = Self.first(Self.alerts(of: [entry], settings: settings))
      #expect(replayed == Self.first(own.filter { $0.score >= threshold }), "\(threshold)")
    }
  }

  @Test("of a suspect rise, and none is below 0", arguments: DetectorCatalogue.entries.map(\.name))
  func rise(name: String) {
    var highest: [AccountID: Double] = [:]
    for alert in Self.rising where alert.detector == name {
      #expect(alert.score > highest[alert.suspect] ?? (0.0).nextDown)
      #expect(alert.reasons.isEmpty)
      highest[alert.suspect] = alert.score
    }
  }

  @Test("are asked of every detector by a threshold that changes nothing else")
  func thresholdAlone() {
    // Those two have nothing to set.
    let entries = DetectorCatalogue.entries.filter {
      ![Always.entry.name, Never.entry.name].contains($0.name)
    }
    for entry in entries {
      var settings = DetectionSettings()
      entry.setThreshold(&settings, 7.75)
      let changed = zip(
        DetectionSettings().canonicalYAML().split(separator: "\n"),
        settings.canonicalYAML().split(separator: "\n")
      ).count { $0 != $1 }
      #expect(changed == 1, "\(entry.name)")
    }
  }
}
