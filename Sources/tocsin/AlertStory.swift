import Activity
import ArgumentParser
import Detection
import Experiments
import Population
import Reporting
import Settings
import Storage
import Vocabulary

/// Everything that an alert is explained by, gathered from a file.
struct AlertStory {
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
        guide: entry.flatMap { $0.group == .outside ? nil : $0.guide },
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
