import Activity
import ArgumentParser
import Detection
import Experiments
import Population
import Reporting
import Settings
import Storage
import Vocabulary

/// `tocsin explain`: why an alert was raised.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why an alert was raised, with the events behind it.",
    usage: "tocsin explain <file> [<alert>] [<options>]",
    discussion: """
      Without a number, alerts are listed with their sentences. With one: the sentence, the suspect as \
      it declares itself, the detector with its keys in force, every reason with its value, and the \
      events behind it. Where the file does not hold those (key `recording`), the run is made again, \
      by the same version. The last line is the truth, where the file holds it.

      Exit codes: 0 done, 1 failed, 2 bad input, 130 interrupted.
      """)

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var file: String

  @Argument(help: "The number of an alert, from 0. (default: lists the alerts)")
  var alert: Int?

  @Option(
    parsing: .unconditional, help: "The number of the replay, from 1. (default: the last)")
  var replay: Int?

  @Option(help: ArgumentHelp("List the alerts on this account only.", valueName: "account"))
  var suspect: UInt32?

  @Option(help: ArgumentHelp("List the alerts of this detector only.", valueName: "name"))
  var detector: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many alerts are listed.", valueName: "alerts"))
  var limit = 20

  @Flag(help: "Print JSON instead of text.")
  var json = false

  @OptionGroup var work: WorkOptions

  func validate() throws {
    guard limit >= 0 else {
      throw ValidationError("--limit: found \(limit), expected a whole number from 0.")
    }
    guard alert == nil || (suspect == nil && detector == nil) else {
      throw ValidationError(
        "<alert>: found a number and --suspect or --detector, which choose what is listed; leave "
          + "either out.")
    }
  }

  func run() throws {
    let results = try RunFile(opening: file)
    let replays = try results.replays()
    guard let last = replays.last else {
      throw BadInput("\(file): no replay in it yet; run `tocsin replay \(file)` first")
    }
    guard let row = replays.first(where: { $0.id == replay ?? last.id }) else {
      throw StorageError.noReplay(path: file, replay: replay ?? 0, stored: replays.count)
    }
    let alerts = try results.alerts(replay: row.id)
    guard let alert else { return try list(alerts, of: row, in: results) }
    guard alerts.indices.contains(alert) else {
      throw BadInput(
        alerts.isEmpty
          ? "<alert>: found \(alert), and replay \(row.id) raised no alert"
          : "<alert>: found \(alert), expected an alert from 0 to \(alerts.count - 1) of replay "
            + "\(row.id); `tocsin explain \(file)` lists them")
    }
    let story = try AlertStory(
      of: alert, among: alerts, replay: row, in: results, Terminal.watch(quiet: work.quiet),
      threads: work.threadCount)
    Terminal.clearProgress()
    print(json ? try story.report.json() : story.report.text(), terminator: "")
  }

  private func list(_ alerts: [Alert], of row: ReplayRow, in results: RunFile) throws {
    if let detector, !row.detectors.contains(detector) {
      let nearest = NearestName(to: detector).among(row.detectors).map { "; did you mean \($0)?" }
      throw BadInput(
        "--detector: found \"\(detector)\", expected one of replay \(row.id): "
          + row.detectors.joined(separator: ", ") + (nearest ?? ""))
    }
    if let suspect, Int(suspect) >= results.accountCount {
      throw BadInput(
        "--suspect: found \(suspect), expected an account from 0 to \(results.accountCount - 1)")
    }
    let chosen = alerts.enumerated().filter { _, alert in
      (suspect == nil || alert.suspect.rawValue == suspect)
        && (detector == nil || alert.detector == detector)
    }
    let because = try row.entries(in: file).map { ($0.name, $0.because) }
    let list = AlertList(
      replay: row.id, alerts: chosen.map { (number: $0.offset, alert: $0.element) }, limit: limit,
      because: Dictionary(uniqueKeysWithValues: because), calendar: try results.header().calendar())
    print(json ? try list.json() : list.text(), terminator: "")
  }
}

extension ReplayRow {
  /// The detectors that are known here: those of the catalogue, and the replay's own questions.
  fileprivate func entries(in file: String) throws -> [DetectorCatalogue.Entry] {
    let document = try SettingsDocument(
      text: settings, name: "the detectors of replay \(id) in \(file)")
    let settings = try document.decode(DetectionSettings.self, overrides: [])
    return DetectorCatalogue.entries + Questions.entries(of: settings)
  }
}

extension DetectorCatalogue {
  /// Why each detector alerts, by its name: templates with reasons in braces.
  static var wordings: [String: String] {
    Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.because) })
  }
}

/// Everything that an alert is explained by, gathered from a file.
private struct AlertStory {
  let report: AlertReport

  init(
    of number: Int, among alerts: [Alert], replay: ReplayRow, in file: RunFile, _ watch: Watch,
    threads: Int
  ) throws {
    let alert = alerts[number]
    let people = try AlertPeople(file)
    let entry = try replay.entries(in: file.path).first { $0.name == alert.detector }
    var cited = Set(alert.reasons.flatMap(\.events))
    // Where the alerts came from elsewhere, no event is known to be their cause.
    if entry != nil || !cited.isEmpty { cited.insert(alert.cause) }
    let found = try CitedEvents.numbered(cited, in: file, watch, threads: threads)
    let events = try found.sorted { $0.key < $1.key }.map { number, event in
      try people.cited(event, number: number, suspect: alert.suspect)
    }
    let missing = cited.count - found.count
    report = AlertReport(
      of: alert,
      context: AlertContext(
        number: number, replay: replay.id, alertCount: alerts.count,
        because: entry?.because ?? "", about: entry?.about,
        guide: DetectorCatalogue.entry(named: alert.detector)?.guide,
        parameters: StoredKeys(of: replay.settings).keys(for: alert.detector),
        suspect: people.party(alert.suspect, at: alert.time),
        child: alert.child.map { people.party($0, at: alert.time) },
        between: try alert.child.map { child in
          try people.between(alert.suspect, child, at: alert.time)
        } ?? AlertContext.Between(mutualFriends: 0, kilometres: nil),
        events: events,
        notes: missing == 0
          ? [] : ["\(missing.counting("event")) behind the alert could not be found in the run."],
        truth: try Self.truth(of: alert.suspect, in: file),
        calendar: try file.header().calendar()))
  }

  /// What the suspect is in truth; nil of a file that does not hold it.
  private static func truth(of suspect: AccountID, in file: RunFile) throws -> String? {
    guard file.hasTruth else { return nil }
    let truth = try file.truth()
    guard truth.groomers.contains(suspect) else {
      let (role, age) = (try file.roles()[suspect.index], try file.ages()[suspect.index])
      return "\(suspect) is no groomer; the owner is \(age) years old, role '\(role.name)'"
    }
    let cases = truth.cases.enumerated().filter { $0.element.groomer == suspect }
    let numbers = cases.map { String($0.offset) }.joined(separator: ", ")
    let met = cases.count { $0.element.firstMeeting != nil }
    switch cases.count {
    case 0: return "\(suspect) is a groomer, in sustained contact with no child in this run"
    case 1:
      return "\(suspect) is a groomer; case \(numbers) (`tocsin case`), which "
        + (met == 1 ? "led to a meeting" : "led to no meeting")
    default:
      return "\(suspect) is a groomer; cases \(numbers) (`tocsin case`), of which \(met) led to a "
        + "meeting"
    }
  }
}

/// What a platform knows of the accounts of an alert.
private struct AlertPeople {
  private let places: [Place]
  private let declared: DeclaredAccounts
  private let graph: GraphStore

  init(_ file: RunFile) throws {
    places = try file.places()
    declared = try file.declaredAccounts()
    graph = GraphStore(file)
  }

  func party(_ account: AccountID, at time: SimTime) -> AlertContext.Party {
    let age = declared.ages[account.index]
    let place = Int(declared.places[account.index])
    let opened = SimTime(rawValue: declared.opened[account.index])
    return AlertContext.Party(
      declaredAge: age == DeclaredAccounts.unknownAge ? nil : Int(age),
      declaredPlace: place < 0 ? nil : places[place].name, accountDays: time.days(since: opened))
  }

  /// What lies between two accounts just before a moment.
  func between(
    _ a: AccountID, _ b: AccountID, at time: SimTime
  ) throws -> AlertContext.Between {
    let before = SimTime(rawValue: time.rawValue - 1)
    let kilometres = declared.kilometres(a.index, b.index)
    return AlertContext.Between(
      mutualFriends: try graph.mutualFriends(a, b, at: max(before, .before)).count,
      kilometres: kilometres.isNaN ? nil : kilometres)
  }

  func cited(
    _ event: Event, number: Int, suspect: AccountID
  ) throws -> AlertContext.Cited {
    // By night an alert comes with the first event of the day, which may be of others altogether.
    let other =
      event.actor == suspect ? event.target : event.target == suspect ? event.actor : .none
    guard other != .none else {
      return AlertContext.Cited(number: number, event: event, other: nil, between: nil)
    }
    return AlertContext.Cited(
      number: number, event: event, other: party(other, at: event.time),
      between: try between(suspect, other, at: event.time))
  }
}

/// The keys that a replay's detectors ran with, as the file holds them.
private struct StoredKeys {
  private let lines: [Substring]

  /// - Parameter yaml: canonical, as a replay keeps it.
  init(of yaml: String) {
    lines = yaml.split(separator: "\n")
  }

  /// The keys of a detector that are one value, but for whether it runs, then how long all are quiet.
  func keys(for detector: String) -> [(key: String, value: String)] {
    let section = lines.drop { $0 != "\(detector):" }.dropFirst().prefix { $0.hasPrefix(" ") }
    let own = section.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap(Self.pair)
      .filter { $0.key != "enabled" }
    return own + lines.filter { $0.hasPrefix("quiet-days:") }.compactMap(Self.pair)
  }

  private static func pair(_ line: Substring) -> (key: String, value: String)? {
    let parts = line.split(separator: ": ", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    return (parts[0].filter { $0 != " " }, String(parts[1]))
  }
}
