import ArgumentParser
import Experiments
import Storage
import Vocabulary

/// `tocsin export`: results for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a results file out for other programs, or for a blind challenge.",
    usage: """
      tocsin export <file> --format <format> -o <output> [<options>]
      tocsin export <file> --platform-view -o <output>
      """,
    discussion: """
      Formats:

      \(ExportFormat.list)

      Of the graph go out the accounts as they declare themselves, and edges with `since` and \
      `until` in seconds since the start: all that ever were, or with --at those that stood then. \
      A friendship is an edge from the lower id to the higher, and has no direction; with --edges \
      friendship the whole graph has none. The truth is left out but for --with-truth, which adds \
      columns that begin with truth_ to accounts and edges.

      --platform-view writes a copy of what a platform knows, for those who are to find the groomers: \
      accounts, edges and events, and no truth, replays, seed or scenario. `tocsin query`, `match`, \
      `replay` and `info` work on it. Alerts on it come back as a CSV file: see `tocsin score --help`.
      """)

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var file: String

  @Option(help: "What to write: see above.")
  var format: ExportFormat?

  @Flag(help: "Write a copy that holds what a platform knows, and no truth.")
  var platformView = false

  @Option(name: .shortAndLong, help: "Where to write.", completion: .file())
  var output: String

  @Option(
    help: ArgumentHelp(
      "Which edges of the graph, with commas between. (default: "
        + GraphParts.EdgeKind.allCases.map(\.rawValue).joined(separator: ",") + ")",
      valueName: "kinds"))
  var edges: String?

  @Flag(help: "Write what no platform knows of accounts and friendships as well.")
  var withTruth = false

  @OptionGroup var moment: AtOption

  @Flag(name: .shortAndLong, help: "Show no progress.")
  var quiet = false

  /// Our choice: a program that tries seeds does well to reach a thousand a second; 2^32 take weeks.
  private static let guessable = UInt64(UInt32.max)

  func validate() throws {
    guard (format == nil) == platformView else {
      throw ValidationError(
        "Found \(platformView ? "both" : "neither") --format and --platform-view, expected one of "
          + "them.")
    }
    guard !output.isEmpty else {
      throw ValidationError("--output: found nothing, expected the path of a file.")
    }
    let isGraph = format?.graph != nil
    guard isGraph || edges == nil, isGraph || !withTruth else {
      throw ValidationError(
        "--edges and --with-truth go with --format "
          + GraphFormat.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    guard !platformView || moment.at == nil else {
      throw ValidationError("--at goes with --format: a copy holds the whole run.")
    }
  }

  func run() throws {
    let results = try RunFile(opening: file)
    let watch = Terminal.watch(quiet: quiet)
    if let format {
      try write(results, as: format, watch)
    } else {
      try results.expectTruth()
      try Export.platformView(of: results, to: output, watch)
    }
    Terminal.clearProgress()
    print(output)
    let header = try results.header()
    if platformView, header.seed <= Self.guessable {
      Terminal.note(
        "whoever guesses the scenario and its seed can make the truth again; for a challenge, run "
          + "a scenario of your own with a long seed, such as "
          + "--seed \(Int.random(in: (1 << 60)...Int.max))")
    } else if let format, format.graph == nil, header.recording != .all {
      Terminal.note("the file does not hold every event (key `recording`); these are what it holds")
    }
  }

  private func write(_ results: RunFile, as format: ExportFormat, _ watch: Watch) throws {
    let time = try moment.at == nil ? nil : moment.time(in: results.header())
    if let layout = format.layout {
      try Export.events(of: results, as: layout, before: time, to: output, watch)
    } else if format == .eventsSQLite {
      try Export.eventRows(of: results, before: time, to: output, watch)
    } else if let graph = format.graph {
      let parts = GraphParts(edges: try kinds(), moment: time, withTruth: withTruth)
      try Export.graph(of: results, parts, as: graph, to: output, watch)
    }
  }

  private func kinds() throws(BadInput) -> [GraphParts.EdgeKind] {
    guard let edges else { return GraphParts.EdgeKind.allCases }
    var kinds: Set<GraphParts.EdgeKind> = []
    for name in edges.split(separator: ",", omittingEmptySubsequences: false) {
      guard let kind = GraphParts.EdgeKind(rawValue: String(name)) else {
        throw BadInput(
          "--edges: found \"\(name)\", expected some of "
            + GraphParts.EdgeKind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      kinds.insert(kind)
    }
    return GraphParts.EdgeKind.allCases.filter(kinds.contains)
  }
}

/// What can be written out.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case graphml, gexf, csv
  case eventsSQLite = "events-sqlite"
  case eventsJSONL = "events-jsonl"
  case eventObjects = "event-objects"

  /// The format of the graph, where it is one.
  var graph: GraphFormat? { GraphFormat(rawValue: rawValue) }

  /// How events are laid out, where it is events.
  var layout: EventLayout? {
    switch self {
    case .eventsJSONL: .plain
    case .eventObjects: .named
    case .graphml, .gexf, .csv, .eventsSQLite: nil
    }
  }

  /// What it is, in one line.
  private var summary: String {
    switch self {
    case .graphml: "the graph for networkx, igraph, Gephi and others: one file"
    case .gexf: "the graph over time, for Gephi: one file"
    case .csv: "the graph for bulk import into graph databases: a folder of CSV files"
    case .eventsSQLite: "the events as rows of a table in an SQLite database, with a view of names"
    case .eventsJSONL: "the events, a line of JSON each: number, kind, time, actor, target ..."
    case .eventObjects: "the same as objects of id, name and data, as rule engines take them in"
    }
  }

  /// Every format with what it is, for help.
  static var list: String {
    allCases.map { "  \($0.rawValue)\n      \($0.summary)" }.joined(separator: "\n")
  }
}
