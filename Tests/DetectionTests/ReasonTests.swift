import TestSupport
import Testing
import Vocabulary

@testable import Detection

@Suite("Reasons of alerts, over every detector of the catalogue")
struct ReasonTests {
  /// Alerts as people are told, of every detector at its most permissive threshold.
  private static let alerts: [Alert] = {
    let run = SmallRun(accounts: 1_200, days: 50, groomerShare: 0.05)
    var settings = DetectionSettings()
    for entry in DetectorCatalogue.entries { entry.setThreshold(&settings, 0) }
    var engine = Engine(
      view: run.view, detectors: DetectorCatalogue.entries, settings: settings, threads: 2)
    engine.observe(run.log)
    return engine.alerts()
  }()

  /// The names in braces of a sentence.
  private static func names(in sentence: String) -> [String] {
    sentence.split(separator: "{").dropFirst()
      .compactMap { $0.split(separator: "}").first.map(String.init) }
  }

  @Test(
    "are those that the detector's sentence has places for, in every alert",
    arguments: DetectorCatalogue.entries.filter { !$0.because.isEmpty }.map(\.name))
  func places(name: String) throws {
    let entry = try #require(DetectorCatalogue.entry(named: name))
    let places = Self.names(in: entry.because)
    #expect(Set(places).count == places.count, "a reason twice: \(entry.because)")
    let alerts = Self.alerts.filter { $0.detector == name }
    #expect(!alerts.isEmpty)
    for alert in alerts {
      #expect(alert.reasons.map(\.name).sorted() == places.sorted(), "\(alert)")
    }
  }

  @Test("have values that can be printed")
  func values() {
    for alert in Self.alerts {
      for reason in alert.reasons { #expect(reason.value.isFinite, "\(alert)") }
    }
  }
}
