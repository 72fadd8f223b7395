import Graphs
import Vocabulary

@testable import Detection

/// A made-up platform for one detector: adults 0 to 9, children 10 to 59, here or far away.
struct Stage {
  private var accounts = DeclaredAccounts()
  private var events: [Event] = []
  private let entry: DetectorCatalogue.Entry

  init(_ entry: DetectorCatalogue.Entry) {
    self.entry = entry
    for account in 0..<60 {
      // Children from 40 on live 100 km from everybody else.
      let latitude = account < 40 ? 53.0 : 53.9
      accounts.append(age: account < 10 ? 40 : 13, latitude: latitude, longitude: -1)
    }
  }

  /// Something happens on a day.
  mutating func on(
    _ day: Double, _ kind: EventKind, _ actor: Int, _ target: Int, cues: CueSet = []
  ) {
    events.append(
      Event(
        time: SimTime(day: 0).advanced(byDays: day), kind: kind, actor: AccountID(actor),
        target: AccountID(target), detail: cues.rawValue))
  }

  /// The alerts the detector raises.
  func alerts(
    friendships: [(UInt32, UInt32)] = [], settings: DetectionSettings = DetectionSettings(),
    keeping: AlertSink.Keeping? = nil
  ) -> [Alert] {
    let view = PlatformView(
      accounts: accounts,
      friendships: Adjacency(
        vertexCount: 60, from: friendships.map(\.0), to: friendships.map(\.1)))
    var engine = Engine(
      view: view, detectors: [entry], settings: settings, keeping: keeping, threads: 1)
    var log = EventLog()
    log.append(contentsOf: events)
    engine.observe(log)
    return engine.alerts()
  }
}
