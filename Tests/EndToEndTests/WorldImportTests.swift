import Foundation
import Testing

/// What `tocsin import` makes of graphs, its own exports among them.
@Suite("tocsin import", .tags(.endToEnd)) struct WorldImportTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A world on five platforms, its first day, in which accounts that declare nothing occur.
  private func simulate() throws {
    try simulate(Tocsin.scenario("nottinghamshire-2017.yaml"), to: "a.sqlite")
  }

  private func simulate(_ scenario: String, to output: String, seed: Int = 1) throws {
    _ = try succeed([
      "simulate", scenario, "--quiet", "--seed", "\(seed)", "--set", "population.accounts=400",
      "--set",
      "calendar.days=1", "-o", output,
    ])
  }

  @Test(
    "what is exported, imported and exported again is the same, byte for byte",
    arguments: ["graphml", "gexf", "csv"], [[], ["--with-truth"]])
  func roundTrip(format: String, options: [String]) throws {
    try simulate()
    func export(_ file: String, to output: String) throws {
      // The first day of either calendar is the start.
      let start = try succeed(["query", file, "SELECT start_date FROM run", "--csv"])
        .split(separator: "\n")[1]
      let arguments = ["export", file, "--format", format, "--at", String(start), "-o", output]
      _ = try succeed(arguments + options)
    }
    try export("a.sqlite", to: "a")
    let printed = try succeed(["import", "a", "-o", "town/"])
    #expect(
      printed.contains(
        "\n  town/places.csv\n  town/accounts.csv\n  town/friendships.csv\n  town/town.yaml\nNext: "
      ))
    let owners = try succeed([
      "query", "a.sqlite", "SELECT count(DISTINCT person) FROM truth_account", "--csv",
    ]).split(separator: "\n")[1]
    #expect(printed.hasPrefix("400 accounts of \(options.isEmpty ? "400" : owners) persons, "))
    // Another seed draws whatever is not given.
    try simulate(scratch.path("town/town.yaml"), to: "b.sqlite", seed: 2)
    try export("b.sqlite", to: "b")
    let names = format == "csv" ? try folder("a").map { "/" + $0 } : [""]
    #expect(try names == (format == "csv" ? folder("b").map { "/" + $0 } : [""]))
    // In which way a groomer goes about it is drawn again.
    let profiles = try succeed(["query", "a.sqlite", "SELECT name FROM truth_profile", "--csv"])
      .split(separator: "\n").dropFirst()
    func read(_ name: String) throws -> String {
      profiles.reduce(try text(name)) { $0.replacing($1, with: "profile") }
    }
    for name in names {
      let before = try read("a" + name)
      #expect(try before == read("b" + name), "\(name)")
      #expect(before.utf8.count > 30)
    }
  }

  @Test("of a history takes the friendships that stand, and tells what it leaves out")
  func history() throws {
    _ = try succeed([
      "simulate", Tocsin.scenario("quickstart.yaml"), "--quiet", "--set",
      "population.accounts=300", "--set", "calendar.days=6", "-o", "a.sqlite",
    ])
    for format in ["graphml", "gexf", "csv"] {
      _ = try succeed(["export", "a.sqlite", "--format", format, "-o", "a.\(format)"])
      let ending = try Tocsin.run(["import", "a.\(format)", "-o", format], in: scratch.folder)
      let standing = try succeed([
        "query", "a.sqlite", "SELECT count(*) FROM friendship WHERE until IS NULL", "--csv",
      ]).split(separator: "\n")[1]
      let grouped = "\(standing.prefix(1)),\(standing.dropFirst())"
      #expect(ending.stdout.contains(" \(grouped) friendships, 3 places:"), "\(ending.stdout)")
      #expect(ending.stderr.contains("friendships that ended ("))
      // Of a folder, the file of friendships alone is read.
      #expect(ending.stderr.contains("note: left out: edges of type block (") == (format != "csv"))
    }
    let files = ["accounts.csv", "friendships.csv", "places.csv"]
    for file in files {
      let texts = try Set(["graphml", "gexf", "csv"].map { try text("\($0)/\(file)") })
      #expect(texts.count == 1, "\(file)")
    }
  }

  @Test("takes a graph of another program, with what it says of accounts and the defaults of that")
  func foreign() throws {
    _ = try scratch.write(
      """
      <?xml version='1.0' encoding='utf-8'?>
      <g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns">
        <g:key id="d0" for="node" attr.name="age" attr.type="long"><g:default>40</g:default></g:key>
        <g:key id="d1" for="node" attr.name="club"/><g:key id="d2" for="node" attr.name="shoe"/>
        <g:graph edgedefault="undirected">
          <g:node id="Ann, the first"><g:data key="d0">12</g:data></g:node>
          <g:node id="#b&quot;"><g:data key="d1">Chess &amp; Go</g:data></g:node>
          <g:edge source="Ann, the first" target="#b&quot;"/>
        </g:graph>
      </g:graphml>
      """, to: "other.xml")
    let ending = try Tocsin.run(["import", "other.xml", "-o", "other"], in: scratch.folder)
    #expect(ending.status == 0)
    #expect(ending.stderr == "note: attributes left out: shoe\n")
    #expect(
      try text("other/accounts.csv") == """
        account,age,club
        "Ann, the first",12,
        "#b""\",40,Chess & Go

        """)
    #expect(
      try text("other/friendships.csv") == "account,friend,tie\n\"Ann, the first\",\"#b\"\"\",\n")
    try simulate(scratch.path("other/other.yaml"), to: "b.sqlite")
    let age = "SELECT age FROM truth_account_view ORDER BY account"
    #expect(try succeed(["query", "b.sqlite", age, "--csv"]) == "age\n12\n40\n")
  }

  @Test("takes a list of friendships, with accounts and places beside it")
  func list() throws {
    _ = try scratch.write("b a\nc a\n", to: "edges.txt")
    _ = try scratch.write("account,place\nc,Upton\na,\nb,Upton\n", to: "who.csv")
    _ = try scratch.write(
      "name,latitude,longitude,population\nUpton,53,-1,900\n", to: "where.csv")
    let printed = try succeed([
      "import", "edges.txt", "--accounts", "who.csv", "--places", "where.csv", "-o", "town",
    ])
    #expect(printed.hasPrefix("3 accounts of 3 persons, 2 friendships, 1 place:\n"))
    #expect(try text("town/friendships.csv") == "account,friend,tie\nc,a,\na,b,\n")
    #expect(try text("town/accounts.csv") == text("who.csv"))
    #expect(try text("town/places.csv") == text("where.csv"))
    _ = try succeed(["scenario", "check", "town/town.yaml"])
  }

  @Test(
    "ends with code 2, the place and words where a graph cannot be used, and leaves nothing",
    arguments: [
      ("<kml/>", "g:1: found the element \"kml\", expected graphml or gexf; "),
      ("<graphml>\n<graph>\n<node id='1'/>\n</graph>", "g:4: column "),
      ("<graphml>\n<graph>\n<node id='1'></edge>\n</graph></graphml>", "g:3: column "),
      (
        graphML("<node id='1'>\n<data key='a'>old</data></node>", "<edge source='1' target='2'/>"),
        "g:3: age: found \"old\", expected a whole number from 0 to 120 (years); correct it"
      ),
      (graphML("<node id='1'/>\n<node id='1'/>"), "g:4: account: found \"1\" again, which is on "),
      (
        graphML("<node id='1'/>", "<edge source='1' target='7'/>"),
        "g:4: found \"7\", expected an account of g; "
      ),
      (
        graphML("<node id='1'/>", "<edge source='1' target='2'><data key='t'>likes</data></edge>"),
        "g:1: found no friendships, but edges of type likes, expected edges without a type or"
      ),
      (
        graphML("<node id='1'><data key='p'>Upton</data></node>"),
        "g:3: found the place \"Upton\", and no account that declares it with a latitude and"
      ),
      (graphML("<node id='1'><node id='2'/></node>"), "g:3: found a node within a node, expected"),
      (graphML("<node id='1&#10;'/>"), "expected text on one line"),
      ("", "g:1: no friendships; add at least one line"),
      ("1 2 3\n", "g:1: found 3 values, expected the ids of two accounts; "),
    ])
  func refusals(graph: String, words: String) throws {
    _ = try scratch.write(graph, to: "g")
    let ending = try Tocsin.run(["import", "g", "-o", "town"], in: scratch.folder)
    #expect(ending.status == 2 && ending.stdout.isEmpty)
    #expect(ending.stderr.contains(words), "\(ending.stderr)")
    #expect(try scratch.names() == ["g"])
  }

  /// A graph whose nodes have an age and a place.
  private static func graphML(_ nodes: String, _ edges: String = "") -> String {
    """
    <graphml><key id='a' for='node' attr.name='age'/><key id='p' for='node' attr.name='place'/>
    <key id='t' for='edge' attr.name='type'/><graph>
    \(nodes)
    \(edges)</graph></graphml>
    """
  }

  @Test("replaces nothing, and takes no file for a folder")
  func replaces() throws {
    _ = try scratch.write("a b\n", to: "edges.txt")
    _ = try succeed(["import", "edges.txt", "-o", "town"])
    let yaml = try scratch.write("mine", to: "town/town.yaml")
    for (output, words) in [
      ("town", "error: town/friendships.csv: this file exists already and is left alone; "),
      ("edges.txt", "error: edges.txt: this is a file, and "),
      ("no/town", "error: no/town: "),
    ] {
      let ending = try Tocsin.run(["import", "edges.txt", "-o", output], in: scratch.folder)
      #expect(ending.status == 2 && ending.stderr.hasPrefix(words), "\(ending.stderr)")
    }
    #expect(try String(contentsOfFile: yaml, encoding: .utf8) == "mine")
    #expect(try scratch.names() == ["edges.txt", "town"])
  }

  private func folder(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.path(name)).sorted()
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: scratch.path(name), encoding: .utf8)
  }

  /// Runs the program, which must not fail.
  private func succeed(_ arguments: [String]) throws -> String {
    let ending = try Tocsin.run(arguments, in: scratch.folder)
    #expect(ending.status == 0, "\(arguments): \(ending.stderr)")
    return ending.stdout
  }
}
