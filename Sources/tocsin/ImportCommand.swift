import ArgumentParser
import Experiments
import Population

/// `tocsin import`: a world from another program.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a graph of another program into a world that scenarios can run.",
    usage: """
      tocsin import <graph> -o <folder> [--places <table>]
      tocsin import <friendships> [--accounts <accounts>] [--places <table>] -o <folder>
      """,
    discussion: """
      Reads a GraphML or GEXF file, a folder of account.csv and friendship.csv as `tocsin export` \
      writes it, or a list of friendships: two accounts on each line. Everything is checked, and \
      written into a folder as accounts.csv, friendships.csv, places.csv where places are known, \
      and a scenario of the folder's name, ready for `tocsin run`. Nothing there is replaced.

      Of a graph's nodes are taken the attributes named as the columns of a file of accounts are \
      (age, sex, place, declared_age, opened ...; see the README), with or without truth_ in front; \
      of its edges those without a type or of the type friendship that have not ended.

      Never import a real network of people: a run ends up with groomers and children among them.
      """)

  @Argument(help: "The graph: a file or a folder.", completion: .file())
  var graph: String

  @Option(help: "What is known of the accounts of a list of friendships: a CSV file.")
  var accounts: String?

  @Option(
    help: "The table of places that the accounts name. (default: made of the places they declare)")
  var places: String?

  @Option(name: .shortAndLong, help: "The folder to write.", completion: .directory)
  var output: String

  @Flag(name: .shortAndLong, help: "Show no progress.")
  var quiet = false

  func validate() throws {
    guard !output.isEmpty else {
      throw ValidationError("--output: found nothing, expected the path of a folder.")
    }
  }

  func run() throws {
    let world = try Import(
      graph, accounts: accounts, places: places, Terminal.watch(quiet: quiet))
    let paths = try world.write(to: output)
    Terminal.clearProgress()
    for note in world.notes { Terminal.note(note) }
    let known = world.graph
    let places = world.placeCount.map { ", " + $0.counting("place") } ?? ""
    print(
      "\(known.accounts.count.counting("account")) of "
        + "\(known.accounts.persons.count.counting("person")), "
        + known.friendships.count.counting("friendship") + places + ":")
    for path in paths { print("  \(path)") }
    print("Next: tocsin run \(paths.last ?? "")")
  }
}
