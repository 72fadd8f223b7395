public import Settings
import Vocabulary

/// Adults in the dense blocks of who reaches out to which young people.
///
/// Every so many nights, the bipartite graph of the adults who asked or followed under-18s in a
/// window, peeled as in FRAUDAR (Hooi et al. 2016, doi 10.1145/2939672.2939747). The score of an
/// adult is the density of the densest block met on the way that holds it: so the adults from a
/// score on are the block of that density, and those of the highest score are FRAUDAR's own.
struct Fraudar: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "fraudar", group: .peer,
    about: "Adults in a dense block of who asks or follows which under-18s (FRAUDAR, 2016).",
    because:
      "asked or followed {children-in-block} under-18s of a dense block, {block-density} in weight "
      + "per account, in which {block-adults} adults reach out to the same ones",
    isEnabled: { $0.fraudar.enabled },
    setThreshold: { $0.fraudar.minimumDensity = $1 }
  ) { settings, view in Fraudar(settings: settings.fraudar, accounts: view.accounts.count) }

  private let settings: FraudarSettings
  private var ledger: RequestLedger
  private var turn: DayTurn

  init(settings: FraudarSettings, accounts: Int) {
    self.settings = settings
    ledger = RequestLedger(days: settings.windowDays, accounts: accounts)
    turn = DayTurn(every: settings.everyDays)
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      if turn.ended(before: batch.events.times[row]) != nil {
        ledger.advance(to: batch.events.times[row])
        judge(at: row, of: batch, &alerts)
      }
      let kind = batch.events.kinds[row]
      guard kind == EventKind.request.rawValue || kind == EventKind.follow.rawValue,
        batch.features.facts[row].contains(.adultToMinor)
      else { continue }
      ledger.note(
        .open, from: batch.events.actors[row], to: batch.events.targets[row], at: row, of: batch)
    }
  }

  private func judge(at row: Int, of batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    let contacts = ledger.lastSteps()
    let adults = Compaction(contacts.map(\.from))
    let children = Compaction(contacts.map(\.to))
    let edges = contacts.compactMap { contact in
      adults.position(of: contact.from).flatMap { adult in
        children.position(of: contact.to).map { (row: adult, column: $0) }
      }
    }
    let peeling = BlockPeeling(
      rows: adults.accounts.count, columns: children.accounts.count, edges: edges)
    // Contacts are ascending by adult, so that those of one follow each other.
    var first = 0
    for (adult, account) in adults.accounts.enumerated() {
      let own = first..<(edges[first...].firstIndex { $0.row != adult } ?? edges.count)
      first = own.upperBound
      let density = peeling.densities[adult]
      let suspect = AccountID(rawValue: account)
      guard density >= settings.minimumDensity, alerts.wants(suspect, at: row, of: batch) else {
        continue
      }
      let inBlock = own.filter { contact in
        peeling.gone[adults.accounts.count + edges[contact].column] >= peeling.steps[adult]
      }
      alerts.raise(
        suspect, at: row, of: batch, score: density,
        reasons: [
          Alert.Reason(
            name: "children-in-block", value: Double(inBlock.count), unit: "accounts",
            events: inBlock.map { contacts[$0].event }.sorted().suffix(8)),
          Alert.Reason(name: "block-density", value: density, unit: "weight per account"),
          Alert.Reason(
            name: "block-adults", value: Double(peeling.rowsInBlock[adult]), unit: "accounts"),
        ])
    }
  }
}

/// Parameters of the detector of dense blocks.
public struct FraudarSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = false
  /// The requests and follows looked at, in days.
  public var windowDays = 28
  /// Nights from one look to the next.
  public var everyDays = 1
  /// The density of a block from which its adults are suspects.
  public var minimumDensity = 0.75

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "window-days", \.windowDays, unit: "days", in: 1...365, source: .assumption("our choice"),
      about: "Requests and follows no older than this are looked at."),
    .number(
      "every-days", \.everyDays, unit: "days", in: 1...365,
      source: .assumption("our choice: a look takes well under a second"),
      about: "Nights from one look to the next."),
    .number(
      "minimum-density", \.minimumDensity, unit: "weight per account", in: 0.0...1_000.0,
      source: .assumption(
        "our choice for some 10,000 accounts: density grows with what goes on, so sweep it"),
      about: "The density of a block from which its adults are suspects."),
  ]
}
